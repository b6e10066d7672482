import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { annotationSchema, articleSchema } from '../../../main/shared/entities.ts';
import { makeTempFolder } from '../../support/core.ts';
import { run, type CliResult } from './run.ts';
import { inWords } from '../../support/in-words.ts';

const TITLES = ['The noon ferry', 'Lamps on the quay', 'A gale in March'];

function post(title: string, day: number, body: string): string {
  const rule = '-'.repeat(40);
  return `${rule}\n${title}\n${rule}\n\nMay ${day}, 2024\n\n${body}\n\n`;
}

const DUMP = [
  post('The noon ferry', 1, 'The ferry crosses the sound at noon, and the ferryman keeps a book.'),
  post(
    'Lamps on the quay',
    2,
    'Nobody has counted the lamps since the harbour board was dissolved.',
  ),
  post('A gale in March', 3, 'A gale took the roof of the chandlery and left the weathercock.'),
].join('\n');

async function setUp() {
  const desk = await makeTempFolder();
  const library = join(desk, 'library');
  await writeFile(join(desk, 'coast.txt'), DUMP);
  const cli = (...argv: string[]) => run(argv, { library, cwd: desk });
  const json = async <T extends z.ZodType>(shape: T, ...argv: string[]) => {
    const result = await cli(...argv, '--json');
    expect(result).toMatchObject({ status: 0, stderr: '' });
    return shape.parse(JSON.parse(result.stdout));
  };
  return { desk, library, cli, json };
}

const importShape = z.object({
  sources: z.array(
    z.object({
      path: z.string(),
      sha256: z.string(),
      bytes: z.number(),
      format: z.string(),
      encoding: z.string(),
      lines: z.number(),
      articles: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          startLine: z.number(),
          endLine: z.number(),
          truncated: z.boolean(),
          parentId: z.string().nullable(),
          confidence: z.number(),
          published: z.string().nullable(),
          dateline: z.string().nullable(),
          byline: z.string().nullable(),
        }),
      ),
      unassigned: z.array(z.object({ startLine: z.number(), endLine: z.number() })),
      problems: z.array(z.unknown()),
    }),
  ),
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  failed: z.number(),
});
const listShape = z.object({ total: z.number(), articles: z.array(articleSchema) });

function firstLine({ stderr }: CliResult): string {
  expect(stderr).toMatch(/^[^\n]+\n$/);
  return stderr.trimEnd();
}

describe('import', () => {
  it('adds a dump and reports every line of it', async () => {
    const { desk, cli, json } = await setUp();
    const { sources, ...counts } = await json(importShape, 'import', 'coast.txt');
    expect(counts).toEqual({ added: 3, updated: 0, unchanged: 0, failed: 0 });
    const [source] = sources;
    expect(source).toMatchObject({
      path: join(desk, 'coast.txt'),
      format: 'text',
      encoding: 'utf-8',
    });
    const covered = [...(source?.articles ?? []), ...(source?.unassigned ?? [])].reduce(
      (sum, { startLine, endLine }) => sum + endLine - startLine + 1,
      0,
    );
    expect(covered).toBe(source?.lines);
    const listed = await cli('list');
    for (const title of TITLES) expect(listed.stdout).toContain(title);
  });

  it('writes nothing on a dry run', async () => {
    const { desk, json } = await setUp();
    expect(await json(importShape, 'import', '--dry-run', 'coast.txt')).toMatchObject({ added: 3 });
    expect(await readdir(desk)).toEqual(['coast.txt']);
  });

  it('adds nothing the second time', async () => {
    const { json } = await setUp();
    await json(importShape, 'import', 'coast.txt');
    expect(await json(importShape, 'import', 'coast.txt')).toMatchObject({
      added: 0,
      unchanged: 3,
    });
  });

  it('does what it can and ends with 3', async () => {
    const { desk, cli } = await setUp();
    await mkdir(join(desk, 'box'));
    await writeFile(join(desk, 'box/junk.bin'), Buffer.alloc(64));
    const result = await cli('import', 'coast.txt', 'box', 'missing.txt', '--json');
    expect(result.status).toBe(3);
    expect(result.stderr.split('\n')).toEqual([
      `lectern: ${join(desk, 'box/junk.bin')}: It looks like a binary file.`,
      `lectern: ${join(desk, 'missing.txt')}: There is no such file or folder.`,
      '',
    ]);
    expect(JSON.parse(result.stdout)).toMatchObject({ added: 3, failed: 2 });
  });

  it('writes what could not be read into a file', async () => {
    const { desk, cli } = await setUp();
    const { status } = await cli('import', 'coast.txt', 'missing.txt', '--report', 'failed.md');
    expect(status).toBe(3);
    expect(await readFile(join(desk, 'failed.md'), 'utf8')).toBe(
      `- \`${join(desk, 'missing.txt')}\`: There is no such file or folder.\n`,
    );
    const unwritable = await cli('import', 'missing.txt', '--report', 'no/such/failed.md');
    expect(unwritable.status).toBe(1);
    expect(unwritable.stderr).toContain(join(desk, 'no/such/failed.md'));
  });

  it('fails where nothing could be read', async () => {
    const { cli } = await setUp();
    const result = await cli('import', 'missing.txt');
    expect(result.status).toBe(1);
    expect(firstLine(result)).toContain('missing.txt: There is no such file or folder.');
  });

  it('stops when it is interrupted', async () => {
    const { library, desk } = await setUp();
    const result = await run(['import', join(desk, 'coast.txt')], {
      library,
      interrupted: AbortSignal.abort(),
    });
    expect(result.status).toBe(130);
    expect(firstLine(result)).toContain('stopped');
  });
});

