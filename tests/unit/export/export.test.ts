import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder, openTestApp } from '../../support/core.ts';

const ARTICLE = `---
title: "The noon ferry: a log"
author: Ada Nowak
url: https://example.org/ferry
published: 2024-05-01
tags: [harbour]
---

The ferry *crosses* the sound at noon.

The ferryman keeps a book of it, page #12.
`;

async function setUp() {
  const test = await openTestApp();
  const [id = ''] = await test.importText('ferry.md', ARTICLE);
  const tag = async (name: string) => (await test.app.call('tags.ensure', { name })).id;
  const annotate = async (exact: string, note: string, ...tags: string[]) =>
    test.app.call('annotations.create', {
      articleId: id,
      quote: { exact },
      note,
      tags: await Promise.all(tags.map(tag)),
    });
  const out = join(await makeTempFolder(), 'deep', 'notes');
  const run = (groupBy: 'article' | 'tag' = 'article') =>
    test.app.call('export.markdown', { out, groupBy });
  const read = (name: string) => readFile(join(out, name), 'utf8');
  return { ...test, id, annotate, out, run, read };
}

describe('notes by article', () => {
  it('are what Obsidian knows its way about in', async () => {
    const { id, annotate, run, read } = await setUp();
    const later = await annotate('keeps a book of it, page #12', '', 'book keeping', '1850');
    const first = await annotate(
      'crosses the sound at noon.\n\nThe ferryman',
      'Who *was* he?\n\n[[Ferrymen]]',
      'people',
    );
    expect(await run()).toEqual({
      files: ['The noon ferry a log.md'],
      written: 1,
      unchanged: 0,
      conflicts: [],
      failures: [],
    });
    expect(await read('The noon ferry a log.md')).toBe(`---
id: ${id}
title: "The noon ferry: a log"
source: https://example.org/ferry
author: Ada Nowak
published: 2024-05-01
created: 2026-01-02T03:04:05.000Z
description: "The ferry crosses the sound at noon. The ferryman keeps a book of it, page #12."
tags:
  - harbour
  - people
  - book-keeping
  - _1850
---

# The noon ferry: a log

## Highlights

> crosses the sound at noon.
>
> The ferryman

^lectern-${first.id}

Who *was* he?

[[Ferrymen]]

#people

> keeps a book of it, page \\#12

^lectern-${later.id}

#book-keeping #_1850
`);
  });

  it('change nothing that did not change', async () => {
    const { annotate, run } = await setUp();
    const made = await annotate('crosses', 'a');
    await run();
    expect(await run()).toMatchObject({ written: 0, unchanged: 1 });
    await annotate('ferryman', 'b');
    expect(await run()).toMatchObject({ written: 1, unchanged: 0 });
    expect(made.note).toBe('a');
  });

  it('are only of articles that have any', async () => {
    const { run, importText } = await setUp();
    await importText('other.md', '# Other\n\nText.\n');
    expect(await run()).toEqual({
      files: [],
      written: 0,
      unchanged: 0,
      conflicts: [],
      failures: [],
    });
  });

  it('never write over a note of the user’s own', async () => {
    const { id, annotate, out, run, read } = await setUp();
    await annotate('crosses', '');
    await mkdir(out, { recursive: true });
    await writeFile(join(out, 'The noon ferry a log.md'), 'mine');
    const { files } = await run();
    expect(files).toEqual([`The noon ferry a log ${id}.md`]);
    expect(await read('The noon ferry a log.md')).toBe('mine');
    expect(await run()).toMatchObject({ files, written: 0, unchanged: 1 });
  });

  it('keep passages that are not found any more', async () => {
    const { app, annotate, run, read } = await setUp();
    const made = await annotate('crosses', 'still mine');
    await app.call('annotations.delete', { id: made.id });
    const target = {
      position: { start: 0, end: 12 },
      quote: { exact: 'Quite another text altogether', prefix: '', suffix: '' },
      version: 1,
    };
    await app.call('annotations.restore', { annotation: { ...made, target } });
    await run();
    const text = await read('The noon ferry a log.md');
    expect(text).toContain('> Quite another text altogether');
    expect(text).toContain('*(This passage is not found in the text any more.)*');
    expect(text).toContain('still mine');
  });

  it('say in one error that a folder can’t be written', async () => {
    const { app, annotate } = await setUp();
    await annotate('crosses', '');
    const file = join(await makeTempFolder(), 'file');
    await writeFile(file, '');
    for (const out of [file, join(file, 'below')]) {
      const outcome = await app.dispatch('export.markdown', { out });
      expect(outcome).toMatchObject({ ok: false, error: { code: 'unwritable' } });
    }
    expect(await readFile(file, 'utf8')).toBe('');
  });

  it('are left out while their article is in the trash', async () => {
    const { app, id, annotate, run } = await setUp();
    await annotate('crosses', '');
    await app.call('articles.trash', { ids: [id] });
    expect(await run()).toMatchObject({ files: [] });
  });
});

describe('notes by tag', () => {
  it('stand under each of their tags in one file', async () => {
    const { annotate, out, run, read } = await setUp();
    const both = await annotate('crosses', 'n1', 'ways', 'Hours');
    const [ways, hours] = both.tags;
    const none = await annotate('ferryman', 'n2');
    expect(await run('tag')).toMatchObject({ files: ['Notes by tag.md'], written: 1 });
    expect(await readdir(out)).toEqual(['Notes by tag.md']);
    expect(await read('Notes by tag.md')).toBe(`---
id: notes-by-tag
---

# Notes by tag

## Hours

> crosses

^lectern-${both.id}-in-${hours}

n1

#ways #Hours

— The noon ferry: a log, Ada Nowak, 2024-05-01

## ways

> crosses

^lectern-${both.id}-in-${ways}

n1

#ways #Hours

— The noon ferry: a log, Ada Nowak, 2024-05-01

## Without a tag

> ferryman

^lectern-${none.id}

n2

— The noon ferry: a log, Ada Nowak, 2024-05-01
`);
    expect(await run('tag')).toMatchObject({ written: 0, unchanged: 1 });
  });

  it('are previewed as they would be written', async () => {
    const { app, annotate, out, run, read } = await setUp();
    await annotate('crosses', '', 'ways');
    for (const groupBy of ['article', 'tag'] as const) {
      const { files } = await app.call('export.preview', { out, groupBy });
      await run(groupBy);
      for (const { path, content } of files) expect(await read(path)).toBe(content);
    }
  });
});
