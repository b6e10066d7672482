/** Files of annotations that other programs wrote, or that are damaged. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../../main/core/interchange/json-fault.ts';
import { toReadingText } from '../../../main/shared/text/reading.ts';
import { makeTempFolder, openTestApp } from '../../support/core.ts';
import { inWords } from '../../support/in-words.ts';

const URL = 'https://example.org/ferry';
const ARTICLE = `---
title: The noon ferry
url: ${URL}
---

The ferry crosses the sound at noon. The ferryman keeps a book.
`;
const QUOTE = { type: 'TextQuoteSelector', exact: 'keeps a book' };

async function setUp() {
  const { app, importText, ...test } = await openTestApp();
  const [id = ''] = await importText('ferry.md', ARTICLE);
  const path = join(await makeTempFolder(), 'notes.json');
  const bring = async (value: unknown) => {
    await writeFile(path, value instanceof Buffer ? value : JSON.stringify(value));
    return app.call('interchange.import', { path });
  };
  const annotations = async () => (await app.call('annotations.list', {})).annotations;
  const notes = async () => (await annotations()).map(({ note }) => note);
  return { ...test, app, id, path, bring, annotations, notes };
}

const annotation = (more: object, id = 'https://example.org/a/1') => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id,
  type: 'Annotation',
  target: { source: URL, selector: QUOTE },
  ...more,
});

describe('what an annotation says', () => {
  it.each([
    ['an address', 'https://example.org/said', '<https://example.org/said>'],
    ['a resource', { id: 'https://example.org/v', type: 'Video' }, '<https://example.org/v>'],
    [
      'a thing it identifies',
      { type: 'SpecificResource', purpose: 'identifying', source: { id: 'urn:place' } },
      '<urn:place>',
    ],
    [
      'a choice',
      { type: 'Choice', items: [{ value: 'Boat' }, { value: 'Bateau' }] },
      'Boat\n\nBateau',
    ],
    ['several', [{ value: 'One' }, 'https://example.org/2'], 'One\n\n<https://example.org/2>'],
  ])('is kept where it is %s', async (_, body, note) => {
    const { bring, notes } = await setUp();
    expect(await bring(annotation({ body }))).toMatchObject({ failures: [] });
    expect(await notes()).toEqual([note]);
  });

  it.each([
    [{ id: 'https://example.org/ada', type: 'Person', name: 'Ada' }, 'Ada'],
    ['acct:ada@example.org', 'acct:ada@example.org'],
    [[{ name: ['Ada', 'Countess'] }, { id: 'urn:bob' }], 'Ada, urn:bob'],
  ])('is said by whom: %j', async (creator, name) => {
    const { app, path, bring, annotations } = await setUp();
    await bring(annotation({ creator }));
    const [before] = await annotations();
    expect(before).toMatchObject({ creator: name });
    await app.call('interchange.export', { path });
    await app.call('annotations.delete', { id: before?.id ?? '' });
    await app.call('interchange.import', { path });
    expect(await annotations()).toEqual([before]);
  });
});

describe('which words it is on', () => {
  it.each([
    ['a selector that refines another', { type: 'FragmentSelector', value: 'x', refinedBy: QUOTE }],
    ['one of several', [{ type: 'XPathSelector', value: '/p' }, QUOTE]],
    ['a choice', { type: 'Choice', items: [{ type: 'CssSelector', value: 'p' }, QUOTE] }],
    [
      'a range of places with the quote beside it',
      [
        {
          type: 'RangeSelector',
          startSelector: { type: 'XPathSelector', value: '/p[1]' },
          endSelector: { type: 'XPathSelector', value: '/p[1]' },
        },
        QUOTE,
      ],
    ],
    [
      'a range between quotes',
      {
        type: 'RangeSelector',
        startSelector: { type: 'TextQuoteSelector', exact: 'keeps' },
        endSelector: { type: 'TextQuoteSelector', exact: '.' },
      },
    ],
    ['a quote whose other fields are nonsense', { ...QUOTE, prefix: 5, start: 'x', end: -1 }],
  ])('is found by %s', async (_, selector) => {
    const { bring, annotations } = await setUp();
    await bring(annotation({ target: { source: { id: URL }, selector } }));
    expect(await annotations()).toMatchObject([
      { target: { quote: { exact: 'keeps a book' } }, anchor: { method: 'position' } },
    ]);
  });

  it('may be several passages: each is one, and known when it comes again', async () => {
    const { bring, annotations } = await setUp();
    const target = ['crosses the sound', 'keeps a book'].map((exact) => ({
      source: URL,
      selector: { ...QUOTE, exact },
    }));
    const value = annotation({ target });
    expect((await bring(value)).added).toHaveLength(2);
    expect(await bring(value)).toMatchObject({ added: [], unchanged: 2 });
    expect(await annotations()).toHaveLength(2);
  });
});

describe('a file', () => {
  it('may be a graph with the names of JSON-LD', async () => {
    const { bring, notes } = await setUp();
    const target = {
      source: URL,
      selector: { '@type': 'TextQuoteSelector', exact: 'keeps a book' },
    };
    await bring({ '@graph': [{ '@id': 'urn:a', '@type': 'Annotation', bodyValue: 'Hm', target }] });
    expect(await notes()).toEqual(['Hm']);
  });

  it('may be what the client of Hypothesis exports, with who said what', async () => {
    const { bring, notes, annotations } = await setUp();
    const row = (id: string, user: string, text: string, more: object) => ({
      id,
      user: `acct:${user}@hypothes.is`,
      uri: URL,
      text,
      created: '2024-01-01T00:00:00.123456+00:00',
      ...more,
    });
    await bring({
      export_date: '2024-01-01T00:00:00Z',
      export_userid: 'acct:ada@hypothes.is',
      annotations: [
        row('one', 'ada', 'Whose?', { target: [{ source: URL, selector: [QUOTE] }] }),
        row('two', 'bob', 'His own.', { references: ['one'] }),
      ],
    });
    expect(await notes()).toEqual(['ada: Whose?\n\n---\n\nbob: His own.']);
    expect(await annotations()).toMatchObject([{ creator: 'acct:ada@hypothes.is' }]);
  });

  it('may be UTF-16 with its mark, but nothing else than UTF-8 without one', async () => {
    const { bring, notes, path, app } = await setUp();
    const text = JSON.stringify(annotation({ bodyValue: 'Über' }));
    await bring(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect(await notes()).toEqual(['Über']);
    await writeFile(path, Buffer.from(text, 'latin1'));
    expect(inWords(await app.dispatch('interchange.import', { path }))).toMatchObject({
      error: { code: 'bad_input', message: expect.stringContaining('is not in UTF-8') },
    });
  });

  it('that is damaged is told with the place where it is', async () => {
    const { path, app } = await setUp();
    await writeFile(path, '{\n  "type": "AnnotationPage",\n  "items": [{ "id": ]\n');
    expect(await app.dispatch('interchange.import', { path })).toMatchObject({
      error: { details: { line: 3, column: 21 } },
    });
  });

  it('with a damaged item, time or tag gives all the others', async () => {
    const { app, bring, annotations } = await setUp();
    const tag = { color: null, description: '', memo: '' };
    const result = await bring({
      first: {
        items: [
          annotation({ created: '+275760-09-13T00:00:00Z', modified: 'soon' }, 'urn:1'),
          annotation(
            { target: { source: URL, 'lectern:made': { version: 0 }, selector: QUOTE } },
            '',
          ),
          annotation({ target: { source: URL, selector: { type: 'XPathSelector' } } }, ''),
        ],
      },
      'lectern:tags': [
        { ...tag, id: 'one', name: 'One', parentId: 'two' },
        { ...tag, id: 'two', name: 'Two', parentId: 'one' },
        { ...tag, id: 'NOT AN ID', name: '' },
        { ...tag, id: 'three', name: 'Three', parentId: 'lost', color: 'mauve' },
      ],
    });
    expect(inWords(result)).toMatchObject({
      tags: 3,
      failures: [{ id: '#3', reason: 'It does not say on which words it is' }],
    });
    expect(await annotations()).toHaveLength(2);
    const { tags } = await app.call('tags.list', {});
    expect(tags.filter(({ parentId }) => parentId === null)).toHaveLength(2);
    expect(await app.call('library.verify', {})).toMatchObject({ problems: [] });
  });

  it('in which an annotation stands twice gives the newer one', async () => {
    const { bring, notes } = await setUp();
    const at = (year: number) =>
      annotation({ bodyValue: `of ${year}`, modified: `${year}-01-01T00:00:00Z` });
    expect((await bring([at(2021), at(2023), at(2022)])).added).toHaveLength(1);
    expect(await notes()).toEqual(['of 2023']);
  });
});

it.each([
  ['', 1, 1],
  ['{"a": 1,}', 1, 9],
  ['[1, 2', 1, 6],
  ['{"a": "b\n"}', 1, 7],
  ['{\r\n "a": tru\r\n}', 2, 7],
  ['{"a": 1} x', 1, 10],
  ["{'a': 1}", 1, 2],
  ['[1 2]', 1, 4],
  ['[01]', 1, 3],
  ['[{"a": [1, {"b": null}]}, -1.5e3, "\\u00e9"]', 1, 44],
])('%j is JSON up to line %i, column %i', (text, line, column) => {
  expect(jsonFault(text)).toEqual({ line, column });
});

it('into a library with another version of the text: each highlight is on its words or says it isn’t', async () => {
  const from = await setUp();
  for (const exact of ['crosses the sound', 'keeps a book', 'The ferry c']) {
    await from.app.call('annotations.create', { articleId: from.id, quote: { exact } });
  }
  await from.app.call('interchange.export', { path: from.path });
  const to = await openTestApp();
  await to.importText(
    'ferry.md',
    ARTICLE.replace('The ferry crosses', 'At dawn 👋 the old ferry crosses'),
  );
  const { added } = await to.app.call('interchange.import', { path: from.path });
  expect(added).toHaveLength(3);
  const [article] = (await to.app.call('articles.list', {})).articles;
  const { markdown } = await to.app.call('articles.get', { id: article?.id ?? '' });
  const text = toReadingText(markdown);
  const { annotations } = await to.app.call('annotations.list', {});
  for (const { target, anchor } of annotations) {
    const { start, end } = anchor.range ?? { start: 0, end: 0 };
    const isThere = text.slice(start, end) === target.quote.exact;
    expect(isThere || anchor.method === 'fuzzy' || anchor.method === 'orphan').toBe(true);
  }
  expect(annotations.filter(({ anchor }) => anchor.method === 'quote')).toHaveLength(2);
  expect(await to.app.call('interchange.import', { path: from.path })).toMatchObject({
    added: [],
    replaced: [],
  });
});