describe('list, show and search', () => {
  it('print entities', async () => {
    const { cli, json } = await setUp();
    await cli('import', 'coast.txt');
    const { total, articles } = await json(listShape, 'list', '--limit', '2');
    expect([total, articles.length]).toEqual([3, 2]);
    const id = (await json(listShape, 'list')).articles.find(
      ({ title }) => title === TITLES[0],
    )?.id;
    const shown = await json(
      articleSchema.extend({ markdown: z.string(), text: z.string() }),
      'show',
      id ?? '',
    );
    expect(shown).toMatchObject({ id, title: TITLES[0], published: '2024-05-01' });
    expect(shown.text).toContain('The ferry crosses the sound');
    expect((await cli('show', id ?? '', '--format', 'text')).stdout).toBe(
      `${TITLES[0]}\n\n${shown.text}\n`,
    );
    expect((await cli('show', id ?? '')).stdout).toContain(`# ${TITLES[0]}\n\nThe ferry crosses`);
    expect(JSON.parse((await cli('show', id ?? '', '--format', 'json')).stdout)).toEqual(
      inWords(shown),
    );
  });

  it('find in a new process what was imported', async () => {
    const { cli, json } = await setUp();
    await cli('import', 'coast.txt');
    const shape = z.object({
      total: z.number(),
      hits: z.array(
        z.object({
          articleId: z.string(),
          title: z.string(),
          score: z.number(),
          snippets: z.array(
            z.object({
              text: z.string(),
              ranges: z.array(z.object({ start: z.number(), end: z.number() })),
            }),
          ),
        }),
      ),
    });
    const { total, hits } = await json(shape, 'search', 'lamp');
    expect(total).toBe(1);
    expect(hits[0]?.title).toBe(TITLES[1]);
    const [snippet] = hits[0]?.snippets ?? [];
    const [range] = snippet?.ranges ?? [];
    expect(snippet?.text.slice(range?.start, range?.end)).toBe('lamps');
    expect(await json(shape, 'search', '+gale', '-lamp', '--limit', '1')).toMatchObject({
      total: 1,
    });
    expect(await json(shape, 'search', '-lamp gale')).toMatchObject({ total: 1 });
  });

  it('say where a query is wrong', async () => {
    const { cli } = await setUp();
    const result = await cli('search', 'lamp nofield:x');
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(firstLine(result)).toMatch(/nofield.*\(at character 6: "nofield"\)/);
  });
});

