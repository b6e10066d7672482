import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MethodInput, MethodOutput } from '../../../main/shared/contract.ts';
import { appWith } from '../../support/app-with.ts';
import { openTestApp, type TestApp } from '../../support/core.ts';
import { makeArticle, sha256Of } from '../../support/entities.ts';
import { inWords } from '../../support/in-words.ts';

type ListInput = MethodInput<'articles.list'>;

async function list({ app }: TestApp, input: ListInput): Promise<MethodOutput<'articles.list'>> {
  return app.call('articles.list', input);
}

async function idsIn(app: TestApp, input: ListInput): Promise<string[]> {
  return (await list(app, input)).articles.map(({ id }) => id);
}

async function collection(
  { app }: TestApp,
  name: string,
  parentId: string | null = null,
): Promise<string> {
  return (await app.call('collections.create', { name, parentId })).id;
}

describe('a list with conditions', () => {
  const articles = [
    makeArticle('a', { title: 'Größe der Häfen', byline: 'Ana Ruiz', published: '2019-05-02' }),
    makeArticle('b', { title: 'Harbour lights', published: '2020', truncated: true }),
    makeArticle('c', { title: '港の灯', published: '2020-06-30', origin: 'Tide Wire' }),
    makeArticle('d', { title: 'Undated', published: null }),
  ];

  it('finds pieces of title, byline and origin without case, accents and order', async () => {
    const app = await appWith(articles);
    expect(await idsIn(app, { words: 'hafen GRO' })).toEqual(['a']);
    expect(await idsIn(app, { words: 'ruiz' })).toEqual(['a']);
    expect(await idsIn(app, { words: 'tide, の灯' })).toEqual(['c']);
    expect(await idsIn(app, { words: ' ' })).toHaveLength(4);
    expect(await idsIn(app, { words: 'nowhere' })).toEqual([]);
  });

  it('takes dates as far as they are known, both ends with them', async () => {
    const app = await appWith(articles);
    expect(await idsIn(app, { publishedFrom: '2020-03' })).toEqual(['b', 'c']);
    expect(await idsIn(app, { publishedTo: '2019' })).toEqual(['a']);
    expect(await idsIn(app, { publishedFrom: '2019-05-03', publishedTo: '2020-06' })).toEqual([
      'b',
      'c',
    ]);
    expect(await idsIn(app, { teaser: true })).toEqual(['b']);
    expect(await idsIn(app, { teaser: false, publishedTo: '2020-06-29' })).toEqual(['a']);
  });

  it('finds what search finds, and what has highlights, in its own order', async () => {
    const app = await openTestApp();
    const [one = ''] = await app.importText('one.md', '# Zebra\n\nA ferry and a harbour.\n');
    app.ports.advance(1000);
    const [two = ''] = await app.importText('two.md', '# Ant\n\nA ferry, a ferry.\n');
    await app.app.call('annotations.create', { articleId: one, quote: { exact: 'harbour' } });
    const sort = 'title';
    const descending = false;
    await expect.poll(() => idsIn(app, { query: 'ferry', sort, descending })).toEqual([two, one]);
    expect(await idsIn(app, { query: 'ferry -harbour' })).toEqual([two]);
    expect(await idsIn(app, { highlights: true })).toEqual([one]);
    expect((await list(app, { highlights: true })).articles[0]?.highlights).toBe(1);
    await expect(list(app, { query: 'nofield:x' })).rejects.toMatchObject({ code: 'bad_query' });
  });

  it('counts a tag on a highlight, and one below it, as on the article', async () => {
    const app = await openTestApp();
    const [one = ''] = await app.importText('one.md', '# One\n\nSome words.\n');
    const { id: above } = await app.app.call('tags.ensure', { name: 'Above' });
    const { id: below } = await app.app.call('tags.ensure', { name: 'Below' });
    await app.app.call('tags.update', { id: below, change: { parentId: above } });
    expect(await idsIn(app, { tagId: above })).toEqual([]);
    const { id } = await app.app.call('annotations.create', {
      articleId: one,
      quote: { exact: 'words' },
      tags: [below],
    });
    expect(await idsIn(app, { tagId: above })).toEqual([one]);
    await app.app.call('annotations.delete', { id });
    expect(await idsIn(app, { tagId: above })).toEqual([]);
  });

  it('follows every change, however often it was asked for', async () => {
    const app = await appWith([makeArticle('a'), makeArticle('b', { state: 'read' })]);
    const inbox = () => idsIn(app, { place: 'inbox' });
    expect(await inbox()).toEqual(['a']);
    await app.app.call('articles.update', { ids: ['b'], change: { state: 'inbox' } });
    expect(await inbox()).toEqual(['a', 'b']);
    const position = { offset: 3, fraction: 0.4 };
    await app.app.call('articles.update', { ids: ['b'], change: { position } });
    expect((await list(app, { place: 'inbox' })).articles[1]?.position).toEqual(position);
    await app.app.call('articles.trash', { ids: ['a'] });
    expect(await inbox()).toEqual(['b']);
  });
});

