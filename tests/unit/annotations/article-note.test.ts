import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder, openTestApp } from '../../support/core.ts';

async function withNote(note: string) {
  const opened = await openTestApp();
  const [id = ''] = await opened.importText('fog.md', '# Fog\n\nFog lay on the coast.\n');
  const { undo } = await opened.app.call('articles.update', { ids: [id], change: { note } });
  const present = async () => (await opened.app.call('articles.get', { id })).article;
  return { ...opened, id, undo, present };
}

describe('a note on an article', () => {
  it('is kept with the time it was written, and undone', async () => {
    const { app, undo, present } = await withNote('What a *day*');
    expect(await present()).toMatchObject({
      note: 'What a *day*',
      noted: '2026-01-02T03:04:05.000Z',
    });
    for (const change of undo) await app.call('articles.update', change);
    expect((await present()).note).toBe('');
  });

  it('is among all notes, unless the filter asks for passages', async () => {
    const { app, id } = await withNote('What a day');
    const listed = async (filter: object) =>
      (await app.call('notes.list', { filter })).articleNotes.map(({ article }) => article.id);
    expect(await listed({})).toEqual([id]);
    expect(await listed({ text: 'DAY fog' })).toEqual([id]);
    expect(await listed({ text: 'night' })).toEqual([]);
    expect(await listed({ color: 'yellow' })).toEqual([]);
    await app.call('articles.trash', { ids: [id] });
    expect(await listed({})).toEqual([]);
  });

  it('is told by its row in a list, and read with the article', async () => {
    const { app, id } = await withNote('long '.repeat(10_000));
    const { articles } = await app.call('articles.list', {});
    expect(articles).toMatchObject([{ id, hasNote: true }]);
    const named = await app.call('articles.named', { ids: [id] });
    expect(JSON.stringify([articles, named]).length).toBeLessThan(4000);
  });

  it('is exported under the title, also without any highlight', async () => {
    const { app, id } = await withNote('See [[article/gone|the lamp]].');
    const out = await makeTempFolder();
    const { files } = await app.call('export.markdown', { out });
    expect(files).toEqual(['Fog.md']);
    const written = await readFile(join(out, 'Fog.md'), 'utf8');
    expect(written).toContain('# Fog\n\nSee the lamp.\n');
    await app.call('articles.update', { ids: [id], change: { note: 'Another' } });
    await app.call('export.markdown', { out });
    const again = await readFile(join(out, 'Fog.md'), 'utf8');
    expect(again).toContain('# Fog\n\nAnother\n');
    expect(again).not.toContain('lamp');
  });

  it('stays where it was written after the one that is brought in', async () => {
    const { app, id, present } = await withNote('Older');
    const path = join(await makeTempFolder(), 'notes.jsonld');
    await app.call('interchange.export', { path });
    await app.call('articles.update', { ids: [id], change: { note: 'Newer' } });
    const { articleNotes } = await app.call('interchange.import', { path });
    expect(articleNotes).toEqual([]);
    expect((await present()).note).toBe('Newer');
  });
});
