import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../main/core/app.ts';
import type { MethodInput } from '../../../main/shared/contract.ts';
import type { Annotation } from '../../../main/shared/entities.ts';
import { toReadingText } from '../../../main/shared/text/reading.ts';
import { openTestApp, testPorts, type TestApp } from '../../support/core.ts';

const TEXT = `# On rivers

The river was high in *early* spring. Nobody crossed it.

In autumn the river was low. Everybody crossed it.
`;

interface Noted extends TestApp {
  id: string;
  create(input: Omit<MethodInput<'annotations.create'>, 'articleId'>): Promise<Annotation>;
  listed(): Promise<Annotation[]>;
  /** Changes the article's file, as with an editor. */
  edit(change: (file: string) => string): Promise<void>;
}

async function withArticle(text = TEXT): Promise<Noted> {
  const opened = await openTestApp();
  const [id = ''] = await opened.importText('rivers.md', text);
  const path = join(opened.folder, 'articles', id.slice(0, 2), `${id}.md`);
  return {
    ...opened,
    id,
    create: (input) => opened.app.call('annotations.create', { articleId: id, ...input }),
    listed: async () => (await opened.app.call('annotations.list', { articleId: id })).annotations,
    edit: async (change) => writeFile(path, change(await readFile(path, 'utf8'))),
  };
}

async function readingTextOf({ app, id }: Noted): Promise<string> {
  return toReadingText((await app.call('articles.get', { id })).markdown);
}

