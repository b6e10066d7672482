import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App } from '../../../main/core/app.ts';
import { openTestApp } from '../../support/core.ts';

async function found(app: App, query: string): Promise<string[]> {
  for (;;) {
    const { hits, pending } = await app.call('search.query', { query });
    if (pending === 0) return hits.map(({ title }) => title);
  }
}

const FERRY = '# The noon ferry\n\nThe ferry crosses the sound at noon.\n';
const LAMPS = '# Lamps\n\nNobody has counted the lamps along the quay.\n';

describe('search', () => {
  it('finds what was imported, with its place in title and text', async () => {
    const { app, importText } = await openTestApp();
    await importText('ferry.md', FERRY);
    await found(app, 'ferry');
    const { total, hits } = await app.call('search.query', { query: 'ferries' });
    expect(total).toBe(1);
    const [hit] = hits;
    expect(hit?.titleRanges.map(({ start, end }) => hit.title.slice(start, end))).toEqual([
      'ferry',
    ]);
    const [snippet] = hit?.snippets ?? [];
    expect(snippet?.ranges.map(({ start, end }) => snippet.text.slice(start, end))).toEqual([
      'ferry',
    ]);
    const { ranges } = await app.call('search.matches', {
      articleId: hit?.articleId ?? '',
      terms: hit?.terms ?? [],
    });
    expect(ranges).toEqual([{ start: 4, end: 9 }]);
  });

  it('keeps in step with notes, tags, the trash and new versions', async () => {
    const { app, importText } = await openTestApp();
    const [id = ''] = await importText('ferry.md', FERRY);
    await importText('lamps.md', LAMPS);
    expect(await found(app, 'harbourmaster')).toEqual([]);

    const tag = await app.call('tags.ensure', { name: 'shipping' });
    const annotation = await app.call('annotations.create', {
      articleId: id,
      quote: { exact: 'crosses' },
      note: 'Ask the harbourmaster.',
      tags: [tag.id],
    });
    expect(await found(app, 'notes:harbourmaster')).toEqual(['The noon ferry']);
    expect(await found(app, 'tags:shipping')).toEqual(['The noon ferry']);

    await app.call('tags.update', { id: tag.id, change: { name: 'seafaring' } });
    expect(await found(app, 'tags:shipping')).toEqual([]);
    expect(await found(app, 'tags:seafaring')).toEqual(['The noon ferry']);

    await app.call('annotations.update', { id: annotation.id, change: { note: 'Ask the pilot.' } });
    expect(await found(app, 'harbourmaster')).toEqual([]);
    expect(await found(app, 'pilot')).toEqual(['The noon ferry']);

    await app.call('articles.trash', { ids: [id] });
    expect(await found(app, 'ferry')).toEqual([]);
    await app.call('articles.restore', { ids: [id] });
    expect(await found(app, 'ferry')).toEqual(['The noon ferry']);
  });

  it('says where a query can’t be understood', async () => {
    const { app } = await openTestApp();
    expect(await app.dispatch('search.query', { query: 'lamp foo:bar' })).toMatchObject({
      ok: false,
      error: { code: 'bad_query', details: { start: 5, end: 8 } },
    });
  });

  it('tells how many articles are still to be indexed', async () => {
    const { app, events, importText } = await openTestApp();
    await importText('ferry.md', FERRY);
    await found(app, 'ferry');
    expect(events).toContainEqual({ name: 'search.indexed', payload: { pending: 0 } });
  });

  it('rebuilds an index that is missing', async () => {
    const first = await openTestApp();
    await first.importText('ferry.md', FERRY);
    await first.app.close();
    await rm(join(first.folder, 'index'), { recursive: true, force: true });
    const { app } = await openTestApp(first.folder);
    expect(await found(app, 'ferry')).toEqual(['The noon ferry']);
  });

  it('sees at the next start what it had no time for', async () => {
    const first = await openTestApp();
    await first.importText('ferry.md', FERRY);
    await first.importText('lamps.md', LAMPS);
    await first.app.close();
    const { app } = await openTestApp(first.folder);
    expect(await found(app, 'quay')).toEqual(['Lamps']);
  });

  it('leaves a library that is only read as it is, and finds everything', async () => {
    const copies = async () =>
      (await readdir(tmpdir())).filter((name) => name.startsWith('lectern-index-'));
    const before = await copies();
    const first = await openTestApp();
    await first.importText('ferry.md', FERRY);
    await first.app.close();
    await rm(join(first.folder, 'index'), { recursive: true, force: true });
    const { app } = await openTestApp(first.folder, { readOnly: true });
    expect(await found(app, 'ferry')).toEqual(['The noon ferry']);
    expect(await readdir(first.folder)).not.toContain('index');
    await app.close();
    expect(await copies()).toEqual(before);
  });
});
