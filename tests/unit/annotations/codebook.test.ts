import { describe, expect, it } from 'vitest';
import { openTestApp } from '../../support/core.ts';

const TEXT =
  '# The noon ferry\n\nThe ferry crosses the sound at noon.\n\nThe ferryman keeps a book.\n';

async function setUp() {
  const { app, importText } = await openTestApp();
  const [articleId = ''] = await importText('ferry.md', TEXT);
  const tag = async (name: string) => (await app.call('tags.ensure', { name })).id;
  const annotate = async (exact: string, ...tags: string[]) =>
    app.call('annotations.create', { articleId, quote: { exact }, tags });
  const all = async () => ({
    annotations: (await app.call('annotations.list', {})).annotations,
    tags: (await app.call('tags.list', {})).tags,
    article: (await app.call('articles.get', { id: articleId })).article.tags,
  });
  return { app, articleId, tag, annotate, all, importText };
}

describe('merging tags', () => {
  it('puts one in the place of the other everywhere, and comes back whole', async () => {
    const { app, articleId, tag, annotate, all } = await setUp();
    const [ways, paths, lanes] = [await tag('ways'), await tag('paths'), await tag('lanes')];
    await app.call('tags.update', { id: lanes, change: { parentId: ways, memo: 'narrow' } });
    await annotate('crosses the sound', ways);
    await annotate('keeps a book', ways, paths);
    await app.call('articles.update', { ids: [articleId], change: { tags: [ways] } });
    const before = await all();
    const uses = await app.call('tags.merge', { id: ways, intoId: paths });
    const after = await all();
    expect(after.annotations.map(({ tags }) => tags)).toEqual([[paths], [paths]]);
    expect(after.article).toEqual([paths]);
    expect(after.tags.find(({ id }) => id === lanes)).toMatchObject({ parentId: paths });
    await app.call('tags.restore', { uses });
    const back = await all();
    expect(back.tags).toEqual(before.tags);
    expect(back.article).toEqual(before.article);
    const sorted = ({ annotations }: typeof back) => annotations.map(({ tags }) => tags.toSorted());
    expect(sorted(back)).toEqual(sorted(before));
  });

  it('works into a tag that lies under the other', async () => {
    const { app, tag, all } = await setUp();
    const [above, below] = [await tag('above'), await tag('below')];
    await app.call('tags.update', { id: below, change: { parentId: above } });
    const uses = await app.call('tags.merge', { id: above, intoId: below });
    expect((await all()).tags).toMatchObject([{ id: below, parentId: null }]);
    await app.call('tags.restore', { uses });
    expect((await all()).tags).toMatchObject([{ id: above }, { id: below, parentId: above }]);
  });
});

describe('the articles of a tag', () => {
  it('are counted as its list shows them: tagged themselves, or in a passage, or under it', async () => {
    const { app, articleId, tag, annotate, importText } = await setUp();
    const [lamps = ''] = await importText('lamps.md', '# Lamps\n\nLamps burn until dawn.\n');
    const [bells = ''] = await importText('bells.md', '# Bells\n\nThe bells are silent.\n');
    const [ways, lanes] = [await tag('ways'), await tag('lanes')];
    await app.call('tags.update', { id: lanes, change: { parentId: ways } });
    await annotate('crosses the sound', lanes);
    await app.call('articles.update', { ids: [articleId, lamps], change: { addTags: [ways] } });
    await app.call('articles.update', { ids: [bells], change: { addTags: [lanes] } });
    const { tags } = await app.call('tags.list', {});
    for (const { id, withBelow } of tags) {
      const { total } = await app.call('articles.list', { tagId: id });
      expect(withBelow.listed, id).toBe(total);
    }
    expect(tags.map(({ name, withBelow }) => [name, withBelow.listed])).toEqual([
      ['lanes', 2],
      ['ways', 3],
    ]);
  });
});

describe('the passages of a tag', () => {
  it('are those of the tags under it as well, counted with their base', async () => {
    const { app, tag, annotate } = await setUp();
    const [ways, lanes] = [await tag('ways'), await tag('lanes')];
    await app.call('tags.update', { id: lanes, change: { parentId: ways } });
    await annotate('crosses the sound', ways);
    await annotate('keeps a book', lanes);
    await annotate('The ferryman');
    const list = (filter: object) => app.call('notes.list', { filter });
    expect(await list({ tagIds: [ways], below: true })).toMatchObject({
      total: 2,
      articles: 1,
      of: { annotations: 3, articles: 1 },
    });
    await annotate('sound at noon', ways, lanes);
    const { tags } = await app.call('tags.list', {});
    expect(tags).toMatchObject([
      { name: 'lanes', annotations: 2, withBelow: { annotations: 2, articles: 0, listed: 1 } },
      { name: 'ways', annotations: 2, withBelow: { annotations: 3, articles: 0, listed: 1 } },
    ]);
    expect(await list({ tagIds: [ways] })).toMatchObject({ total: 2 });
    expect(await list({ tagIds: [ways], from: '2026-01-03' })).toMatchObject({ total: 0 });
    expect(await list({ text: 'FERRY book' })).toMatchObject({ total: 1 });
  });
});

it('tags that stand together are counted once a passage', async () => {
  const { app, tag, annotate } = await setUp();
  const [a, b, c] = [await tag('a'), await tag('b'), await tag('c')];
  await annotate('crosses', a, b, c);
  await annotate('keeps', b, a);
  const { pairs } = await app.call('tags.together', {});
  expect(pairs).toEqual([
    { tagId: a, otherId: b, annotations: 2 },
    { tagId: a, otherId: c, annotations: 1 },
    { tagId: b, otherId: c, annotations: 1 },
  ]);
});
