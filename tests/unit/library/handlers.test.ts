import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../main/core/app.ts';
import { openLibrary } from '../../../main/core/library/library.ts';
import type { MethodInput } from '../../../main/shared/contract.ts';
import { DEFAULT_SETTINGS } from '../../../main/shared/entities.ts';
import { appWith } from '../../support/app-with.ts';
import { makeTempFolder, openTestApp, testPorts, type TestApp } from '../../support/core.ts';
import { makeArticle, makeSource, sha256Of } from '../../support/entities.ts';

async function listed(
  { app }: TestApp,
  input: MethodInput<'articles.list'> = {},
): Promise<string[]> {
  return (await app.call('articles.list', input)).articles.map(({ id }) => id);
}

const FIRST = '2026-01-01T00:00:00.000Z';
const SECOND = '2026-01-02T00:00:00.000Z';
const later = sha256Of('a later source');

describe('the list of articles', () => {
  it('has the newest import first, each import in the order of its dump', async () => {
    const app = await appWith([
      makeArticle('old-2', { order: 1, added: FIRST }),
      makeArticle('old-1', { order: 0, added: FIRST }),
      makeArticle('new-3', { order: 2, added: SECOND, sourceId: later }),
      makeArticle('new-1', { order: 0, added: SECOND, sourceId: later }),
      makeArticle('new-2', { order: 1, added: SECOND, sourceId: later }),
    ]);
    expect(await listed(app)).toEqual(['new-1', 'new-2', 'new-3', 'old-1', 'old-2']);
    expect(await listed(app, { descending: false })).toEqual([
      'old-1',
      'old-2',
      'new-1',
      'new-2',
      'new-3',
    ]);
  });

  it('has articles without a date last in both directions', async () => {
    const app = await appWith([
      makeArticle('none', { published: null }),
      makeArticle('year', { published: '2020' }),
      makeArticle('day', { published: '2020-03-01' }),
      makeArticle('time', { published: '2019-12-31T23:59:59Z' }),
    ]);
    const sort = 'published';
    expect(await listed(app, { sort })).toEqual(['day', 'year', 'time', 'none']);
    expect(await listed(app, { sort, descending: false })).toEqual(['time', 'year', 'day', 'none']);
  });

  it('is sorted by title as people sort, and by length', async () => {
    const app = await appWith([
      makeArticle('a', { title: 'Part 10', length: 3 }),
      makeArticle('b', { title: '“Émile”', length: 1 }),
      makeArticle('c', { title: 'Part 9', length: 2 }),
      makeArticle('d', { title: 'emigrant', length: 4 }),
      makeArticle('e', { title: 'Zoo', length: 5 }),
    ]);
    const descending = false;
    expect(await listed(app, { sort: 'title', descending })).toEqual(['d', 'b', 'c', 'a', 'e']);
    expect(await listed(app, { sort: 'length', descending })).toEqual(['b', 'c', 'a', 'd', 'e']);
  });

  it('follows changes in every order it was asked for', async () => {
    const app = await appWith(['a', 'b', 'c'].map((id) => makeArticle(id, { title: `T ${id}` })));
    const byTitle = () => listed(app, { sort: 'title', descending: false });
    expect(await byTitle()).toEqual(['a', 'b', 'c']);
    await app.app.call('articles.update', { ids: ['b'], change: { state: 'read' } });
    const { articles } = await app.app.call('articles.list', { sort: 'title', descending: false });
    expect(articles.map(({ state }) => state)).toEqual(['inbox', 'read', 'inbox']);
    await app.importText('x.md', '# T a and more\n\nWords of it.\n');
    expect((await byTitle())[1]).toMatch(/^id-/);
  });

  it('shows places, sources and tags; parts of an article stand in its text, not in the list', async () => {
    const app = await appWith([
      makeArticle('whole', { state: 'reading', tags: ['method'] }),
      makeArticle('part', { parentId: 'whole', tags: ['method'] }),
      makeArticle('teaser', { truncated: true, sourceId: later, state: 'read', added: FIRST }),
      makeArticle('gone', { trashed: FIRST, tags: ['method'] }),
    ]);
    expect(await listed(app, { place: 'library' })).toEqual(['whole', 'teaser']);
    expect(await listed(app, { place: 'inbox' })).toEqual([]);
    expect(await listed(app, { place: 'reading' })).toEqual(['whole']);
    expect(await listed(app, { place: 'read' })).toEqual(['teaser']);
    expect(await listed(app, { place: 'teasers' })).toEqual(['teaser']);
    expect(await listed(app, { place: 'trash' })).toEqual(['gone']);
    expect(await listed(app, { sourceId: later })).toEqual(['teaser']);
    expect(await listed(app, { tagId: 'method' })).toEqual(['whole']);
    const part = await app.app.call('articles.get', { id: 'part' });
    expect(part).toMatchObject({ article: { id: 'part' }, markdown: 'Some words.' });
  });

  it('gives its ids alone, of all or of a range', async () => {
    const app = await appWith(['a', 'b', 'c', 'd'].map((id, order) => makeArticle(id, { order })));
    expect(await app.app.call('articles.ids', {})).toEqual({ ids: ['a', 'b', 'c', 'd'] });
    const range = await app.app.call('articles.ids', { offset: 1, limit: 2 });
    expect(range).toEqual({ ids: ['b', 'c'] });
  });

  it('comes in pages', async () => {
    const ids = Array.from({ length: 25 }, (_, n) => `a${String(n).padStart(2, '0')}`);
    const app = await appWith(ids.map((id, order) => makeArticle(id, { order })));
    const page = await app.app.call('articles.list', { offset: 10, limit: 10 });
    expect(page.total).toBe(25);
    expect(page.articles.map(({ id }) => id)).toEqual(ids.slice(10, 20));
  });
});

