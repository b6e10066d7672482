import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../main/shared/entities.ts';
import { makeTempFolder, openTestLibrary } from '../../support/core.ts';
import { makeAnnotation, makeArticle, makeSource, sha256Of } from '../../support/entities.ts';

const METHOD = {
  id: 'method',
  name: 'Method',
  color: null,
  parentId: null,
  description: '',
  memo: '',
};

/** Every file below a folder with its size and the time it was written. */
async function stampsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const stamps = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      const { mtimeNs, size, ino } = await stat(path, { bigint: true });
      return [path.slice(folder.length + 1), `${ino} ${size} ${mtimeNs}`] as const;
    });
  return Object.fromEntries(await Promise.all(stamps));
}

describe('a library', () => {
  it('is made on first use and has in it what was put when it is opened again', async () => {
    const { library, folder } = await openTestLibrary();
    const article = makeArticle('abc', { tags: ['method'] });
    await library.articles.put([{ article, markdown: '# Head\n\nSome words.\n' }]);
    await library.tags.put(METHOD);
    await library.annotations.put(makeAnnotation('note-1', 'abc'));
    await library.settings.put({ ...library.settings.get(), theme: 'sepia' });
    await library.close();

    const { library: again } = await openTestLibrary(folder);
    expect(again.articles.require('abc')).toEqual(article);
    expect(await again.articles.markdown('abc')).toBe('# Head\n\nSome words.\n');
    expect(again.tags.all()).toEqual([METHOD]);
    expect(await again.annotations.all()).toEqual([makeAnnotation('note-1', 'abc')]);
    expect(again.settings.get().theme).toBe('sepia');
  });

  it('can not be made where a file is in the way', async () => {
    const path = join(await makeTempFolder(), 'file');
    await writeFile(path, '');
    await expect(openTestLibrary(path)).rejects.toMatchObject({
      code: 'unwritable',
      message: `Can’t write ${path}: a file of that name is in the way`,
    });
  });

  it('refuses to write when it has been closed', async () => {
    const { library } = await openTestLibrary();
    await library.close();
    await expect(library.tags.put(METHOD)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(library.articles.put([])).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('waits for what is being written when it is closed', async () => {
    const { library, folder } = await openTestLibrary();
    const puts = Array.from({ length: 20 }, (_, n) =>
      library.articles.put([{ article: makeArticle(`a${n}`), markdown: '' }]),
    );
    const settings = library.settings.put({ ...DEFAULT_SETTINGS, textSize: 22 });
    await library.close();
    await Promise.all([...puts, settings]);
    const { library: again } = await openTestLibrary(folder);
    expect(again.articles.size).toBe(20);
    expect(again.settings.get().textSize).toBe(22);
  });

  it('answers for names like those of object members', async () => {
    const { library } = await openTestLibrary();
    for (const id of ['constructor', 'tostring', 'valueof']) {
      expect(library.articles.get(id)).toBeUndefined();
      expect(() => library.articles.require(id)).toThrow('There is no article');
      await expect(library.annotations.require(id)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('the cost of a change', () => {
  it('of annotations is one file, the article’s own', async () => {
    const { library, folder } = await openTestLibrary();
    const articles = Array.from({ length: 200 }, (_, n) => makeArticle(`a${n}`));
    await library.articles.put(articles.map((article) => ({ article, markdown: 'Some words.' })));
    for (const { id } of articles.slice(0, 50)) {
      await library.annotations.put(makeAnnotation(`note-${id}`, id));
    }
    const before = await stampsOf(folder);
    await library.annotations.put(makeAnnotation('another', 'a7'));
    const after = await stampsOf(folder);
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed).toEqual([join('annotations', 'a7', 'a7.json')]);
    expect(Object.keys(after)).toHaveLength(Object.keys(before).length);
  });

  it('of an article’s metadata is a line of the journal', async () => {
    const { library, folder } = await openTestLibrary();
    await library.articles.put([{ article: makeArticle('abc'), markdown: 'Some words.' }]);
    const before = await stampsOf(folder);
    await library.articles.change(['abc'], (article) => ({ ...article, state: 'read' }));
    const after = await stampsOf(folder);
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed).toEqual([join('catalog', 'journal.1.jsonl')]);
  });
});

describe('articles', () => {
  it('are put all or not at all', async () => {
    const { library, folder } = await openTestLibrary();
    // Its folder can't be made.
    await mkdir(join(folder, 'articles'));
    await writeFile(join(folder, 'articles', 'bb'), '');
    const put = library.articles.put([
      { article: makeArticle('aa1'), markdown: 'one' },
      { article: makeArticle('bb1'), markdown: 'two' },
    ]);
    await expect(put).rejects.toMatchObject({ code: 'unwritable' });
    expect(library.articles.size).toBe(0);
    await rm(join(folder, 'articles', 'bb'));
    expect(await library.verify()).toEqual([]);
  });

  it('are changed all or not at all', async () => {
    const { library } = await openTestLibrary();
    await library.articles.put([{ article: makeArticle('a1'), markdown: '' }]);
    const change = library.articles.change(['a1', 'a2'], (one) => ({ ...one, state: 'read' }));
    await expect(change).rejects.toMatchObject({ code: 'not_found' });
    expect(library.articles.require('a1').state).toBe('inbox');
  });

  it('have the text that stands in their file now', async () => {
    const { library, folder } = await openTestLibrary();
    await library.articles.put([{ article: makeArticle('abc'), markdown: 'As imported.\n' }]);
    const path = join(folder, 'articles', 'ab', 'abc.md');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('As imported', 'By hand').replaceAll('\n', '\r\n'));
    expect(await library.articles.markdown('abc')).toBe('By hand.\n');
  });

  it('without a file say which is missing', async () => {
    const { library, folder } = await openTestLibrary();
    await library.articles.put([{ article: makeArticle('abc'), markdown: '' }]);
    const path = join(folder, 'articles', 'ab', 'abc.md');
    await rm(path);
    await expect(library.articles.markdown('abc')).rejects.toMatchObject({
      code: 'damaged',
      message: `${path} is damaged: the file is missing`,
    });
  });

  it('are found by source, in its order, and by content, rather not in the trash', async () => {
    const { library } = await openTestLibrary();
    const put = (id: string, fields: Parameters<typeof makeArticle>[1]) =>
      library.articles.put([{ article: makeArticle(id, fields), markdown: '' }]);
    const contentHash = sha256Of('the same words');
    await put('a1', { order: 1, contentHash, trashed: '2026-01-01T00:00:00Z' });
    await put('a2', { order: 0, contentHash });
    await put('a3', { sourceId: sha256Of('another'), contentHash: sha256Of('other words') });
    expect(library.articles.ofSource(makeArticle('x').sourceId).map(({ id }) => id)).toEqual([
      'a2',
      'a1',
    ]);
    expect(library.articles.byContentHash(contentHash)?.id).toBe('a2');
    await put('a2', { order: 0, contentHash: sha256Of('changed words') });
    expect(library.articles.byContentHash(contentHash)?.id).toBe('a1');
    expect(library.articles.byContentHash(sha256Of('none'))).toBeUndefined();
  });
});

describe('sources', () => {
  it('keep the imported bytes as they came', async () => {
    const { library, folder } = await openTestLibrary();
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x0d, 0x0a, 0x41]);
    const file = join(folder, '..', 'dump.txt');
    await writeFile(file, bytes);
    const source = makeSource(sha256Of(bytes));
    await library.sources.put(source, file);
    expect(Buffer.from(await library.sources.bytes(source.id))).toEqual(bytes);
    expect([...library.sources.all()]).toEqual([source]);
  });

  it('are refused when the file is not what was planned any more', async () => {
    const { library, folder } = await openTestLibrary();
    const file = join(folder, '..', 'dump.txt');
    await writeFile(file, 'changed since');
    const put = library.sources.put(makeSource(sha256Of('as planned')), file);
    await expect(put).rejects.toMatchObject({ code: 'unreadable' });
    await expect(
      library.sources.put(makeSource(sha256Of('as planned')), join(folder, 'missing')),
    ).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('does not exist'),
    });
    expect([...library.sources.all()]).toEqual([]);
    expect(await library.verify()).toEqual([]);
  });

  it('of which some can not be had any more are kept without those', async () => {
    const { library, folder } = await openTestLibrary();
    const texts = ['one', 'two', 'three'];
    const entries = texts.map((text) => ({
      source: makeSource(sha256Of(text)),
      content: async () => (text === 'two' ? join(folder, 'missing') : Buffer.from(text)),
    }));
    const failed = await library.sources.putAll(entries);
    expect(failed.map(({ source }) => source.id)).toEqual([sha256Of('two')]);
    expect([...library.sources.all()].map(({ id }) => id)).toEqual([
      sha256Of('one'),
      sha256Of('three'),
    ]);
    expect(await library.verify()).toEqual([]);
  });
});

describe('annotations', () => {
  it('that were all removed leave no file', async () => {
    const { library, folder } = await openTestLibrary();
    await library.annotations.put(makeAnnotation('note-1', 'abc'));
    const removed = await library.annotations.remove('note-1');
    expect(removed).toEqual(makeAnnotation('note-1', 'abc'));
    expect(await readdir(join(folder, 'annotations', 'ab'))).toEqual([]);
    await expect(library.annotations.remove('note-1')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are found by their own id in a library that was just opened', async () => {
    const { library, folder } = await openTestLibrary();
    await library.annotations.put(makeAnnotation('note-1', 'abc'));
    await library.close();
    const { library: again } = await openTestLibrary(folder);
    expect((await again.annotations.require('note-1')).articleId).toBe('abc');
  });

  it('in a damaged file are set aside by the next write; all others are there', async () => {
    const { library, folder } = await openTestLibrary();
    await library.annotations.put(makeAnnotation('note-1', 'abc'));
    await library.annotations.put(makeAnnotation('note-2', 'def'));
    await library.close();
    const path = join(folder, 'annotations', 'ab', 'abc.json');
    await writeFile(path, '{"annotations": [');
    const { library: again, ports } = await openTestLibrary(folder);
    expect((await again.annotations.all()).map(({ id }) => id)).toEqual(['note-2']);
    expect(ports.logged).toMatchObject([{ level: 'warn', message: expect.stringContaining(path) }]);
    expect(await readFile(path, 'utf8')).toBe('{"annotations": [');
    await again.annotations.put(makeAnnotation('note-3', 'abc'));
    const names = await readdir(join(folder, 'annotations', 'ab'));
    expect(names.toSorted()).toEqual(['abc.json', 'abc.json.damaged-20260102T030405000Z']);
  });

  it('changed at the same time keep both changes', async () => {
    const { library } = await openTestLibrary();
    await library.annotations.put(makeAnnotation('note-1', 'abc'));
    await Promise.all([
      library.annotations.change('note-1', (one) => ({ ...one, note: 'a note' })),
      library.annotations.change('note-1', (one) => ({ ...one, color: 'green' })),
    ]);
    expect(await library.annotations.require('note-1')).toMatchObject({
      note: 'a note',
      color: 'green',
    });
  });
});

describe('settings', () => {
  it('that are unknown or do not fit fall back one by one', async () => {
    const { library, folder } = await openTestLibrary();
    await library.close();
    const settings = { theme: 'neon', textSize: 21, measure: 'wide', fromTheFuture: 1 };
    await writeFile(join(folder, 'library.json'), JSON.stringify({ schemaVersion: 1, settings }));
    const { library: again } = await openTestLibrary(folder);
    expect(again.settings.get()).toEqual({ ...DEFAULT_SETTINGS, textSize: 21 });
  });

  it('in a damaged file do not keep the library shut', async () => {
    const { library, folder } = await openTestLibrary();
    await library.articles.put([{ article: makeArticle('abc'), markdown: '' }]);
    await library.close();
    await writeFile(join(folder, 'library.json'), '{"schemaVersion": 1, "settings"');
    const { library: again, ports } = await openTestLibrary(folder);
    expect(again.settings.get()).toEqual(DEFAULT_SETTINGS);
    expect(again.articles.size).toBe(1);
    expect(ports.logged.map(({ level }) => level)).toEqual(['warn', 'warn']);
    expect(await readdir(folder)).toContain('library.json.damaged-20260102T030405000Z');
  });
});

describe('a library that is read only', () => {
  it('may be missing, and is not made', async () => {
    const folder = join(await makeTempFolder(), 'library');
    const { library } = await openTestLibrary(folder, { readOnly: true });
    expect(library.articles.size).toBe(0);
    expect(await library.annotations.all()).toEqual([]);
    expect(library.settings.get()).toEqual(DEFAULT_SETTINGS);
    expect(await library.verify()).toEqual([]);
    await library.close();
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('can be open while another process writes it, and changes no file', async () => {
    const { library: writer, folder } = await openTestLibrary();
    await writer.articles.put([{ article: makeArticle('abc'), markdown: 'Some words.' }]);
    await writer.annotations.put(makeAnnotation('note-1', 'abc'));
    const before = await stampsOf(folder);
    const { library } = await openTestLibrary(folder, { readOnly: true });
    expect(await library.articles.markdown('abc')).toBe('Some words.');
    expect(await library.annotations.all()).toHaveLength(1);
    await library.verify();
    await library.close();
    expect(await stampsOf(folder)).toEqual(before);
  });

  it('refuses every write', async () => {
    const { library: writer, folder } = await openTestLibrary();
    await writer.articles.put([{ article: makeArticle('abc'), markdown: 'Some words.' }]);
    await writer.annotations.put(makeAnnotation('note-1', 'abc'));
    await writer.close();
    const before = await stampsOf(folder);
    const { library } = await openTestLibrary(folder, { readOnly: true });
    const writes = [
      library.articles.put([{ article: makeArticle('new'), markdown: '' }]),
      library.articles.change(['abc'], (article) => ({ ...article, state: 'read' })),
      library.sources.put(makeSource(sha256Of('x')), join(folder, 'library.json')),
      library.annotations.put(makeAnnotation('note-2', 'abc')),
      library.annotations.change('note-1', (one) => ({ ...one, note: 'x' })),
      library.annotations.remove('note-1'),
      library.tags.put(METHOD),
      library.tags.remove('method'),
      library.settings.put(DEFAULT_SETTINGS),
    ];
    const outcomes = await Promise.allSettled(writes);
    const refused = { status: 'rejected', reason: { code: 'read_only' } };
    expect(outcomes).toMatchObject(writes.map(() => refused));
    expect(await stampsOf(folder)).toEqual(before);
  });
});
