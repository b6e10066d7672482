import { describe, expect, it } from 'vitest';
import { findDate, isoDate } from '../../../main/core/importers/dump/calendar-date.ts';
import { readDateline } from '../../../main/core/importers/dump/dateline.ts';
import { readField } from '../../../main/core/importers/dump/field-name.ts';
import { readByline, readMeta } from '../../../main/core/importers/dump/page-chrome.ts';
import { readFramed, readRule } from '../../../main/core/importers/dump/rule-line.ts';
import { readTeaser } from '../../../main/core/importers/dump/teaser-line.ts';

function iso(text: string): string | null {
  const date = findDate(text);
  return date && isoDate(date);
}

describe('dates', () => {
  it.each([
    ['2021-03-18', '2021-03-18'],
    ['March 18, 2021', '2021-03-18'],
    ['18 March 2021', '2021-03-18'],
    ['18. März 2021', '2021-03-18'],
    ['18 de marzo de 2021', '2021-03-18'],
    ['1er mars 2021', '2021-03-01'],
    ['18 марта 2021 г.', '2021-03-18'],
    ['١٨ مارس ٢٠٢١', '2021-03-18'],
    ['18 मार्च 2021', '2021-03-18'],
    ['2021年3月18日', '2021-03-18'],
    ['2021년 3월 18일', '2021-03-18'],
    ['18.03.2021', '2021-03-18'],
    ['2021. március 18.', '2021-03-18'],
    ['ngày 18 tháng 3 năm 2021', '2021-03-18'],
    ['4 มีนาคม 2562', '2019-03-04'],
    ['۱۳ اسفند ۱۳۹۷', '2019-03-04'],
    ['30 فروردین 1400', '2021-04-19'],
    ['4 במרץ 2019', '2019-03-04'],
    ['March 2021', '2021-03'],
  ])('reads %s', (text, date) => {
    expect(iso(text)).toBe(date);
  });

  it('says when day and month could be the other way round', () => {
    expect(findDate('03/04/2021')?.ambiguous).toBe(true);
    expect(findDate('18/04/2021')?.ambiguous).toBe(false);
  });

  it('finds none in prose with numbers', () => {
    expect(findDate('All 14 of them may come')).toBeNull();
  });
});

describe('datelines', () => {
  it.each([
    ['LISBETH, Jan. 18 (Coastal) — The council has met', 'LISBETH', 'Coastal'],
    ['Jan. 18 (Aven Courier) — The council has met', null, 'Aven Courier'],
    ['PORT AVEN — The council has met again today', 'PORT AVEN', null],
    ['海口1月18日电 市政府昨天宣布，新的码头将在春天开放。', '海口', null],
  ])('reads %s', (text, place, agency) => {
    const dateline = readDateline(text);
    expect(dateline?.place ?? null).toBe(place);
    expect(dateline?.agency ?? null).toBe(agency);
  });

  it('leaves other dashes alone', () => {
    expect(readDateline('He came — as always — too late, and left before the end.')).toBeNull();
    expect(readDateline('Thursday, April 6th, 22:00 UTC - the second meeting of us')).toBeNull();
  });
});

describe('teasers', () => {
  it.each([
    ['Continue reading The old lock', 'The old lock'],
    ['Continue reading “The old lock” →', 'The old lock'],
    ['„Die alte Schleuse“ weiterlesen', 'Die alte Schleuse'],
    ['Lire la suite de « La vieille écluse »', 'La vieille écluse'],
    ['「古い水門」の続きを読む', '古い水門'],
    ['The post The old lock appeared first on Harbour News.', 'The old lock'],
  ])('reads the title in %s', (text, title) => {
    expect(readTeaser(text)?.title).toBe(title);
  });

  it.each([
    'Read more »',
    'Weiterlesen →',
    'Читать далее',
    'اقرأ المزيد',
    '阅读全文',
    '続きを読む',
    'और पढ़ें',
  ])('reads %s, which names nothing', (text) => {
    expect(readTeaser(text)).toMatchObject({ title: null, definite: true });
  });

  it('reads one at the end of a paragraph', () => {
    const text = 'The lock has been closed since winter, and the engineers … Continue reading →';
    expect(readTeaser(text)).toMatchObject({ inline: true, definite: true });
  });

  it('is careful with links to other articles and with prose', () => {
    expect(readTeaser('Read more: Ten locks that you should see')?.definite).toBe(false);
    expect(readTeaser('Continue reading this letter until you have understood it.')?.definite).toBe(
      false,
    );
    expect(readTeaser('She asked him to continue reading.')).toBeNull();
  });
});

describe('metadata lines', () => {
  it('reads dates with a name in several languages', () => {
    expect(readMeta('Von Anna Krüger | 3. März 2021')).toMatchObject({ byline: 'Anna Krüger' });
    expect(readMeta('3 mars 2021 · 2 min')?.full).toBe(true);
    expect(
      readMeta('On 3 March 2021 the council met and decided to buy a very long lamp post.'),
    ).toBeNull();
  });

  it('reads bylines, and not sentences that begin like one', () => {
    expect(readByline('By Ida Marlow')).toBe('Ida Marlow');
    expect(readByline('文/李明')).toBe('李明');
    expect(readByline('By then it was too late')).toBeNull();
  });

  it('knows field names in many languages, and leaves other colons unknown', () => {
    expect(readField('Заголовок: Порт')).toMatchObject({ name: 'title', value: 'Порт' });
    expect(readField('标题：港口')).toMatchObject({ name: 'title', value: '港口' });
    expect(readField('**Date:** 2021')).toMatchObject({ name: 'date', value: '2021' });
    expect(readField('Grenadian mayor: All is well')?.name).toBeNull();
  });
});

describe('rules', () => {
  it('reads separators and framed titles', () => {
    expect(readRule('=====')).toMatchObject({ mark: '=', length: 5, spaced: false });
    expect(readRule('* * *')).toMatchObject({ mark: '*', spaced: true });
    expect(readRule('...')).toBeNull();
    expect(readFramed('=== A title ===')?.title).toBe('A title');
    expect(readFramed('【港口】')?.title).toBe('港口');
  });
});

describe('where a text is cut', () => {
  it.each([
    'The key is in the tin. Continue reading →',
    'La llave está en la lata. leer más',
    'The key is in the tin [Read more...] about The key',
    'This post is for paid subscribers',
    'Il vous reste 78 % de cet article. La suite est réservée aux abonnés.',
    'この記事は有料会員限定です。',
  ])('is told by “%s”', (line) => {
    expect(readTeaser(line)).toMatchObject({ kind: 'cut', definite: true });
  });

  it.each([
    'He said that he would read more.',
    'They keep reading to their children',
    '12 min read',
  ])('isn’t told by “%s”', (line) => {
    expect(readTeaser(line)?.definite ?? false).toBe(false);
  });
});

describe('fields of reference managers', () => {
  it('are read by their tags', () => {
    expect(readField('TI  - The key in the tin')).toMatchObject({
      name: 'title',
      value: 'The key in the tin',
    });
    expect(readField('ER  - ')).toMatchObject({ name: 'other', value: '' });
  });

  it('a question to somebody is no field of an author', () => {
    expect(readField('Reporter: What comes first?')?.name ?? null).toBeNull();
    expect(readField('记者：早上先做什么？')?.name ?? null).toBeNull();
  });
});