describe('changing articles', () => {
  it('tells which changed, and when; a reading position is no change', async () => {
    const app = await appWith([makeArticle('a'), makeArticle('b')]);
    app.ports.advance(60_000);
    await app.app.call('articles.update', {
      ids: ['a'],
      change: { position: { offset: 5, fraction: 0.05 } },
    });
    const get = async (id: string) => (await app.app.call('articles.get', { id })).article;
    expect(await get('a')).toEqual(makeArticle('a', { position: { offset: 5, fraction: 0.05 } }));
    await app.app.call('articles.update', { ids: ['a', 'b'], change: { state: 'read' } });
    expect(await get('b')).toMatchObject({ state: 'read', updated: '2026-01-02T03:05:05.000Z' });
    expect(app.events.filter(({ name }) => name.startsWith('articles.'))).toEqual([
      {
        name: 'articles.positioned',
        payload: { id: 'a', position: { offset: 5, fraction: 0.05 } },
      },
      { name: 'articles.marked', payload: { ids: ['a', 'b'] } },
    ]);
  });

  it('gives the calls that take a change of many back to where each was', async () => {
    const app = await appWith([
      makeArticle('a', { state: 'inbox' }),
      makeArticle('b', { state: 'read' }),
      makeArticle('c', { state: 'reading' }),
      makeArticle('d', { state: 'inbox' }),
    ]);
    const ids = ['a', 'b', 'c', 'd'];
    const { undo } = await app.app.call('articles.update', { ids, change: { state: 'read' } });
    expect(undo).toEqual([
      { ids: ['a', 'd'], change: { state: 'inbox' } },
      { ids: ['c'], change: { state: 'reading' } },
    ]);
    for (const back of undo) await app.app.call('articles.update', back);
    const { articles } = await app.app.call('articles.list', { sort: 'title', descending: false });
    expect(articles.map(({ state }) => state)).toEqual(['inbox', 'read', 'reading', 'inbox']);
  });

  it('puts a tag on many and takes it off again, leaving their other tags', async () => {
    const app = await appWith([makeArticle('a', { tags: ['old'] }), makeArticle('b')]);
    const { id: tag } = await app.app.call('tags.ensure', { name: 'New' });
    const tagsOf = async (id: string) => (await app.app.call('articles.get', { id })).article.tags;
    const ids = ['a', 'b'];
    const put = await app.app.call('articles.update', { ids, change: { addTags: [tag] } });
    expect([await tagsOf('a'), await tagsOf('b')]).toEqual([['old', tag], [tag]]);
    const again = await app.app.call('articles.update', { ids, change: { addTags: [tag] } });
    expect(again.undo).toEqual([]);
    const off = await app.app.call('articles.update', { ids, change: { removeTags: [tag] } });
    expect([await tagsOf('a'), await tagsOf('b')]).toEqual([['old'], []]);
    expect(off.undo).toEqual([
      { ids: ['a'], change: { tags: ['old', tag] } },
      { ids: ['b'], change: { tags: [tag] } },
    ]);
    expect(put.undo).toEqual([
      { ids: ['a'], change: { tags: ['old'] } },
      { ids: ['b'], change: { tags: [] } },
    ]);
  });

  it('refuses tags and articles that do not exist, and changes none of the others', async () => {
    const app = await appWith([makeArticle('a')]);
    const change = { tags: ['none'] };
    await expect(app.app.call('articles.update', { ids: ['a'], change })).rejects.toMatchObject({
      code: 'not_found',
      message: 'There is no tag none',
    });
    await expect(
      app.app.call('articles.update', { ids: ['a', 'zz'], change: { state: 'read' } }),
    ).rejects.toMatchObject({ code: 'not_found', message: 'There is no article zz' });
    expect(await listed(app, { place: 'inbox' })).toEqual(['a']);
    expect(app.events).toEqual(app.events.filter(({ name }) => name !== 'articles.changed'));
  });
});

