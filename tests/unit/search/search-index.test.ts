import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchIndex, SearchRequest } from '../../../main/core/search/search-index.ts';
import { openSearchIndex } from '../../../main/core/search/worker-client.ts';
import { documentWith } from './documents.ts';
import { spawnInThread } from './in-thread-worker.ts';

let index: SearchIndex;

beforeEach(async () => {
  index = await openSearchIndex({ folder: null, spawn: spawnInThread });
});
afterEach(() => index.close());

async function found(
  text: string,
  more: Omit<Partial<SearchRequest>, 'text'> = {},
): Promise<string[]> {
  const { hits } = await index.query({ text, limit: 100, ...more });
  return hits.map((hit) => hit.articleId);
}

describe('the query language', () => {
  beforeEach(async () => {
    await index.add([
      documentWith('senate', {
        title: 'The Senate votes',
        body: 'A report on foreign-policy reform and political appointments.',
        tags: 'politics usa',
      }),
      documentWith('cafe', {
        title: 'A café in Łódź',
        body: 'O’Brien drinks coffee. The reports say so. Foreign guests.',
        notes: 'ask about the policy',
      }),
      documentWith('who', { title: 'WHO report', body: 'Covid-19 numbers by e-mail' }),
    ]);
  });

  it('finds any of the words, by their stem', async () => {
    expect((await found('reporting coffee')).sort()).toEqual(['cafe', 'senate', 'who']);
  });

  it('requires with + and excludes with -', async () => {
    expect(await found('+report +coffee')).toEqual(['cafe']);
    expect((await found('report -coffee')).sort()).toEqual(['senate', 'who']);
    expect((await found('-coffee')).sort()).toEqual(['senate', 'who']);
    expect(await found('+report +nowhere')).toEqual([]);
  });

  it('keeps to a field', async () => {
    expect(await found('title:report')).toEqual(['who']);
    expect(await found('notes:policy')).toEqual(['cafe']);
    expect(await found('tags:usa -title:report')).toEqual(['senate']);
  });

  it('takes wildcards for words as they are written, not for stems', async () => {
    expect(await found('politica*')).toEqual(['senate']);
    expect(await found('*ffe*')).toEqual(['cafe']);
    expect((await found('r*port')).sort()).toEqual(['senate', 'who']);
    expect((await found('*')).sort()).toEqual(['cafe', 'senate', 'who']);
  });

  it('takes fuzzy terms', async () => {
    expect(await found('sentae~1')).toEqual(['senate']);
    expect(await found('sentae')).toEqual([]);
    expect((await found('reprots~1')).sort()).toEqual(['cafe', 'senate', 'who']);
  });

  it('weighs with ^', async () => {
    expect((await found('coffee^20 senate'))[0]).toBe('cafe');
    expect((await found('coffee senate^20'))[0]).toBe('senate');
  });

  it('finds joined words by their parts, as a whole, and written otherwise', async () => {
    expect(await found('+foreign-policy -cafe')).toEqual(['senate']);
    expect(await found('foreignpolicy')).toEqual(['senate']);
    expect(await found('email')).toEqual(['who']);
    expect(await found('covid19')).toEqual(['who']);
    expect(await found("o'brien")).toEqual(['cafe']);
    expect(await found('obrien')).toEqual(['cafe']);
  });

  it('requires or excludes a joined word as one', async () => {
    expect((await found('-covid-19')).sort()).toEqual(['cafe', 'senate']);
  });

  it('finds words with and without accents', async () => {
    expect(await found('cafe')).toEqual(['cafe']);
    expect(await found('CAFÉ lodz')).toEqual(['cafe']);
  });

  it('finds WHO', async () => {
    expect(await found('WHO')).toEqual(['who']);
  });

  it('finds nothing for nothing', async () => {
    expect(await index.query({ text: '', limit: 10 })).toEqual({ total: 0, hits: [] });
    expect(await index.query({ text: ' & … ', limit: 10 })).toEqual({ total: 0, hits: [] });
  });

  it('says which terms and fields a hit matched', async () => {
    const { hits } = await index.query({ text: 'reports policy', limit: 10 });
    const hit = hits.find(({ articleId }) => articleId === 'cafe');
    expect(hit).toMatchObject({ terms: ['reports', 'policy'], fields: ['body', 'notes'] });
  });
});

