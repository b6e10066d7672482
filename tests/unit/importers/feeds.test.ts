import { describe, expect, it } from 'vitest';
import { toReadingText } from '../../../main/shared/text/reading.ts';
import { lineAccount, readBytes, readFixture, type ReadFile } from '../../support/read-import.ts';
import { inWords } from '../../support/in-words.ts';

function textOf(file: ReadFile, at: number): string {
  return toReadingText(file.articles[at]?.markdown ?? '');
}

describe('an RSS feed', () => {
  const feed = readFixture('feeds/coast.rss');

  it('gives its items with their metadata', () => {
    expect(feed.head.format).toBe('feed');
    expect(feed.articles[0]).toMatchObject({
      title: 'Lamps & nails: what the book says',
      byline: 'Ada Nowak',
      origin: 'Coast Review',
      url: 'https://coast.example/lamps',
      lang: 'en',
      published: '2024-03-05T08:30:00.000Z',
      tags: ['Harbours', 'Lamps'],
      excerpt: 'Four lamps and a keg.',
      truncated: false,
    });
    expect(textOf(feed, 0)).toMatch(/^Four lamps for the quay & one keg of nails\.\n\nNobody/);
    expect(feed.articles[0]?.markdown).toContain('[nails](https://coast.example/nails)');
  });

  it('says which of them are only beginnings', () => {
    expect(feed.articles.map(({ truncated }) => truncated)).toEqual([false, true, false]);
  });

  it('takes the first sentence as the title of what has none', () => {
    expect(feed.articles[2]).toMatchObject({
      title: 'A note without a title.',
      url: 'https://coast.example/note',
    });
  });

  it('accounts for every line', () => {
    expect(lineAccount(feed).every((times) => times === 1)).toBe(true);
  });

  it('is read in the encoding that it declares', () => {
    const xml =
      '<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><item>' +
      '<title>F\xe4hre \x96 M\xe4rz</title><description>x</description></item></channel></rss>';
    const { head, articles } = readBytes(Buffer.from(xml, 'latin1'), 'a.xml');
    expect(head.encoding).toBe('windows-1252');
    expect(articles[0]?.title).toBe('Fähre – März');
  });

  it('without items says so', () => {
    const { head, articles } = readBytes(
      Buffer.from('<rss version="2.0"><channel><title>x</title></channel></rss>'),
      'empty.rss',
    );
    expect(articles).toEqual([]);
    expect(inWords(head.problems)).toMatchObject([{ message: 'The feed holds no items.' }]);
  });
});

describe('an Atom feed', () => {
  const feed = readFixture('feeds/coast.atom');

  it('gives its entries with their metadata', () => {
    expect(feed.articles[0]).toMatchObject({
      title: 'Gales & greens',
      byline: 'Ben Okafor',
      url: 'https://coast.example/gale',
      published: '2024-03-05T09:30:00.000Z',
      tags: ['Weather'],
      excerpt: 'A gale took the roof.',
    });
    expect(feed.articles[0]?.markdown).toBe(
      'A gale in **March** took the roof of the chandlery.\n',
    );
  });

  it('tells text from markup, and a time of change from one of publication', () => {
    expect(textOf(feed, 1)).toBe('Two lines <b> of\nplain text.');
    expect(inWords(feed.articles[1])).toMatchObject({
      byline: 'The editors',
      published: '2024-04-01T00:00:00.000Z',
      publishedInferred: 'Only the time of its last change is given.',
    });
    expect(lineAccount(feed).every((times) => times === 1)).toBe(true);
  });
});

describe('a JSON Feed', () => {
  const feed = readFixture('feeds/coast.json');

  it('gives its items with their metadata', () => {
    expect(feed.head.format).toBe('json-feed');
    expect(feed.articles[0]).toMatchObject({
      title: 'Lamps on the quay',
      startLine: 8,
      endLine: 17,
      byline: 'Ada Nowak',
      origin: 'Coast Review',
      published: '2024-03-05T09:30:00.000Z',
      tags: ['Harbours', 'Lamps'],
      excerpt: 'Lamps, counted.',
    });
    expect(textOf(feed, 0)).toBe('Four lamps, {braces} and "quotes".');
    expect(inWords(feed.articles[1])).toMatchObject({
      title: 'A *note* in plain text.',
      url: 'https://coast.example/note',
    });
    expect(textOf(feed, 1)).toBe('A *note* in plain text.\nIts second line.');
    expect(lineAccount(feed).every((times) => times === 1)).toBe(true);
  });

  it('that is damaged says where', () => {
    const json = '{\n"version": "https://jsonfeed.org/version/1",\n"items": [ oops ]\n}';
    const file = readBytes(Buffer.from(json), 'feed.json');
    expect(file.articles).toEqual([]);
    expect(file.head.problems).toMatchObject([{ line: 3 }]);
    expect(lineAccount(file)).toEqual([1, 1, 1, 1]);
  });
});
