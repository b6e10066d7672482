import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../../main/core/importers/zip/archive.ts';
import { budgetFor, membersOf } from '../../../main/core/importers/zip/members.ts';
import { inMemory } from '../../../main/core/importers/zip/random-access.ts';
import { makeTempFolder, openTestApp } from '../../support/core.ts';
import { sha256Of } from '../../support/entities.ts';
import { writeZip } from '../../support/zip-writer.ts';
import { ENGLISH } from '../../../main/shared/messages/translator.ts';
import { inWords } from '../../support/in-words.ts';

const ARTICLE = '# The noon ferry\n\nThe ferry crosses the sound at noon and again at dusk.\n';
const GIF = Buffer.from(
  'R0lGODlhFAAKAIAAAP///wAAACwAAAAAFAAKAAACEISPqcvtD6OctNqLs968+68VADs=',
  'base64',
);
const PAGE = `<!doctype html><title>A page of the coast</title><article>${`<p>${'The ferry crosses the sound at noon and again. '.repeat(6)}</p>`.repeat(2)}<img src="img/a.gif"></article>`;

function zip(files: Record<string, string | Uint8Array>): Buffer {
  return writeZip(Object.entries(files).map(([name, content]) => ({ name, content })));
}

function members(bytes: Uint8Array) {
  return [...membersOf(new Archive(inMemory(bytes)), budgetFor(bytes.length))];
}

/** What is refused, by path. */
function refusals(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    members(bytes).flatMap((each) =>
      each.kind === 'failure' ? [[each.path, ENGLISH.say(each.message)]] : [],
    ),
  );
}

function paths(bytes: Uint8Array): string[] {
  return members(bytes).flatMap((each) => (each.kind === 'file' ? [each.path] : []));
}

async function setUp() {
  const test = await openTestApp();
  const desk = await makeTempFolder();
  const file = async (name: string, content: Uint8Array) => {
    const path = join(desk, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, content);
    return path;
  };
  return { ...test, desk, file };
}

