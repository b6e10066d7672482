/** Annotations of Hypothesis, as its API gives them. The rows are made up. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder, openTestApp } from '../../support/core.ts';
import { inWords } from '../../support/in-words.ts';

const FERRY = `---
title: The noon ferry
url: https://www.example.org/ferry/
---

The ferry crosses the sound at noon. The ferryman keeps a book.
`;
const LAMP =
  '# The lamp on the pier\n\nThe lamp burns until four, and nobody lights it in summer.\n';

function row(id: string, uri: string, more: object) {
  return {
    id,
    created: '2025-03-04T05:06:07.123456+00:00',
    updated: '2025-03-05T05:06:07.123456+00:00',
    user: 'acct:reader@hypothes.is',
    uri,
    text: '',
    tags: [],
    group: '__world__',
    permissions: { read: ['group:__world__'] },
    target: [{ source: uri }],
    document: { title: [] },
    links: { html: `https://hypothes.is/a/${id}` },
    ...more,
  };
}

function quoted(source: string, exact: string, prefix = '', suffix = '') {
  const selector = [
    { type: 'RangeSelector', startContainer: '/div[2]/p[1]', startOffset: 4, endOffset: 9 },
    { type: 'TextPositionSelector', start: 4812, end: 4829 },
    { type: 'TextQuoteSelector', exact, prefix, suffix },
  ];
  return { target: [{ source, selector }] };
}

const AT = 'http://example.org/ferry?utm_source=mail';
const ROWS = [
  row('one', AT, {
    ...quoted(AT, 'crosses the sound', 'The ferry ', ' at noon.'),
    text: 'Why?',
    tags: ['ways', 'water'],
  }),
  row('reply', AT, { text: 'Because of the tide.', references: ['one'] }),
  row('page', AT, { text: 'On ferries.' }),
  row('two', 'https://elsewhere.example/lamp', {
    ...quoted('x', 'burns until four and nobody lights', 'The lamp ', ' it in'),
    document: { title: ['The lamp on the pier | The Coast'] },
  }),
  row('lost', 'https://elsewhere.example/fog', quoted('x', 'fog')),
  { id: 7, uri: 'damaged' },
];

async function setUp() {
  const { app, importText, ...test } = await openTestApp();
  const [ferry = ''] = await importText('ferry.md', FERRY);
  const [lamp = ''] = await importText('lamp.md', LAMP);
  const path = join(await makeTempFolder(), 'rows.json');
  const bring = async (value: unknown) => {
    await writeFile(path, JSON.stringify(value));
    return app.call('interchange.import', { path });
  };
  return { ...test, app, ferry, lamp, bring };
}

describe('rows of Hypothesis', () => {
  it('find their articles by address and title, and their words', async () => {
    const { app, ferry, lamp, bring } = await setUp();
    const result = await bring({ total: ROWS.length, rows: ROWS });
    expect(result).toMatchObject({ replaced: [], unchanged: 0, tags: 2 });
    expect(result.added).toHaveLength(2);
    expect(inWords(result.failures)).toEqual([
      { id: 'urn:x-hypothesis:lost', reason: 'Its article is not in this library' },
      { id: '#5', reason: 'It is not a Web Annotation' },
    ]);
    const { annotations } = await app.call('annotations.list', {});
    const { tags } = await app.call('tags.list', {});
    const first = annotations.find(({ articleId }) => articleId === ferry);
    expect(first).toMatchObject({
      note: 'Why?\n\n---\n\nBecause of the tide.',
      target: { quote: { exact: 'crosses the sound' } },
      anchor: { score: 1 },
      created: '2025-03-04T05:06:07.123Z',
    });
    expect(tags.map(({ name }) => name).toSorted()).toEqual(['water', 'ways']);
    const second = annotations.find(({ articleId }) => articleId === lamp);
    expect(second).toMatchObject({ anchor: { method: 'fuzzy' } });
    expect((await app.call('articles.get', { id: ferry })).article.note).toBe('On ferries.');
  });

  it('are known when they are brought in again', async () => {
    const { app, bring } = await setUp();
    await bring(ROWS);
    expect(await bring(ROWS)).toMatchObject({ added: [], replaced: [], unchanged: 2 });
    const later = { ...ROWS[0], text: 'Why not?', updated: '2025-04-05T05:06:07+00:00' };
    expect((await bring([later])).replaced).toHaveLength(1);
    const { annotations } = await app.call('annotations.list', {});
    expect(annotations.map(({ note }) => note)).toContain('Why not?');
    expect(annotations).toHaveLength(2);
  });
});
