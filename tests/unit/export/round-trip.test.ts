/** Exporting again into files that their user has moved, renamed and written in. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder, openTestApp } from '../../support/core.ts';

const FILE = 'The noon ferry.md';
const TEXT =
  '# The noon ferry\n\nThe ferry crosses the sound at noon.\n\nThe ferryman keeps a book.\n';

async function setUp() {
  const { app, importText, ...test } = await openTestApp();
  const [id = ''] = await importText('ferry.md', TEXT);
  const out = join(await makeTempFolder(), 'notes');
  const annotate = (exact: string, note = '') =>
    app.call('annotations.create', { articleId: id, quote: { exact }, note });
  const run = (overwrite: string[] = []) => app.call('export.markdown', { out, overwrite });
  const read = (name = FILE) => readFile(join(out, name), 'utf8');
  const edit = async (change: (text: string) => string, name = FILE) =>
    writeFile(join(out, name), change(await read(name)));
  return { ...test, app, id, out, annotate, run, read, edit };
}

describe('a file that its user writes in', () => {
  it('gets what is new and keeps what is theirs', async () => {
    const { app, annotate, run, read, edit } = await setUp();
    const first = await annotate('crosses the sound', 'Why at noon?');
    await run();
    await edit((text) =>
      text
        .replace('tags: []', 'tags: [mine]\nrating: 5 # of 5')
        .replace('## Highlights', 'My opening.\n\n## Highlights')
        .replace('Why at noon?', 'Why at noon?\n\nBecause of the tide.'),
    );
    await annotate('keeps a book');
    await app.call('annotations.update', { id: first.id, change: { note: 'Why not at two?' } });
    expect(await run()).toMatchObject({ written: 1, conflicts: [] });
    const text = await read();
    expect(text).toContain('rating: 5 # of 5');
    expect(text).toContain('My opening.\n\n## Highlights');
    expect(text).toContain(
      'Why not at two?\n\nBecause of the tide.\n\n> keeps a book\n\n^lectern-',
    );
    expect(text).not.toContain('Why at noon?');
    expect(await run()).toMatchObject({ written: 0, unchanged: 1 });
  });

  it('is found where they moved it', async () => {
    const { annotate, out, run, read } = await setUp();
    await annotate('crosses the sound');
    await run();
    await mkdir(join(out, 'harbour', 'logs'), { recursive: true });
    await rename(join(out, FILE), join(out, 'harbour/logs/Ferries.md'));
    await annotate('keeps a book');
    expect(await run()).toMatchObject({ files: ['harbour/logs/Ferries.md'], written: 1 });
    expect(await read('harbour/logs/Ferries.md')).toContain('> keeps a book');
  });

  it('is known when its whole folder has moved', async () => {
    const { app, annotate, out, run, edit } = await setUp();
    const made = await annotate('crosses the sound', 'a note');
    await run();
    await edit((text) => `${text}\nMine.\n`);
    const moved = `${out} elsewhere`;
    await rename(out, moved);
    await app.call('annotations.update', { id: made.id, change: { note: 'another note' } });
    expect(await app.call('export.markdown', { out: moved })).toMatchObject({ conflicts: [] });
    const text = await readFile(join(moved, FILE), 'utf8');
    expect(text).toMatch(/another note\n\nMine\.\n$/u);
    expect(text).not.toContain('a note\n');
  });

  it('marks what was deleted in Lectern, and takes the mark away when it is back', async () => {
    const { app, annotate, run, read, edit } = await setUp();
    const made = await annotate('crosses the sound', 'Why at noon?');
    await run();
    const before = await read();
    const annotation = await app.call('annotations.delete', { id: made.id });
    await run();
    expect(await read()).toContain(
      `^lectern-${made.id}\n\n*(Deleted in Lectern.)*\n\nWhy at noon?`,
    );
    await app.call('annotations.restore', { annotation });
    await run();
    expect(await read()).toBe(before);
    await edit((text) => text.replace('Why at noon?', 'Mine now.'));
    await app.call('annotations.delete', { id: made.id });
    expect(await run()).toMatchObject({ conflicts: [] });
    expect(await read()).toContain('Mine now.');
  });

  it('stays as it is while its article is in the trash', async () => {
    const { app, id, annotate, run, read } = await setUp();
    await annotate('crosses the sound');
    await run();
    const before = await read();
    await app.call('articles.trash', { ids: [id] });
    expect(await run()).toMatchObject({ files: [] });
    expect(await read()).toBe(before);
  });

  it('is written anew when it was deleted', async () => {
    const { annotate, out, run, read } = await setUp();
    await annotate('crosses the sound');
    await run();
    const before = await read();
    await rm(join(out, FILE));
    expect(await run()).toMatchObject({ written: 1 });
    expect(await read()).toBe(before);
  });
});

describe('a conflict', () => {
  async function withEditedNote() {
    const test = await setUp();
    const made = await test.annotate('crosses the sound', 'Why at noon?');
    await test.run();
    await test.edit((text) => text.replace('Why at noon?', 'Why at noon, of all hours?'));
    return { ...test, made };
  }

  it('is told with both sides, and the user’s stays', async () => {
    const { app, made, run, read } = await withEditedNote();
    const told = {
      path: FILE,
      annotationId: made.id,
      part: 'note',
      file: 'Why at noon, of all hours?',
    };
    expect(await run()).toMatchObject({ conflicts: [{ ...told, lectern: 'Why at noon?' }] });
    await app.call('annotations.update', { id: made.id, change: { note: 'Never mind.' } });
    expect(await run()).toMatchObject({
      written: 0,
      conflicts: [{ ...told, lectern: 'Never mind.' }],
    });
    expect(await read()).toContain(told.file);
  });

  it('is over when the note comes back into Lectern', async () => {
    const { app, made, run, read } = await withEditedNote();
    const [conflict] = (await run()).conflicts;
    const change = { note: conflict?.file ?? '' };
    await app.call('annotations.update', { id: made.id, change });
    expect(await run()).toMatchObject({ written: 0, conflicts: [] });
    await app.call('annotations.update', { id: made.id, change: { note: 'And later.' } });
    expect(await run()).toMatchObject({ written: 1, conflicts: [] });
    expect(await read()).toContain('And later.');
  });

  it('is over when Lectern’s side is written', async () => {
    const { run, read } = await withEditedNote();
    const [conflict] = (await run()).conflicts;
    expect(await run([conflict?.id ?? ''])).toMatchObject({ written: 1, conflicts: [] });
    expect(await read()).toContain('Why at noon?');
    expect(await read()).not.toContain('of all hours');
  });

  it('is one too when a highlight was taken out, which can be written again', async () => {
    const { annotate, run, read, edit } = await setUp();
    const made = await annotate('crosses the sound', 'Why?');
    await annotate('keeps a book');
    await run();
    await edit((text) => text.replace(/> crosses[^]*?Why\?\n\n/u, ''));
    const { conflicts } = await run();
    expect(conflicts).toMatchObject([{ part: 'unit', annotationId: made.id, file: '' }]);
    expect(await read()).not.toContain('> crosses');
    expect(await run(conflicts.map(({ id }) => id))).toMatchObject({ conflicts: [] });
    expect(await read()).toMatch(
      /> crosses the sound\n\n\^lectern-\S+\n\nWhy\?\n\n> keeps a book/u,
    );
  });
});

describe('the note on an article as a whole', () => {
  async function withArticleNote(template = 'obsidian') {
    const test = await setUp();
    const note = (text: string) =>
      test.app.call('articles.update', { ids: [test.id], change: { note: text } });
    const noted = async () => (await test.app.call('articles.get', { id: test.id })).article.note;
    const run = (overwrite: string[] = []) =>
      test.app.call('export.markdown', { out: test.out, template, overwrite });
    await test.annotate('crosses the sound', 'Why at noon?');
    await note('On ferries.\n\n- and on time');
    await run();
    return { ...test, note, noted, run };
  }

  it.each(['obsidian', 'logseq', 'plain'])(
    'comes back by choice, by the template %s',
    async (template) => {
      const { app, id, edit, note, noted, run } = await withArticleNote(template);
      await edit((text) => text.replace('On ferries.', 'On ferries and tides.'));
      const [conflict] = (await run()).conflicts;
      expect(conflict).toMatchObject({
        annotationId: null,
        articleId: id,
        part: 'note',
        note: 'On ferries and tides.\n\n- and on time',
      });
      const change = { note: conflict?.note ?? '' };
      await app.call('articles.update', { ids: [id], change });
      expect(await run()).toMatchObject({ written: 0, conflicts: [] });
      await note(`${await noted()}\n- and tides`);
      expect(await run()).toMatchObject({ written: 1, conflicts: [] });
    },
  );

  it('is brought up to date and taken away where nobody edited it', async () => {
    const { note, run, read } = await withArticleNote();
    await note('On boats.');
    expect(await run()).toMatchObject({ written: 1, conflicts: [] });
    expect(await read()).toContain('# The noon ferry\n\nOn boats.\n\n## Highlights');
    await note('');
    expect(await run()).toMatchObject({ written: 1, conflicts: [] });
    expect(await read()).toContain('# The noon ferry\n\n## Highlights');
  });

  it('goes from its file with the last that stood in it', async () => {
    const { app, run, read, edit, note } = await withArticleNote();
    await edit((text) => `${text}\nMine.\n`);
    const { annotations } = await app.call('annotations.list', {});
    for (const { id } of annotations) await app.call('annotations.delete', { id });
    await note('');
    expect(await run()).toMatchObject({ conflicts: [] });
    const text = await read();
    expect(text).not.toContain('On ferries');
    expect(text).toContain('> crosses the sound');
    expect(text).toContain('*(Deleted in Lectern.)*');
    expect(text).toContain('Mine.');
  });
});

describe('a note of which its user left no word', () => {
  it('is shown with what stands in its place', async () => {
    const { annotate, run, edit } = await setUp();
    await annotate('crosses the sound', 'Why at noon?');
    await annotate('keeps a book');
    await run();
    await edit((text) => text.replace('Why at noon?', 'Tides decide it.\n\nMine to keep.'));
    const { conflicts } = await run();
    expect(conflicts).toMatchObject([
      { part: 'note', note: 'Tides decide it.', lectern: 'Why at noon?' },
    ]);
  });

  it('can be marks alone', async () => {
    const { annotate, run, edit } = await setUp();
    await annotate('crosses the sound', '👍');
    await run();
    await edit((text) => text.replace('👍', '👍👍'));
    expect((await run()).conflicts).toMatchObject([{ part: 'note', note: '👍👍' }]);
  });
});