describe('an annotation', () => {
  it('is made by range, tidied to whole words of what was meant', async () => {
    const noted = await withArticle();
    const text = await readingTextOf(noted);
    const start = text.indexOf(' early');
    const annotation = await noted.create({ range: { start, end: start + ' early '.length } });
    expect(annotation).toMatchObject({
      articleId: noted.id,
      target: { quote: { exact: 'early' }, version: 1 },
      anchor: { method: 'position', score: 1 },
      color: 'yellow',
      note: '',
      tags: [],
      created: '2026-01-02T03:04:05.000Z',
    });
    expect(annotation.anchor.range).toEqual(annotation.target.position);
    expect(await noted.listed()).toEqual([annotation]);
    expect(noted.events).toContainEqual({
      name: 'annotations.changed',
      payload: { articleId: noted.id },
    });
  });

  it('is made by quote, whatever the white space in it, and told apart by its context', async () => {
    const noted = await withArticle();
    const once = await noted.create({ quote: { exact: 'high in\n   early spring' } });
    expect(once.target.quote.exact).toBe('high in early spring');
    const second = await noted.create({ quote: { exact: 'the river', prefix: 'In autumn' } });
    expect((await readingTextOf(noted)).slice(0, second.target.position.start)).toMatch(/autumn $/);
    const first = await noted.create({ quote: { exact: 'crossed it', suffix: '. In autumn' } });
    expect(first.target.position.start).toBeLessThan(second.target.position.start);
  });

  it.each([
    ['crossed it', {}, 2, 'give a prefix or suffix'],
    ['crossed', { suffix: 'it' }, 2, 'give a longer prefix or suffix'],
    ['no such words', {}, 0, 'do not stand in the text'],
    ['spring', { prefix: 'late' }, 0, 'between that prefix and suffix'],
  ])(
    'is not made by a quote that does not stand once: %s',
    async (exact, context, occurrences, words) => {
      const noted = await withArticle();
      await expect(noted.create({ quote: { exact, ...context } })).rejects.toMatchObject({
        code: 'no_match',
        message: expect.stringContaining(words),
        details: { occurrences },
      });
      expect(await noted.listed()).toEqual([]);
    },
  );

  it.each([
    [{ start: 0, end: 10_000 }, 'There is no passage from 0 to 10,000'],
    [{ start: 5, end: 5 }, 'There is no passage from 5 to 5'],
    [{ start: 9, end: 2 }, 'There is no passage from 9 to 2'],
  ])('is not made of the range %j', async (range, message) => {
    const noted = await withArticle();
    await expect(noted.create({ range })).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringContaining(message),
    });
  });

  it('is not made of white space, with unknown tags, or in an unknown article', async () => {
    const noted = await withArticle();
    const gap = (await readingTextOf(noted)).indexOf('\n\n');
    await expect(noted.create({ range: { start: gap, end: gap + 2 } })).rejects.toMatchObject({
      code: 'bad_input',
    });
    const quote = { exact: 'spring' };
    await expect(noted.create({ quote, tags: ['none'] })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      noted.app.call('annotations.create', { articleId: 'none', quote }),
    ).rejects.toMatchObject({ code: 'not_found', message: 'There is no article none' });
  });

  it('is changed in parts', async () => {
    const noted = await withArticle();
    const { id: tagId } = await noted.app.call('tags.ensure', { name: 'Season' });
    const made = await noted.create({ quote: { exact: 'spring' }, note: 'first' });
    noted.ports.advance(1000);
    const change = { color: 'green' as const, tags: [tagId, tagId] };
    const changed = await noted.app.call('annotations.update', { id: made.id, change });
    expect(changed).toEqual({
      ...made,
      color: 'green',
      tags: [tagId],
      updated: '2026-01-02T03:04:06.000Z',
    });
    const start = (await readingTextOf(noted)).indexOf('autumn');
    const range = { start, end: start + 6 };
    const moved = await noted.app.call('annotations.update', { id: made.id, change: { range } });
    expect(moved).toMatchObject({
      note: 'first',
      color: 'green',
      target: { position: range, quote: { exact: 'autumn' } },
      anchor: { range },
    });
    expect(await noted.listed()).toEqual([moved]);
  });

  it('that was deleted can be put back as it was', async () => {
    const noted = await withArticle();
    const { id: tagId } = await noted.app.call('tags.ensure', { name: 'Season' });
    const made = await noted.create({ quote: { exact: 'spring' }, tags: [tagId] });
    const deleted = await noted.app.call('annotations.delete', { id: made.id });
    expect(deleted).toEqual(made);
    expect(await noted.listed()).toEqual([]);
    await expect(noted.app.call('annotations.delete', { id: made.id })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await noted.app.call('annotations.restore', { annotation: deleted })).toEqual(made);
    expect(await noted.listed()).toEqual([made]);
  });

  it('that is put back has only the tags that still are', async () => {
    const noted = await withArticle();
    const { id: tagId } = await noted.app.call('tags.ensure', { name: 'Season' });
    const made = await noted.create({ quote: { exact: 'spring' }, tags: [tagId] });
    await noted.app.call('annotations.delete', { id: made.id });
    await noted.app.call('tags.delete', { id: tagId });
    const restored = await noted.app.call('annotations.restore', { annotation: made });
    expect(restored.tags).toEqual([]);
  });

  it('can not be put back under an id that another article’s has, nor into no article', async () => {
    const noted = await withArticle();
    const made = await noted.create({ quote: { exact: 'spring' } });
    const [other = ''] = await noted.importText('lakes.md', '# On lakes\n\nLakes are still.\n');
    const restore = (articleId: string) =>
      noted.app.call('annotations.restore', { annotation: { ...made, articleId } });
    await expect(restore(other)).rejects.toMatchObject({ code: 'bad_input' });
    await expect(restore('none')).rejects.toMatchObject({ code: 'not_found' });
    expect(await noted.listed()).toEqual([made]);
  });

  it('keeps its list in the order of the text, all lists by article', async () => {
    const noted = await withArticle();
    await noted.create({ quote: { exact: 'autumn' } });
    await noted.create({ quote: { exact: 'high' } });
    expect((await noted.listed()).map(({ target }) => target.quote.exact)).toEqual([
      'high',
      'autumn',
    ]);
    noted.ports.advance(1000);
    const [other = ''] = await noted.importText('lakes.md', '# On lakes\n\nLakes are still.\n');
    await noted.app.call('annotations.create', { articleId: other, quote: { exact: 'still' } });
    const { total, annotations } = await noted.app.call('annotations.list', {});
    expect(total).toBe(3);
    expect(annotations.map(({ target }) => target.quote.exact)).toEqual([
      'still',
      'high',
      'autumn',
    ]);
  });
});