describe('the trash', () => {
  const family = [
    makeArticle('whole'),
    makeArticle('part', { parentId: 'whole', order: 1 }),
    makeArticle('part-of-part', { parentId: 'part', order: 2 }),
    makeArticle('other', { order: 3 }),
  ];

  it('knows the post that an article is a part of, and its own parts that are not in the trash', async () => {
    const app = await appWith(family);
    const part = await app.app.call('articles.family', { id: 'part' });
    expect(part.parent?.id).toBe('whole');
    expect(part.parts.map(({ id }) => id)).toEqual(['part-of-part']);
    await app.app.call('articles.trash', { ids: ['part-of-part'] });
    expect((await app.app.call('articles.family', { id: 'part' })).parts).toEqual([]);
  });

  it('takes an article with its parts, and gives them back together', async () => {
    const app = await appWith(family);
    await app.app.call('articles.trash', { ids: ['whole'] });
    expect(await listed(app)).toEqual(['other']);
    expect(await listed(app, { place: 'trash' })).toEqual(['whole']);
    const { article } = await app.app.call('articles.get', { id: 'part-of-part' });
    expect(article.trashed).toBe('2026-01-02T03:04:05.000Z');
    await app.app.call('articles.restore', { ids: ['whole'] });
    expect(await listed(app)).toEqual(['whole', 'other']);
    expect((await app.app.call('articles.get', { id: 'part-of-part' })).article.trashed).toBeNull();
    const changed = {
      name: 'articles.changed',
      payload: { ids: ['whole', 'part', 'part-of-part'] },
    };
    expect(app.events.filter(({ name }) => name === 'articles.changed')).toEqual([
      changed,
      changed,
    ]);
  });

  it('keeps a part that went into it before', async () => {
    const app = await appWith(family);
    await app.app.call('articles.trash', { ids: ['part'] });
    expect(await listed(app, { place: 'trash' })).toEqual(['part']);
    app.ports.advance(1000);
    await app.app.call('articles.trash', { ids: ['whole'] });
    await app.app.call('articles.restore', { ids: ['whole'] });
    expect(await listed(app, { place: 'trash' })).toEqual(['part']);
  });

  it('gives up for good what is in it, with parts, notes and the last of a source', async () => {
    const app = await openTestApp();
    const [id = ''] = await app.importText('one.md', '# One\n\nFirst words here.\n');
    const [kept = ''] = await app.importText('two.md', '# Two\n\nOther words.\n');
    await app.app.call('annotations.create', { articleId: id, quote: { exact: 'words' } });
    await expect(app.app.call('articles.delete', { ids: [id] })).rejects.toMatchObject({
      code: 'bad_input',
      message: '“One” is not in the trash',
    });
    await app.app.call('articles.trash', { ids: [id] });
    expect(await app.app.call('articles.delete', { ids: [id] })).toEqual({ ids: [id] });
    expect(await listed(app, { place: 'trash' })).toEqual([]);
    expect(await listed(app)).toEqual([kept]);
    const { sources } = await app.app.call('library.overview', {});
    expect(sources.map(({ name }) => name)).toEqual(['two.md']);
    expect(await app.app.call('library.verify', {})).toEqual({ ok: true, problems: [] });
    // The same file again is new.
    expect(await app.importText('one.md', '# One\n\nFirst words here.\n')).toHaveLength(1);
  });

  it('leaves a part that was put back standing alone when its whole is given up', async () => {
    const app = await appWith(family);
    await app.app.call('articles.trash', { ids: ['whole'] });
    await app.app.call('articles.restore', { ids: ['part'] });
    await app.app.call('articles.delete', { ids: ['whole'] });
    expect(await listed(app)).toEqual(['part', 'other']);
    const { article } = await app.app.call('articles.get', { id: 'part-of-part' });
    expect(article.parentId).toBe('part');
  });

  it('leaves out of sight what was noted in its articles', async () => {
    const app = await openTestApp();
    const [id = ''] = await app.importText('one.md', '# One\n\nFirst words here.\n');
    await app.app.call('annotations.create', { articleId: id, quote: { exact: 'words' } });
    await app.app.call('articles.trash', { ids: [id] });
    expect((await app.app.call('annotations.list', {})).total).toBe(0);
    expect((await app.app.call('annotations.list', { articleId: id })).total).toBe(1);
    await app.app.call('articles.restore', { ids: [id] });
    expect((await app.app.call('annotations.list', {})).total).toBe(1);
  });
});