describe('a list under headings', () => {
  it('has the months as the list is ordered, what has no date last', async () => {
    const app = await appWith([
      makeArticle('a', { published: '2020-02-01', order: 0 }),
      makeArticle('b', { published: null, order: 1 }),
      makeArticle('c', { published: '2021', order: 2 }),
      makeArticle('d', { published: '2020-02-28T10:00:00Z', order: 3 }),
    ]);
    const newest = await list(app, { group: 'month' });
    expect(newest.articles.map(({ id }) => id)).toEqual(['c', 'a', 'd', 'b']);
    expect(newest.groups).toEqual([
      { key: '2021', start: 0, count: 1 },
      { key: '2020-02', start: 1, count: 2 },
      { key: '', start: 3, count: 1 },
    ]);
    const oldest = await list(app, { group: 'month', descending: false, sort: 'published' });
    expect(oldest.articles.map(({ id }) => id)).toEqual(['a', 'd', 'c', 'b']);
    const page = await list(app, { group: 'month', offset: 1, limit: 1 });
    expect(page.groups).toEqual(newest.groups);
    expect(page.articles.map(({ id }) => id)).toEqual(['a']);
  });

  it('has the sources by name, and is sorted by them', async () => {
    const app = await openTestApp();
    const [first = ''] = await app.importText('b 10.md', '# One\n\nWords.\n');
    const [second = ''] = await app.importText('b 9.md', '# Two\n\nOther words.\n');
    expect(await idsIn(app, { group: 'source' })).toEqual([second, first]);
    expect(await idsIn(app, { sort: 'source', descending: false })).toEqual([second, first]);
    expect(await idsIn(app, { sort: 'source' })).toEqual([first, second]);
    expect((await list(app, { group: 'import' })).groups).toHaveLength(1);
  });

  it('loses and doubles no article, whatever the grouping', async () => {
    const dates = ['2019', '2019-04', '2019-04-05', '2020-01', null];
    const drawn = fc.array(fc.constantFrom(...dates), { maxLength: 20 });
    const group = fc.constantFrom('source' as const, 'month' as const, 'import' as const);
    await fc.assert(
      fc.asyncProperty(drawn, group, fc.boolean(), async (published, by, descending) => {
        const ids = published.map((_, at) => `a${at}`);
        const sourceOf = (at: number) => sha256Of(`source ${at % 3}`);
        const app = await appWith(
          published.map((date, at) =>
            makeArticle(`a${at}`, { published: date, sourceId: sourceOf(at), order: at }),
          ),
        );
        const { articles, groups, total } = await list(app, { group: by, descending });
        expect(articles.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        let start = 0;
        for (const one of groups) {
          expect(one.start).toBe(start);
          start += one.count;
        }
        await app.app.close();
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe('the sections of a post', () => {
  it('are rows under it when they are shown', async () => {
    const app = await appWith([
      makeArticle('post', { order: 0 }),
      makeArticle('part-2', { parentId: 'post', order: 2 }),
      makeArticle('part-1', { parentId: 'post', order: 1 }),
      makeArticle('part-1-1', { parentId: 'part-1', order: 3 }),
      makeArticle('other', { order: 4 }),
    ]);
    const folded = await list(app, {});
    expect(folded.articles.map(({ id, parts }) => [id, parts])).toEqual([
      ['post', 3],
      ['other', 0],
    ]);
    const open = await list(app, { unfolded: ['post', 'missing'] });
    const rows = ['post', 'part-1', 'part-1-1', 'part-2', 'other'];
    expect(open.articles.map(({ id }) => id)).toEqual(rows);
    expect({ total: open.total, parts: open.parts }).toEqual({ total: 5, parts: 3 });
    expect(await idsIn(app, { unfolded: ['post'], offset: 3, limit: 1 })).toEqual(['part-2']);
    expect(await app.app.call('articles.ids', { unfolded: ['post'] })).toEqual({ ids: rows });
  });
});

describe('collections', () => {
  it('hold articles in several places, counted once for what lies around', async () => {
    const app = await appWith(['a', 'b', 'c'].map((id) => makeArticle(id)));
    const outer = await collection(app, 'Outer');
    const inner = await collection(app, 'Inner', outer);
    expect(
      await app.app.call('collections.add', { id: inner, articleIds: ['a', 'b', 'a'] }),
    ).toEqual({ articleIds: ['a', 'b'] });
    await app.app.call('collections.add', { id: outer, articleIds: ['b', 'c'] });
    expect(await idsIn(app, { collectionId: inner })).toEqual(['a', 'b']);
    expect(await idsIn(app, { collectionId: outer })).toEqual(['a', 'b', 'c']);
    const { collections } = await app.app.call('collections.list', {});
    expect(collections).toEqual([
      { id: inner, name: 'Inner', parentId: outer, articles: 2 },
      { id: outer, name: 'Outer', parentId: null, articles: 3 },
    ]);
    const again = await app.app.call('collections.add', { id: inner, articleIds: ['a'] });
    expect(again).toEqual({ articleIds: [] });
    await app.app.call('collections.remove', { id: inner, articleIds: ['b', 'c'] });
    expect(await idsIn(app, { collectionId: inner })).toEqual(['a']);
  });

  it('are still there when the library is opened again', async () => {
    const app = await appWith([makeArticle('a')]);
    const id = await collection(app, 'Kept');
    await app.app.call('collections.add', { id, articleIds: ['a'] });
    await app.app.call('smartLists.create', { name: 'Smart', conditions: { words: 'title' } });
    await app.app.close();
    const again = await openTestApp(app.folder);
    expect(await idsIn(again, { collectionId: id })).toEqual(['a']);
    const { smartLists } = await again.app.call('smartLists.list', {});
    expect(smartLists).toMatchObject([
      { name: 'Smart', conditions: { place: 'library', words: 'title' }, articles: 1 },
    ]);
    expect(inWords((await again.app.call('library.verify', {})).problems)).toMatchObject([
      { message: expect.stringContaining('the source of article a is not known') },
    ]);
  });

  it('are deleted with what is inside them, never with articles, and put back as they were', async () => {
    const app = await appWith([makeArticle('a'), makeArticle('b')]);
    const outer = await collection(app, 'Outer');
    const inner = await collection(app, 'Inner', outer);
    const other = await collection(app, 'Other');
    await app.app.call('collections.add', { id: inner, articleIds: ['a'] });
    await app.app.call('collections.add', { id: other, articleIds: ['a', 'b'] });
    const before = await app.app.call('collections.list', {});
    const deleted = await app.app.call('collections.delete', { id: outer });
    expect(deleted.collections.map(({ name }) => name)).toEqual(['Outer', 'Inner']);
    expect(await idsIn(app, {})).toEqual(['a', 'b']);
    const left = await app.app.call('collections.list', {});
    expect(left.collections.map(({ id }) => id)).toEqual([other]);
    const { article } = await app.app.call('articles.get', { id: 'a' });
    expect(article.collections).toEqual([other]);
    await app.app.call('collections.restore', deleted);
    expect(await app.app.call('collections.list', {})).toEqual(before);
    expect(await idsIn(app, { collectionId: outer })).toEqual(['a']);
  });

  it('can be moved and renamed, but not into themselves or beside one of their name', async () => {
    const app = await appWith([]);
    const outer = await collection(app, 'Outer');
    const inner = await collection(app, 'Inner', outer);
    const move = (id: string, parentId: string | null) =>
      app.app.call('collections.update', { id, change: { parentId } });
    await expect(move(outer, inner)).rejects.toMatchObject({
      code: 'bad_input',
      message: '“Outer” can’t be put inside itself',
    });
    await collection(app, 'INNER');
    await expect(move(inner, null)).rejects.toMatchObject({
      code: 'bad_input',
      message: 'There is already a collection “INNER” here',
    });
    await app.app.call('collections.update', { id: inner, change: { name: 'Moved' } });
    expect(await move(inner, null)).toEqual({ id: inner, name: 'Moved', parentId: null });
  });
});

describe('smart lists', () => {
  it('count what holds now, are changed, deleted and put back', async () => {
    const app = await appWith([makeArticle('a'), makeArticle('b', { truncated: true })]);
    const { id } = await app.app.call('smartLists.create', {
      name: ' Teasers ',
      conditions: { teaser: true },
    });
    const lists = async () => (await app.app.call('smartLists.list', {})).smartLists;
    expect(await lists()).toMatchObject([{ name: 'Teasers', articles: 1 }]);
    await app.app.call('smartLists.update', { id, change: { conditions: { teaser: false } } });
    await app.app.call('articles.trash', { ids: ['a'] });
    expect(await lists()).toMatchObject([{ articles: 0, conditions: { teaser: false } }]);
    const smartList = await app.app.call('smartLists.delete', { id });
    expect(await lists()).toEqual([]);
    await app.app.call('smartLists.restore', { smartList });
    expect(await lists()).toMatchObject([{ id, name: 'Teasers' }]);
  });

  it('with a query that can’t be read find nothing', async () => {
    const app = await appWith([makeArticle('a')]);
    const conditions = { query: 'nofield:x' };
    await app.app.call('smartLists.create', { name: 'Broken', conditions });
    const { smartLists } = await app.app.call('smartLists.list', {});
    expect(smartLists.map(({ articles }) => articles)).toEqual([0]);
  });
});