describe('the anchor of an annotation', () => {
  it('follows its words when the text is edited before them, and is stored', async () => {
    const noted = await withArticle();
    const made = await noted.create({ quote: { exact: 'the river was low' } });
    expect(await noted.listed()).toEqual([made]);
    await noted.edit((file) => file.replace('Nobody', 'In those years nobody at all'));
    const shift = 'In those years nobody at all'.length - 'Nobody'.length;
    const { start, end } = made.target.position;
    const [moved] = await noted.listed();
    expect(moved).toEqual({
      ...made,
      anchor: { range: { start: start + shift, end: end + shift }, method: 'quote', score: 1 },
    });
    await noted.app.close();
    const again = await openTestApp(noted.folder);
    expect((await again.app.call('annotations.list', {})).annotations).toEqual([moved]);
  });

  it('says that it guessed when the words themselves were changed', async () => {
    const noted = await withArticle();
    await noted.create({ quote: { exact: 'Everybody crossed it' } });
    await noted.edit((file) => file.replace('Everybody', 'Ev’rybody'));
    const [{ anchor } = { anchor: null }] = await noted.listed();
    expect(anchor).toMatchObject({ method: 'fuzzy' });
    expect(anchor?.score).toBeLessThan(1);
  });

  it('is an orphan’s when the words are gone: counted, kept, found again when they come back', async () => {
    const noted = await withArticle();
    const made = await noted.create({ quote: { exact: 'high in early' }, note: 'keep' });
    await noted.edit((file) => file.replace('high in *early*', 'dry all'));
    expect(await noted.listed()).toMatchObject([
      { id: made.id, note: 'keep', anchor: { range: null, method: 'orphan', score: 0 } },
    ]);
    expect((await noted.app.call('library.overview', {})).orphans).toBe(1);
    await noted.edit((file) => file.replace('dry all', 'high in *early*'));
    expect(await noted.listed()).toEqual([made]);
    expect((await noted.app.call('library.overview', {})).orphans).toBe(0);
  });

  it('is told when it changed, and only then', async () => {
    const noted = await withArticle();
    await noted.create({ quote: { exact: 'autumn' } });
    await noted.listed();
    const told = () => noted.events.filter(({ name }) => name === 'annotations.changed').length;
    const before = told();
    await noted.listed();
    expect(told()).toBe(before);
    await noted.edit((file) => file.replace('Nobody', 'Not a soul'));
    await noted.listed();
    await noted.listed();
    expect(told()).toBe(before + 1);
  });

  it('is right but not stored for a reader', async () => {
    const noted = await withArticle();
    const made = await noted.create({ quote: { exact: 'autumn' } });
    await noted.app.close();
    await noted.edit((file) => file.replace('Nobody', 'Not a soul'));
    const path = join(noted.folder, 'annotations', noted.id.slice(0, 2), `${noted.id}.json`);
    const before = await readFile(path, 'utf8');
    const reader = await createApp(testPorts(noted.folder), { readOnly: true });
    const { annotations } = await reader.call('annotations.list', { articleId: noted.id });
    const shift = 'Not a soul'.length - 'Nobody'.length;
    expect(annotations[0]?.anchor.range?.start).toBe(made.target.position.start + shift);
    await reader.close();
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  it('is what was stored where the text itself is gone', async () => {
    const noted = await withArticle();
    const made = await noted.create({ quote: { exact: 'autumn' } });
    await rm(join(noted.folder, 'articles'), { recursive: true });
    expect(await noted.listed()).toEqual([made]);
  });
});