describe('the overview', () => {
  it('counts what the places hold', async () => {
    const app = await appWith([
      makeArticle('whole', { state: 'reading' }),
      makeArticle('part', { parentId: 'whole' }),
      makeArticle('teaser', { truncated: true }),
      makeArticle('gone', { trashed: FIRST }),
    ]);
    expect(await app.app.call('library.overview', {})).toEqual({
      folder: app.folder,
      readOnly: false,
      places: { library: 2, inbox: 1, reading: 1, read: 0, teasers: 1, orphans: 0, trash: 1 },
      sources: [],
      annotations: 0,
      orphans: 0,
      toReview: 0,
    });
  });

  it('counts the articles of each source', async () => {
    const app = await openTestApp();
    await app.importText('one.md', '# One\n\nWords.\n');
    app.ports.advance(1000);
    const [second = ''] = await app.importText('two.md', '# Two\n\nOther words.\n');
    await app.app.call('articles.trash', { ids: [second] });
    const { sources } = await app.app.call('library.overview', {});
    expect(sources.map(({ name, articles }) => [name, articles])).toEqual([
      ['two.md', 0],
      ['one.md', 1],
    ]);
  });
});

describe('the lines of a source', () => {
  async function appWithSource(bytes: Buffer, encoding: string): Promise<[TestApp, string]> {
    const folder = join(await makeTempFolder(), 'library');
    const library = await openLibrary(testPorts(folder), { readOnly: false });
    const file = join(folder, '..', 'dump.txt');
    await writeFile(file, bytes);
    await library.sources.put(makeSource(sha256Of(bytes), { encoding }), file);
    await library.close();
    return [await openTestApp(folder), sha256Of(bytes)];
  }

  it('are counted from 1, whatever ends them', async () => {
    const [{ app }, id] = await appWithSource(Buffer.from('one\r\ntwo\n\rfour\rfive\n'), 'utf-8');
    const lines = (startLine: number, endLine: number) =>
      app.call('sources.lines', { id, startLine, endLine });
    expect(await lines(1, 99)).toEqual({ total: 5, lines: ['one', 'two', '', 'four', 'five'] });
    expect(await lines(2, 2)).toEqual({ total: 5, lines: ['two'] });
    expect((await lines(0, 1)).lines).toEqual(['one']);
    expect((await lines(6, 9)).lines).toEqual([]);
  });

  it.each([
    ['windows-1252', Buffer.from([0x63, 0x61, 0x66, 0xe9])],
    ['utf-16le', Buffer.from('\uFEFFcafé', 'utf16le')],
    ['utf-8', Buffer.from('\uFEFFcafé')],
    ['an unknown one', Buffer.from('café')],
  ])('are read in the encoding of the source: %s', async (encoding, bytes) => {
    const [{ app }, id] = await appWithSource(bytes, encoding);
    const { lines } = await app.call('sources.lines', { id, startLine: 1, endLine: 1 });
    expect(lines).toEqual(['café']);
  });

  it('of a source that does not exist are not found', async () => {
    const { app } = await openTestApp();
    const asked = app.call('sources.lines', { id: sha256Of('x'), startLine: 1, endLine: 1 });
    await expect(asked).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('settings', () => {
  it('are changed one by one, kept and told', async () => {
    const { app, folder, events } = await openTestApp();
    expect(await app.call('settings.get', {})).toEqual(DEFAULT_SETTINGS);
    const changed = await app.call('settings.update', { theme: 'dark' });
    expect(changed).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(events).toContainEqual({ name: 'settings.changed', payload: {} });
    await app.close();
    const again = await openTestApp(folder);
    expect((await again.app.call('settings.get', {})).theme).toBe('dark');
  });

  it('changed at the same time keep both changes', async () => {
    const { app } = await openTestApp();
    await Promise.all([
      app.call('settings.update', { theme: 'dark' }),
      app.call('settings.update', { textSize: 20 }),
    ]);
    expect(await app.call('settings.get', {})).toMatchObject({ theme: 'dark', textSize: 20 });
  });
});

describe('an app that is read only', () => {
  it('answers every question and refuses every change', async () => {
    const { app, folder, importText } = await openTestApp();
    const [id = ''] = await importText('one.md', '# One\n\nWords.\n');
    await app.close();
    const ports = testPorts(folder);
    const reader = await createApp(ports, { readOnly: true, checkOutput: true });
    expect((await reader.call('articles.list', {})).total).toBe(1);
    expect((await reader.call('library.overview', {})).readOnly).toBe(true);
    const refused = { code: 'read_only' };
    await expect(reader.call('articles.trash', { ids: [id] })).rejects.toMatchObject(refused);
    await expect(reader.call('tags.ensure', { name: 'x' })).rejects.toMatchObject(refused);
    await expect(reader.call('settings.update', { theme: 'dark' })).rejects.toMatchObject(refused);
    await expect(
      reader.call('annotations.create', { articleId: id, range: { start: 0, end: 3 } }),
    ).rejects.toMatchObject(refused);
    await reader.close();
  });
});