describe('ranking', () => {
  it('puts documents that match more of the words first', async () => {
    await index.add([
      documentWith('one', { title: 'harbour', body: 'harbour harbour harbour' }),
      documentWith('both', { body: `the harbour and its strike ${'filler '.repeat(200)}` }),
      documentWith('stop', { title: 'and its the and its the' }),
    ]);
    expect(await found('the strike and its harbour')).toEqual(['both', 'one', 'stop']);
  });

  it('puts a match in the title before one in the text', async () => {
    await index.add([
      documentWith('body', { title: 'something', body: 'the strike goes on' }),
      documentWith('title', { title: 'strike', body: 'the dispute goes on' }),
    ]);
    expect(await found('strike')).toEqual(['title', 'body']);
  });

  it('pages through hits in a stable order', async () => {
    const same = Array.from({ length: 7 }, (_, at) => documentWith(`d${at}`, { body: 'same' }));
    await index.add(same);
    expect(await found('same', { limit: 3, offset: 3 })).toEqual(['d3', 'd4', 'd5']);
    expect((await index.query({ text: 'same', limit: 0 })).total).toBe(7);
  });
});

describe('scripts without spaces', () => {
  beforeEach(() =>
    index.add([
      documentWith('zh', { body: '中国科学院研究生院的研究者' }),
      documentWith('ja', { body: '東京で研究会がありました。ガス' }),
      documentWith('th', { body: 'ประเทศไทยมีประชากรมาก' }),
      documentWith('ko', { body: '대한민국의 수도는 서울이다' }),
      documentWith('ru', { body: 'Новости Москвы и ёлка' }),
      documentWith('ar', { body: 'كِتَابٌ جديد' }),
      documentWith('hi', { body: 'हिन्दी समाचार' }),
    ]),
  );

  it.each([
    ['研究生', ['zh']],
    ['研究', ['ja', 'zh']],
    ['院', ['zh']],
    ['東京', ['ja']],
    ['ｶﾞｽ', ['ja']],
    ['ไทย', ['th']],
    ['ประชากร', ['th']],
    ['서울', ['ko']],
    ['москвы', ['ru']],
    ['елка', ['ru']],
    ['كتاب', ['ar']],
    ['हिन्दी', ['hi']],
    ['हिन्दु', []],
  ])('finds %s', async (text, ids) => {
    expect((await found(text)).sort()).toEqual(ids);
  });
});

describe('typing', () => {
  beforeEach(() =>
    index.add([
      documentWith('a', { title: 'Political reform', body: 'elections' }),
      documentWith('b', { title: 'Elephants', body: 'a political animal' }),
      documentWith('c', { title: 'Other' }),
    ]),
  );

  it.each(['p', 'polit', 'politic', 'politica', 'political'])('finds %s', async (text) => {
    expect((await found(text, { asYouType: true })).sort()).toEqual(['a', 'b']);
  });

  it('takes only the last word for a beginning, and not once it is ended', async () => {
    expect(await found('ele other', { asYouType: true })).toEqual(['c']);
    expect((await found('other ele', { asYouType: true })).sort()).toEqual(['a', 'b', 'c']);
    expect(await found('ele ', { asYouType: true })).toEqual([]);
    expect(await found('ele')).toEqual([]);
  });

  it('still finds other forms of the last word', async () => {
    expect(await found('electing', { asYouType: true })).toEqual(['a']);
  });

  it('does not take an excluded word for a beginning', async () => {
    expect(await found('political -ele', { asYouType: true })).toEqual(['a', 'b']);
  });

  it.each(['title:', '+', '-', '+title:', '~', '^', 'x ~', ' -body:', '\\'])(
    'leaves the unfinished %s out',
    async (end) => {
      const before = await found('political', { asYouType: true });
      expect(await found(`political ${end}`.replace(/ ([~^])/, '$1'), { asYouType: true })).toEqual(
        before,
      );
    },
  );

  it('finds nothing, without an error, when all is unfinished', async () => {
    expect(await found('title:', { asYouType: true })).toEqual([]);
    expect(await found('+', { asYouType: true })).toEqual([]);
  });
});

