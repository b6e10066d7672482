import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestLibrary } from '../../support/core.ts';
import { makeAnnotation, makeArticle, makeSource, sha256Of } from '../../support/entities.ts';
import { inWords } from '../../support/in-words.ts';

const BYTES = 'the imported bytes';
const sourceId = sha256Of(BYTES);
const SOURCE_FILE = `sources/${sourceId.slice(0, 2)}/${sourceId}`;

const IMAGE = `${sha256Of('an image')}.png`;

async function writeInto(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** A sound library of one source, two articles, a tag, an annotation; closed. */
async function soundLibrary(): Promise<string> {
  const { library, folder } = await openTestLibrary();
  const file = join(folder, '..', 'dump.txt');
  await writeFile(file, BYTES);
  await library.sources.put(makeSource(sourceId), file);
  await library.tags.put({
    id: 'method',
    name: 'Method',
    color: null,
    parentId: null,
    description: '',
    memo: '',
  });
  await library.articles.put([
    { article: makeArticle('abc', { sourceId, tags: ['method'] }), markdown: 'Some words.\n' },
    { article: makeArticle('def', { sourceId, parentId: 'abc' }), markdown: 'Others.\n' },
  ]);
  await library.annotations.put(makeAnnotation('note-1', 'abc', { tags: ['method'] }));
  await library.close();
  return folder;
}

async function verified(folder: string): Promise<unknown> {
  const { library } = await openTestLibrary(folder, { readOnly: true });
  return inWords(await library.verify());
}

describe('verify', () => {
  it('finds nothing in a sound library, whoever has it open', async () => {
    const folder = await soundLibrary();
    expect(await verified(folder)).toEqual([]);
    const { library } = await openTestLibrary(folder);
    expect(await library.verify()).toEqual([]);
  });

  it('takes a text that was edited by hand, and one without front matter, as they are', async () => {
    const folder = await soundLibrary();
    await writeFile(join(folder, 'articles', 'ab', 'abc.md'), 'Quite another text.\n');
    await appendFile(join(folder, 'articles', 'de', 'def.md'), 'More words.\n');
    expect(await verified(folder)).toEqual([]);
  });

  const planted: [string, (at: (path: string) => string) => Promise<unknown>, object[]][] = [
    [
      'an article without its text',
      (at) => rm(at('articles/ab/abc.md')),
      [{ path: 'articles/ab/abc.md', message: 'the text of article abc is missing' }],
    ],
    [
      'a text that is not UTF-8',
      (at) => writeFile(at('articles/ab/abc.md'), Buffer.from([0x41, 0xe9, 0x42])),
      [{ path: 'articles/ab/abc.md', message: 'it is not valid UTF-8' }],
    ],
    [
      'a text that a crash of the disk has filled with NULs',
      (at) => writeFile(at('articles/ab/abc.md'), Buffer.alloc(100)),
      [{ path: 'articles/ab/abc.md', message: 'it holds NUL bytes: it is damaged' }],
    ],
    [
      'front matter that is broken',
      (at) => writeFile(at('articles/ab/abc.md'), '---\nid: abc\ntitle: "open\n---\n\nWords.\n'),
      [{ path: 'articles/ab/abc.md', message: expect.stringContaining('not valid YAML') }],
    ],
    [
      'a text whose image is gone',
      (at) =>
        writeFile(at('articles/ab/abc.md'), `![](../../images/${IMAGE.slice(0, 2)}/${IMAGE})\n`),
      [{ path: 'articles/ab/abc.md', message: `its image ${IMAGE} is missing` }],
    ],
    [
      'an image whose bytes are others than its name says',
      (at) => writeInto(at(`images/${IMAGE.slice(0, 2)}/${IMAGE}`), 'other bytes'),
      [
        {
          path: `images/${IMAGE.slice(0, 2)}/${IMAGE}`,
          message: 'it is not the image that was imported: it is damaged',
        },
      ],
    ],
    [
      'a file among the images that is none',
      (at) => writeInto(at('images/ab/notes.txt'), 'words'),
      [{ path: 'images/ab/notes.txt', message: 'it is no image of the library' }],
    ],
    [
      'a file among the articles that is none',
      (at) => writeFile(at('articles/ab/other.md'), ''),
      [{ path: 'articles/ab/other.md', message: 'it belongs to no article of the library' }],
    ],
    [
      'what a write left behind that was cut short',
      (at) => writeFile(at('articles/ab/.abc.md.0a1b2c3d-0a1b-4a1b-8a1b-0a1b2c3d4e5f.tmp'), ''),
      [{ path: expect.stringContaining('.tmp'), message: expect.stringContaining('cut short') }],
    ],
    [
      'a source without its bytes',
      (at) => rm(at(SOURCE_FILE)),
      [{ path: SOURCE_FILE, message: 'the kept bytes of dump.txt are missing' }],
    ],
    [
      'a source whose bytes have changed',
      (at) => writeFile(at(SOURCE_FILE), BYTES.toUpperCase()),
      [{ path: SOURCE_FILE, message: 'the kept bytes of dump.txt are not what was imported' }],
    ],
    [
      'a file of annotations that is damaged',
      (at) => writeFile(at('annotations/ab/abc.json'), '{"annotations": 7}'),
      [{ path: 'annotations/ab/abc.json', message: expect.stringContaining('at annotations') }],
    ],
    [
      'annotations of no article',
      async (at) => {
        await mkdir(at('annotations/zz'));
        await writeFile(
          at('annotations/zz/zzz.json'),
          JSON.stringify({ annotations: [makeAnnotation('note-9', 'zzz')] }),
        );
      },
      [{ path: 'annotations/zz/zzz.json', message: 'its article does not exist: zzz' }],
    ],
    [
      'annotations in another article’s file',
      (at) =>
        writeFile(
          at('annotations/ab/abc.json'),
          JSON.stringify({ annotations: [makeAnnotation('note-9', 'def')] }),
        ),
      [{ path: 'annotations/ab/abc.json', message: 'annotation note-9 belongs to article def' }],
    ],
    [
      'a file among the annotations that is none',
      (at) => writeFile(at('annotations/ab/notes.txt'), ''),
      [{ path: 'annotations/ab/notes.txt', message: expect.stringContaining('not a file of') }],
    ],
    [
      'a codebook that is damaged, and so tags that are not known',
      (at) => writeFile(at('codebook.json'), '{"tags": ['),
      [
        { path: 'annotations/ab/abc.json', message: expect.stringContaining('the tag method') },
        { path: 'catalog', message: expect.stringContaining('the tag method') },
        { path: 'codebook.json', message: expect.stringContaining('is damaged') },
      ],
    ],
    [
      'settings that are damaged',
      (at) => writeFile(at('library.json'), '{'),
      [{ path: 'library.json', message: expect.stringContaining('is damaged') }],
    ],
    [
      'a damaged line in the journal, and what it costs',
      async (at) => {
        const path = at('catalog/journal.1.jsonl');
        const text = await readFile(path, 'utf8');
        await writeFile(path, text.replace('Title of def', 'Title of DEF'));
      },
      [
        { path: 'annotations/ab/abc.json', message: expect.stringContaining('does not exist') },
        { path: 'articles/ab/abc.md', message: expect.stringContaining('belongs to no article') },
        { path: 'articles/de/def.md', message: expect.stringContaining('belongs to no article') },
        { path: 'catalog/journal.1.jsonl', message: expect.stringContaining('line 2') },
      ],
    ],
    [
      'a file that was set aside',
      (at) => writeFile(at('catalog/snapshot.json.damaged-20260102T030405000Z'), ''),
      [
        {
          path: expect.stringContaining('damaged-'),
          message: expect.stringContaining('set aside'),
        },
      ],
    ],
  ];

  it.each(planted)('finds %s', async (_, plant, problems) => {
    const folder = await soundLibrary();
    await plant((path) => join(folder, ...path.split('/')));
    expect(await verified(folder)).toEqual(problems);
  });

  it('finds articles whose source, whole or tag does not exist', async () => {
    const { library } = await openTestLibrary();
    const article = makeArticle('abc', { parentId: 'gone', tags: ['none'] });
    await library.articles.put([{ article, markdown: '' }]);
    expect(inWords((await library.verify()).map(({ message }) => message))).toEqual([
      `the source of article abc is not known: ${article.sourceId}`,
      'article abc is part of gone, which does not exist',
      'article abc has the tag none, which does not exist',
    ]);
  });

  it('finds collections and smart lists that name what does not exist', async () => {
    const { library } = await openTestLibrary();
    await library.collections.put([
      { id: 'lost', name: 'Lost', parentId: 'gone' },
      { id: 'ring-1', name: 'Ring', parentId: 'ring-2' },
      { id: 'ring-2', name: 'Ring', parentId: 'ring-1' },
    ]);
    const conditions = { place: 'library' as const, collectionId: 'gone', tagId: 'none' };
    await library.smartLists.put({ id: 'smart', name: 'Smart', conditions });
    const article = makeArticle('abc', { collections: ['gone'] });
    await library.articles.put([{ article, markdown: '' }]);
    expect(inWords((await library.verify()).map(({ message }) => message))).toEqual([
      `the source of article abc is not known: ${article.sourceId}`,
      'article abc is in the collection gone, which does not exist',
      'the collection lost lies in gone, which does not exist',
      'the collection ring-1 lies inside itself',
      'the collection ring-2 lies inside itself',
      'the smart list smart asks for the tag none, which does not exist',
      'the smart list smart asks for the collection gone, which does not exist',
    ]);
  });
});
