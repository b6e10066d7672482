import { describe, expect, it } from 'vitest';
import { idSchema } from '../../../main/shared/entities.ts';
import { sameName, tagIdFor } from '../../../main/core/annotations/tag-names.ts';
import { openTestApp, type TestApp } from '../../support/core.ts';

async function tagsOf({ app }: TestApp) {
  return (await app.call('tags.list', {})).tags;
}

describe('names of tags', () => {
  it.each([
    ['Method', 'METHOD'],
    ['Café', 'cafe\u0301'],
    ['climate  change', ' Climate change '],
    ['Straße', 'STRASSE'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
  ])('%j and %j are the same', (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  it('that differ in accents or words are not', () => {
    expect(sameName('résumé', 'resume')).toBe(false);
    expect(sameName('climate', 'climate change')).toBe(false);
  });

  it.each([
    ['Climate change', 'climate-change'],
    ['  C++ & Rust!  ', 'c-rust'],
    ['Überflüssig', 'uberflussig'],
    ['x'.repeat(200), 'x'.repeat(48)],
    ['气候变化', 'tag-r1'],
    ['Климат 2020', 'tag-r1'],
    ['🙂', 'tag-r1'],
    ['covid-19', 'covid-19-2'],
  ])('%j gives the id %j', (name, id) => {
    let random = 0;
    const made = tagIdFor(name, new Set(['covid-19']), () => `r${(random += 1)}`);
    expect(made).toBe(id);
    expect(idSchema.safeParse(made).success).toBe(true);
  });
});

describe('a tag', () => {
  it('is made when its name is first used, and found after', async () => {
    const opened = await openTestApp();
    const made = await opened.app.call('tags.ensure', { name: '  Climate change ' });
    expect(made).toEqual({
      id: 'climate-change',
      name: 'Climate change',
      color: null,
      parentId: null,
      description: '',
      memo: '',
    });
    expect(await opened.app.call('tags.ensure', { name: 'climate CHANGE' })).toEqual(made);
    expect(opened.events.filter(({ name }) => name === 'tags.changed')).toHaveLength(1);
    await opened.app.close();
    expect(await tagsOf(await openTestApp(opened.folder))).toMatchObject([made]);
  });

  it('is one, however many want it at once', async () => {
    const opened = await openTestApp();
    const names = ['Method', 'method', 'METHOD', 'Method'];
    const tags = await Promise.all(names.map((name) => opened.app.call('tags.ensure', { name })));
    expect(new Set(tags.map(({ id }) => id)).size).toBe(1);
    expect(await tagsOf(opened)).toHaveLength(1);
  });

  it('is counted where it is used, but for the trash', async () => {
    const opened = await openTestApp();
    const { app } = opened;
    const [one = ''] = await opened.importText('one.md', '# One\n\nFirst words.\n');
    const [two = ''] = await opened.importText('two.md', '# Two\n\nSecond words.\n');
    const { id } = await app.call('tags.ensure', { name: 'Method' });
    for (const articleId of [one, two]) {
      await app.call('annotations.create', { articleId, quote: { exact: 'words' }, tags: [id] });
    }
    await app.call('articles.update', { ids: [one, two], change: { tags: [id] } });
    expect(await tagsOf(opened)).toMatchObject([{ id, annotations: 2, articles: 2 }]);
    await app.call('articles.trash', { ids: [two] });
    expect(await tagsOf(opened)).toMatchObject([{ id, annotations: 1, articles: 1 }]);
  });

  it('can be renamed, coloured and put under another', async () => {
    const opened = await openTestApp();
    const { app } = opened;
    const { id } = await app.call('tags.ensure', { name: 'Field work' });
    const { id: parentId } = await app.call('tags.ensure', { name: 'Method' });
    const change = {
      name: 'Fieldwork',
      color: 'blue' as const,
      parentId,
      description: 'out there',
      memo: 'as it went',
    };
    const changed = await app.call('tags.update', { id, change });
    expect(changed).toEqual({ id: 'field-work', ...change });
    const renamed = await app.call('tags.update', { id, change: { name: 'FIELDWORK' } });
    expect(renamed).toEqual({ ...changed, name: 'FIELDWORK' });
    expect(await app.call('tags.update', { id, change: { color: null } })).toMatchObject({
      color: null,
    });
  });

  it('can not have another’s name, none, an unknown parent, or lie under itself', async () => {
    const { app } = await openTestApp();
    const ids: string[] = [];
    for (const name of ['A', 'B', 'C']) ids.push((await app.call('tags.ensure', { name })).id);
    const [a = '', b = '', c = ''] = ids;
    await app.call('tags.update', { id: b, change: { parentId: a } });
    await app.call('tags.update', { id: c, change: { parentId: b } });
    const update = (id: string, change: { name?: string; parentId?: string }) =>
      app.call('tags.update', { id, change });
    await expect(update(a, { parentId: c })).rejects.toMatchObject({
      code: 'bad_input',
      message: 'The tag “A” can’t lie under itself',
    });
    await expect(update(a, { parentId: a })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(update(a, { parentId: 'none' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(update(a, { name: 'b' })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(update(a, { name: '  ' })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(update('none', { name: 'x' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('that is deleted goes from everything; what lay under it lies one higher', async () => {
    const opened = await openTestApp();
    const { app } = opened;
    const [articleId = ''] = await opened.importText('one.md', '# One\n\nFirst words.\n');
    const { id: top } = await app.call('tags.ensure', { name: 'Top' });
    const { id: middle } = await app.call('tags.ensure', { name: 'Middle' });
    const { id: low } = await app.call('tags.ensure', { name: 'Low' });
    await app.call('tags.update', { id: middle, change: { parentId: top } });
    await app.call('tags.update', { id: low, change: { parentId: middle } });
    const quote = { exact: 'words' };
    const note = await app.call('annotations.create', { articleId, quote, tags: [middle, low] });
    await app.call('articles.update', { ids: [articleId], change: { tags: [middle] } });
    opened.events.length = 0;

    await app.call('tags.delete', { id: middle });
    expect(await tagsOf(opened)).toMatchObject([
      { id: low, parentId: top },
      { id: top, parentId: null },
    ]);
    expect((await app.call('articles.get', { id: articleId })).article.tags).toEqual([]);
    expect((await app.call('annotations.list', {})).annotations).toEqual([
      { ...note, tags: [low] },
    ]);
    expect(
      opened.events.map(({ name }) => name).filter((name) => name !== 'search.indexed'),
    ).toEqual(['annotations.changed', 'articles.changed', 'tags.changed']);
    expect(await app.call('library.verify', {})).toEqual({ ok: true, problems: [] });
    await expect(app.call('tags.delete', { id: middle })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
