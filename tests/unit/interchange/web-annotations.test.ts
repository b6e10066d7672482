import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder, openTestApp } from '../../support/core.ts';
import { inWords } from '../../support/in-words.ts';

const ARTICLE = `---
title: The noon ferry
url: https://example.org/ferry
---

A 👩‍👩‍👧 crosses the sound at noon.

The ferryman keeps a book.
`;

async function setUp() {
  const { app, importText, ...test } = await openTestApp();
  const [id = ''] = await importText('ferry.md', ARTICLE);
  const path = join(await makeTempFolder(), 'notes.jsonld');
  const bring = async (value: unknown) => {
    await writeFile(path, JSON.stringify(value));
    return app.call('interchange.import', { path });
  };
  return { ...test, app, id, path, bring };
}

describe('the interchange file', () => {
  it('is what the standard says, with positions in code points', async () => {
    const { app, id, path } = await setUp();
    const { id: tag } = await app.call('tags.ensure', { name: 'ways' });
    const made = await app.call('annotations.create', {
      articleId: id,
      quote: { exact: 'crosses the sound' },
      note: 'Why?',
      tags: [tag],
    });
    await app.call('interchange.export', { path });
    const document = JSON.parse(await readFile(path, 'utf8'));
    expect(document).toMatchObject({
      '@context': expect.arrayContaining(['http://www.w3.org/ns/anno.jsonld']),
      type: 'AnnotationCollection',
      total: 1,
    });
    // The family before it is five code points long, and eight code units.
    expect(made.target.position).toEqual({ start: 11, end: 28 });
    expect(document.first.items).toEqual([
      expect.objectContaining({
        id: `urn:lectern:annotation:${made.id}`,
        type: 'Annotation',
        motivation: ['highlighting', 'commenting', 'tagging'],
        body: [
          { type: 'TextualBody', value: 'Why?', format: 'text/markdown', purpose: 'commenting' },
          { type: 'TextualBody', value: 'ways', purpose: 'tagging', 'lectern:tag': tag },
        ],
        target: expect.objectContaining({
          source: 'https://example.org/ferry',
          selector: [
            {
              type: 'TextQuoteSelector',
              exact: 'crosses the sound',
              prefix: 'A 👩‍👩‍👧 ',
              suffix: expect.stringMatching(/^ at noon\./u),
            },
            { type: 'TextPositionSelector', start: 8, end: 25 },
          ],
        }),
      }),
    ]);
  });

  it('keeps where an orphan was, with its words', async () => {
    const { app, id, path } = await setUp();
    const made = await app.call('annotations.create', {
      articleId: id,
      quote: { exact: 'crosses' },
    });
    const target = {
      position: { start: 3, end: 12 },
      quote: { exact: 'Quite another text altogether', prefix: 'a', suffix: 'b' },
      version: 7,
    };
    const orphan = await app.call('annotations.restore', { annotation: { ...made, target } });
    await app.call('interchange.export', { path });
    await app.call('annotations.delete', { id: made.id });
    await app.call('interchange.import', { path });
    const { annotations } = await app.call('annotations.list', {});
    expect(annotations).toEqual([orphan]);
  });
});

describe('annotations of other programs', () => {
  it('are placed by their quote in the article of that address', async () => {
    const { app, id, bring } = await setUp();
    const result = await bring({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://hypothes.is/a/xyz',
      type: 'Annotation',
      created: '2024-05-01T10:00:00+02:00',
      body: [
        { type: 'TextualBody', value: 'From elsewhere', purpose: 'commenting' },
        { type: 'TextualBody', value: 'Sea', purpose: 'tagging' },
      ],
      target: {
        source: 'https://example.org/ferry',
        selector: { type: 'TextQuoteSelector', exact: 'keeps a book', prefix: 'ferryman ' },
      },
    });
    expect(result).toMatchObject({ tags: 1, failures: [] });
    const { annotations } = await app.call('annotations.list', { articleId: id });
    expect(annotations).toMatchObject([
      {
        note: 'From elsewhere',
        created: '2024-05-01T08:00:00.000Z',
        anchor: { method: 'position', score: 1 },
        target: { quote: { exact: 'keeps a book' } },
      },
    ]);
  });

  it('whose words stand several times are a guess, unless they say which are meant', async () => {
    const { app, id, bring } = await setUp();
    const on = (selector: unknown) => ({
      type: 'Annotation',
      target: { source: 'https://example.org/ferry', selector },
    });
    const quote = { type: 'TextQuoteSelector', exact: 'the' };
    const position = { type: 'TextPositionSelector', start: 16, end: 19 };
    await bring([
      on({ ...quote, prefix: 'crosses ' }),
      on([quote, position]),
      on({ type: 'TextQuoteSelector', exact: 'e' }),
    ]);
    const { annotations } = await app.call('annotations.list', { articleId: id });
    const certain = annotations.filter(({ anchor }) => anchor.score === 1);
    expect(certain.map(({ target }) => target.quote.exact)).toEqual(['the', 'the']);
    expect(annotations).toHaveLength(3);
  });

  it('are placed by their position alone where there is no quote', async () => {
    const { app, bring } = await setUp();
    await bring([
      {
        type: 'Annotation',
        bodyValue: 'Here',
        target: {
          source: 'https://example.org/ferry',
          selector: [{ type: 'TextPositionSelector', start: 8, end: 15 }],
        },
      },
    ]);
    const { annotations } = await app.call('annotations.list', {});
    expect(annotations).toMatchObject([{ note: 'Here', target: { quote: { exact: 'crosses' } } }]);
  });

  it('are told one by one where they can’t be placed', async () => {
    const { bring } = await setUp();
    const target = { source: 'https://example.org/other', selector: { exact: 'x' } };
    const { failures } = await bring({
      type: 'AnnotationPage',
      items: [
        { type: 'Annotation', id: 'urn:a', target },
        { type: 'Annotation', id: 'urn:b', target: 'https://example.org/ferry' },
        'nonsense',
      ],
    });
    expect(inWords(failures)).toEqual([
      { id: 'urn:a', reason: 'Its article is not in this library' },
      { id: '#3', reason: 'It is not a Web Annotation' },
      { id: 'urn:b', reason: 'It does not say on which words it is' },
    ]);
  });
});

describe('what is there already', () => {
  it('stays when it is newer, and gives way when it is older', async () => {
    const { app, ports, id, path } = await setUp();
    const made = await app.call('annotations.create', {
      articleId: id,
      quote: { exact: 'crosses' },
    });
    await app.call('interchange.export', { path });
    ports.advance(1000);
    await app.call('annotations.update', { id: made.id, change: { note: 'newer' } });
    expect(await app.call('interchange.import', { path })).toMatchObject({ unchanged: 1 });
    await app.call('interchange.export', { path });
    await app.call('annotations.delete', { id: made.id });
    await app.call('annotations.restore', { annotation: made });
    expect(await app.call('interchange.import', { path })).toMatchObject({ replaced: [made] });
    const { annotations } = await app.call('annotations.list', {});
    expect(annotations).toMatchObject([{ note: 'newer' }]);
  });
});