describe('a query that cannot be read', () => {
  it.each([
    ['author:smith', 'There is no field “author”', 'author'],
    ['war https://x.org', 'There is no field “https”', 'https'],
    ['war title:', 'missing after the colon', 'title'],
    ['peace +', 'A word is missing after “+”', '+'],
    ['peace - ', 'A word is missing after “-”', '-'],
    ['war~x', 'number of letters', '~'],
    ['war^high', 'a whole number', '^'],
    ['war +~1', '', '1'],
    [':x', 'There is no field “”', ':'],
    ['title:+x', '“+” stands once, before', '+'],
    ['--x', '“-” stands once, before', '-'],
    ['notes:tags:x', 'A word to look for in “notes” is missing', 'tags'],
  ])('%s: says why and where', async (text, why, where) => {
    const error: unknown = await index.query({ text, limit: 1 }).catch((thrown) => thrown);
    expect(error).toMatchObject({ name: 'BadQueryError' });
    expect(error).toHaveProperty('message', expect.stringContaining(why));
    const at = text.lastIndexOf(where);
    expect(error).toMatchObject({ start: at, end: at + where.length });
  });

  it('is one with more than 1,000 characters', async () => {
    const text = '字'.repeat(1001);
    await expect(index.query({ text, limit: 1 })).rejects.toMatchObject({ start: 1000, end: 1001 });
  });

  it('is one with more than 64 words', async () => {
    const text = Array.from({ length: 70 }, (_, at) => `w${at}`).join(' ');
    await expect(index.query({ text, limit: 1 })).rejects.toMatchObject({
      start: text.indexOf('w64'),
      end: text.length,
    });
  });
});

describe('the worker', () => {
  it('answers queries while documents are being added', async () => {
    await index.add([documentWith('first', { body: 'early' })]);
    const many = Array.from({ length: 400 }, (_, at) =>
      documentWith(`m${at}`, { body: 'late words '.repeat(300) }),
    );
    const done: string[] = [];
    const adding = index.add(many).then(() => done.push('add'));
    expect(await found('early').then((ids) => (done.push('query'), ids))).toEqual(['first']);
    await adding;
    expect(done).toEqual(['query', 'add']);
  });

  it('replaces, and takes the last of several with one id', async () => {
    await index.add([documentWith('a', { body: 'old' }), documentWith('a', { body: 'new' })]);
    expect(await found('old')).toEqual([]);
    await index.add([documentWith('a', { rev: '2', body: 'newer' })]);
    expect(await found('new')).toEqual([]);
    expect(await index.revisions()).toEqual({ a: '2' });
    await index.remove(['a', 'unknown']);
    expect(await found('newer')).toEqual([]);
  });

  it('rejects what makes no sense, and goes on', async () => {
    await expect(index.query({ text: 'a', limit: -1 })).rejects.toThrow();
    expect(await index.revisions()).toEqual({});
  });

  it('rejects what is asked after closing', async () => {
    await index.close();
    await expect(index.revisions()).rejects.toThrow('closed');
  });

  it('rejects what is waiting when it dies', async () => {
    const listeners = new Map<string, (value: never) => void>();
    const dying = openSearchIndex({
      folder: null,
      spawn: () => ({
        postMessage: () => {
          setImmediate(() => listeners.get('error')?.(new Error('out of memory') as never));
        },
        on: (event: string, listener: (value: never) => void) => listeners.set(event, listener),
        terminate: async () => {},
      }),
    });
    await expect(dying).rejects.toThrow('out of memory');
  });
});