describe('a zip archive', () => {
  it('gives each of its files as a source of its own', async () => {
    const { app, folder, file } = await setUp();
    const path = await file(
      'posts.zip',
      zip({ '2024/ferry.md': ARTICLE, 'fog.txt': 'Fog until Sunday.\n' }),
    );
    const plan = await app.call('imports.plan', { paths: [path] });
    expect(plan.failures).toEqual([]);
    expect(plan.sources.map((source) => [source.name, source.path])).toEqual([
      ['posts.zip/2024/ferry.md', `${path}/2024/ferry.md`],
      ['posts.zip/fog.txt', `${path}/fog.txt`],
    ]);
    expect(await app.call('imports.commit', { planId: plan.id })).toMatchObject({ added: 2 });
    const id = sha256Of(ARTICLE);
    const { lines } = await app.call('sources.lines', { id, startLine: 1, endLine: 1 });
    expect(lines).toEqual(['# The noon ferry']);
    expect((await app.call('library.verify', {})).problems).toEqual([]);
    expect(folder).not.toBe('');
  });

  it('is the same import as the files in it', async () => {
    const { app, file } = await setUp();
    const path = await file('posts.zip', zip({ 'ferry.md': ARTICLE }));
    const first = await app.call('imports.plan', { paths: [path] });
    await app.call('imports.commit', { planId: first.id });
    const plain = await app.call('imports.plan', {
      paths: [await file('a.md', Buffer.from(ARTICLE))],
    });
    expect(plain.sources[0]?.articles.map(({ outcome }) => outcome)).toEqual(['unchanged']);
  });

  it('may lie in another, and in a folder', async () => {
    const { app, desk, file } = await setUp();
    const inner = zip({ 'a/ferry.md': ARTICLE, 'fog.txt': 'Fog until Sunday.\n' });
    await file('box/all.zip', zip({ 'inner.zip': inner }));
    const plan = await app.call('imports.plan', { paths: [join(desk, 'box')] });
    expect(plan.sources.map(({ name }) => name)).toEqual([
      'box/all.zip/inner.zip/a/ferry.md',
      'box/all.zip/inner.zip/fog.txt',
    ]);
    expect(await app.call('imports.commit', { planId: plan.id })).toMatchObject({
      added: 2,
      failed: 0,
    });
  });

  it('keeps the images of its pages', async () => {
    const { app, file } = await setUp();
    const path = await file('site.zip', zip({ 'a/page.html': PAGE, 'a/img/a.gif': GIF }));
    const plan = await app.call('imports.plan', { paths: [path] });
    expect(plan.failures).toEqual([]);
    const { articleIds } = await app.call('imports.commit', { planId: plan.id });
    const { markdown } = await app.call('articles.get', { id: articleIds[0] ?? '' });
    expect(markdown).toContain(`${sha256Of(GIF)}.gif#20x10`);
    expect((await app.call('library.verify', {})).problems).toEqual([]);
  });

  it('has no files that are hidden, and none that a browser or a Mac saved beside others', () => {
    const bytes = zip({
      '__MACOSX/._a.txt': 'x',
      '.git/config': 'x',
      'a/.DS_Store': 'x',
      'a/page.html': PAGE,
      'a/page_files/script.js': 'x',
      'b/page_files/text.txt': 'kept: no page lies beside it',
    });
    expect(paths(bytes)).toEqual(['a/page.html', 'b/page_files/text.txt']);
    expect(refusals(bytes)).toEqual({});
  });

  it.each([
    '../up.txt',
    'a/../../up.txt',
    '/etc/passwd',
    'C:/windows.txt',
    '..\\up.txt',
    'a//b.txt',
  ])('with the name %s in it is read without that file, and says so', (name) => {
    const bytes = zip({ [name]: 'x', 'good.txt': 'y' });
    expect(paths(bytes)).toEqual(['good.txt']);
    expect(Object.values(refusals(bytes))).toEqual([
      expect.stringMatching(/^Its name .*it is not read\.$/),
    ]);
  });

  it('follows no link', () => {
    const link = writeZip([{ name: 'link.txt', content: '/etc/passwd', mode: 0o120777 }]);
    expect(refusals(link)).toEqual({ 'link.txt': 'It is a symbolic link, which is not followed.' });
  });

  it('that is encrypted or packed in an unknown way says so', () => {
    const file = { name: 'a.txt', content: ARTICLE };
    expect(refusals(writeZip([{ ...file, lies: { flags: 1 } }]))['a.txt']).toMatch(/encrypted/);
    expect(refusals(writeZip([{ ...file, lies: { method: 99 } }]))['a.txt']).toMatch(/method 99/);
  });

  it.each([{ size: 10 }, { size: 1000 }, { crc: 12345 }, { offset: 7 }, { packed: 5 }])(
    'that lies about a file is found out: %j',
    (lies) => {
      const lie = writeZip([{ name: 'a.txt', content: ARTICLE, lies }]);
      expect(paths(lie)).toEqual([]);
      expect(refusals(lie)['a.txt']).toMatch(/damaged|not where/);
    },
  );

  it('whose files blow up is not unpacked', () => {
    const bomb = zip({ 'zeros.txt': new Uint8Array(40 * 1024 * 1024), 'good.txt': 'y' });
    expect(paths(bomb)).toEqual(['good.txt']);
    expect(refusals(bomb)['zeros.txt']).toMatch(/^It would unpack to [\d,]+ times its size/);
  });

  it('that blows up piece by piece is left when it has gone too far', () => {
    // Each below what is harmless, all of them the same bytes of the archive.
    const bomb = overlapping(20, 1024 * 1024);
    const read = [...membersOf(new Archive(inMemory(bomb)), { left: 5.5 * 1024 * 1024 })];
    expect(read.map(({ kind }) => kind)).toEqual([...Array<string>(5).fill('file'), 'failure']);
    expect(budgetFor(bomb.length).left).toBe(256 * 1024 * 1024);
  });

  it('is read in the names that its maker’s system wrote', () => {
    const cp437 = writeZip([{ name: Buffer.from('F\x84hre.txt', 'latin1'), content: 'x' }]);
    expect(paths(cp437)).toEqual(['Fähre.txt']);
    expect(paths(zip({ 'Fähre/паром.txt': 'x' }))).toEqual(['Fähre/паром.txt']);
  });

  it.each([
    [{ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }, 'an Office document'],
    [{ mimetype: 'x', 'META-INF/container.xml': 'x' }, 'an EPUB book'],
  ])('that is really something else is named', async (files, kind) => {
    const { app, file } = await setUp();
    const path = await file('a.docx', zip(files as Record<string, string>));
    const { failures } = await app.call('imports.plan', { paths: [path] });
    expect(inWords(failures)).toEqual([
      { path, line: null, message: `It is ${kind}, which can’t be imported.` },
    ]);
  });

  it('that is damaged says so in one line', async () => {
    const { app, file } = await setUp();
    const path = await file('cut.zip', zip({ 'a.txt': ARTICLE }).subarray(0, 60));
    const { failures } = await app.call('imports.plan', { paths: [path] });
    expect(inWords(failures)).toEqual([
      {
        path,
        line: null,
        message: 'The archive is damaged: it ends before its table of contents.',
      },
    ]);
  });
});

/** An archive whose entries all unpack the same packed bytes. */
function overlapping(count: number, size: number): Buffer {
  const content = Buffer.alloc(size, 'The ferry crosses the sound at noon. ');
  for (let at = 0; at < size; at += 997) content[at] = 33 + ((at * 7919) % 90);
  const crc = crc32(content);
  const packed = deflateRawSync(content).length;
  return writeZip(
    Array.from({ length: count }, (_, nth) => ({
      name: `${String(nth).padStart(3, '0')}.bin`,
      content: nth === 0 ? content : '',
      lies: { crc, packed, size, offset: 0 },
    })),
  );
}