describe('annotate, annotations and export', () => {
  it('carry a passage from its quote to a file', async () => {
    const { desk, cli, json } = await setUp();
    await cli('import', 'coast.txt');
    const { articles } = await json(listShape, 'list');
    const id = articles.find(({ title }) => title === TITLES[0])?.id ?? '';
    const made = await json(
      annotationSchema.extend({ tags: z.array(z.string()) }),
      ...['annotate', id, '--quote', 'the ferryman keeps a book'],
      ...['--note', 'Which book?', '--color', 'blue', '--tag', 'people', '--tag', 'Old books'],
    );
    expect(made).toMatchObject({
      color: 'blue',
      note: 'Which book?',
      tags: ['people', 'Old books'],
    });

    const shape = z.object({
      total: z.number(),
      annotations: z.array(annotationSchema.extend({ tags: z.array(z.string()) })),
    });
    expect(await json(shape, 'annotations')).toEqual({ total: 1, annotations: [made] });
    expect(await json(shape, 'annotations', id)).toEqual({ total: 1, annotations: [made] });
    expect((await cli('search', 'notes:which')).stdout).toContain(TITLES[0]);

    const exported = z.object({
      files: z.array(z.string()),
      written: z.number(),
      unchanged: z.number(),
    });
    const args = ['export', '--format', 'markdown', '--out', 'notes'];
    const files = ['The noon ferry.md'];
    expect(await json(exported, ...args)).toMatchObject({ files, written: 1, unchanged: 0 });
    expect(await json(exported, ...args)).toMatchObject({ files, written: 0, unchanged: 1 });
    const text = await readFile(join(desk, 'notes', 'The noon ferry.md'), 'utf8');
    expect(text).toContain(
      `> the ferryman keeps a book\n\n^lectern-${made.id}\n\nWhich book?\n\n#people #Old-books`,
    );
    expect(await json(exported, ...args, '--group-by', 'tag')).toMatchObject({
      files: ['Notes by tag.md'],
    });
  });

  it('take annotations and tags from one library to another', async () => {
    const { desk, cli, json } = await setUp();
    await cli('import', 'coast.txt');
    const { articles } = await json(listShape, 'list');
    const id = articles.find(({ title }) => title === 'The noon ferry')?.id ?? '';
    await cli('annotate', id, '--quote', 'keeps a book', '--note', 'Which?', '--tag', 'people');
    const tags = await cli('tags');
    expect(tags.stdout).toBe(
      'people  1 passage  0 articles\nof 1 passage, 1 with a tag, and 3 articles\n',
    );
    const out = await cli('export', '--format', 'jsonld', '--out', 'notes.jsonld');
    expect(out.stdout).toContain('1 annotation, 1 article, 1 tag');
    const there = ['--library', join(desk, 'other')];
    await cli(...there, 'import', 'coast.txt');
    const brought = z.object({ added: z.number(), failed: z.number(), tags: z.number() });
    expect(await json(brought, ...there, 'import-annotations', 'notes.jsonld')).toMatchObject({
      added: 1,
      failed: 0,
      tags: 1,
    });
    const listed = await cli(...there, 'annotations');
    expect(listed.stdout).toContain('keeps a book');
    expect(listed.stdout).toContain('#people');
  });

  it('leave no tag behind when the passage is not found', async () => {
    const { library, cli, json } = await setUp();
    await cli('import', 'coast.txt');
    const { articles } = await json(listShape, 'list');
    const result = await cli(
      'annotate',
      articles[0]?.id ?? '',
      '--quote',
      'nowhere',
      '--tag',
      'ghost',
    );
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(firstLine(result)).toContain('do not stand in the text');
    expect(await readdir(library)).not.toContain('codebook.json');
  });
});

describe('the command line', () => {
  it('verifies a library', async () => {
    const { library, cli, json } = await setUp();
    await cli('import', 'coast.txt');
    const shape = z.object({ ok: z.boolean(), problems: z.array(z.unknown()) });
    expect(await json(shape, 'verify')).toEqual({ ok: true, problems: [] });
    const [folder = ''] = await readdir(join(library, 'articles'));
    const [file = ''] = await readdir(join(library, 'articles', folder));
    await rm(join(library, 'articles', folder, file));
    const result = await cli('verify');
    expect(result.status).toBe(1);
    expect(result.stdout).toContain(file);
  });

  it('takes --library before and after the command', async () => {
    const { desk, cli } = await setUp();
    const other = join(desk, 'other');
    await cli('--library', other, 'import', 'coast.txt');
    expect((await cli('list', '--library', other, '--json')).stdout).toContain('"total": 3');
    expect((await cli('list', '--json')).stdout).toContain('"total": 0');
  });

  it.each([
    [[]],
    [['bogus']],
    [['import']],
    [['list', '--limit', 'many']],
    [['list', '--limit', '0']],
    [['search']],
    [['search', 'a', '--limt', '2']],
    [['show', 'a', 'b']],
    [['show', 'a', '--format', 'pdf']],
    [['annotate', 'a']],
    [['annotate', 'a', '--quote', 'b', '--color', 'mauve']],
    [['export']],
    [['export', '--out', 'x', '--format', 'html']],
    [['serve', '--port', '99999']],
  ])('ends with 2 on wrong usage: %j', async (argv) => {
    const { cli } = await setUp();
    const result = await cli(...argv);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).not.toBe('');
  });

  it.each([
    [['show', 'nobody'], 'nobody'],
    [['show', '../../etc'], '../../etc'],
    [['annotations', 'nobody'], 'nobody'],
    [['annotate', 'nobody', '--quote', 'x'], 'nobody'],
    [['export', '--out', 'coast.txt/below'], 'coast.txt/below'],
    [['--library', 'coast.txt', 'list'], 'coast.txt'],
  ])('ends with 1 and one clear line: %j', async (argv, named) => {
    const { cli, desk } = await setUp();
    await cli('import', 'coast.txt');
    const result = await cli(...argv.map((arg) => (arg === 'coast.txt' ? join(desk, arg) : arg)));
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(firstLine(result)).toContain(named);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  it('prints help and version as answers', async () => {
    const { cli } = await setUp();
    expect(await cli('--version')).toMatchObject({ status: 0, stdout: '1.2.3\n', stderr: '' });
    const help = await cli('help', 'import');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toContain('--dry-run');
  });
});
