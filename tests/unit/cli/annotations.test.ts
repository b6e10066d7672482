/** Notes from the command line: listed by what is asked of them, and exported while the app is open. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeTempFolder, openTestApp } from '../../support/core.ts';
import { run } from './run.ts';

const FERRY = '# The noon ferry\n\nThe ferry crosses the sound. The ferryman keeps a book.\n';
const LAMP = '# The lamp\n\nThe lamp burns until four. Nobody lights it.\n';

const shape = z.object({
  total: z.number(),
  articles: z.number(),
  of: z.object({ annotations: z.number(), articles: z.number() }),
  annotations: z.array(z.object({ target: z.object({ quote: z.object({ exact: z.string() }) }) })),
  articleNotes: z.array(z.object({ title: z.string(), note: z.string() })),
});

let library: string;
let desk: string;

beforeEach(async () => {
  desk = await makeTempFolder();
  library = join(desk, 'library');
  const { app, ports, importText } = await openTestApp(library);
  const [ferry = ''] = await importText('ferry.md', FERRY);
  ports.advance(24 * 3600 * 1000);
  const [lamp = ''] = await importText('lamp.md', LAMP);
  const people = await app.call('tags.ensure', { name: 'People' });
  const crew = await app.call('tags.ensure', { name: 'Crew' });
  await app.call('tags.update', { id: crew.id, change: { parentId: people.id } });
  const make = (articleId: string, exact: string, more: object) =>
    app.call('annotations.create', { articleId, quote: { exact }, ...more });
  await make(ferry, 'crosses the sound', { color: 'blue', note: 'When?' });
  await make(ferry, 'ferryman', { tags: [crew.id] });
  ports.advance(24 * 3600 * 1000);
  await make(lamp, 'Nobody', { tags: [people.id] });
  await app.call('articles.update', { ids: [lamp], change: { note: 'On lamps.' } });
  await app.close();
});

async function listed(...argv: string[]) {
  const result = await run(['annotations', '--json', ...argv], { library });
  expect(result.stderr).toBe('');
  return shape.parse(JSON.parse(result.stdout));
}

async function quotes(...argv: string[]) {
  return (await listed(...argv)).annotations.map(({ target }) => target.quote.exact).toSorted();
}

describe('annotations', () => {
  it.each([
    [[], ['Nobody', 'crosses the sound', 'ferryman']],
    [
      ['--tag', 'people'],
      ['Nobody', 'ferryman'],
    ],
    [['--tag', 'people', '--no-below'], ['Nobody']],
    [['--tag', 'people', '--tag', 'crew'], ['ferryman']],
    [['--color', 'Blue'], ['crosses the sound']],
    [['--source', 'lamp.md'], ['Nobody']],
    [['--from', '2026-01-04'], ['Nobody']],
    [
      ['--to', '2026-01-03'],
      ['crosses the sound', 'ferryman'],
    ],
    [
      ['--text', 'NOON ferry'],
      ['crosses the sound', 'ferryman'],
    ],
    [['--note'], ['crosses the sound']],
    [['--no-note'], ['Nobody', 'ferryman']],
    [['--orphaned'], []],
    [['--sort', 'text', '--limit', '1'], ['crosses the sound']],
  ])('are filtered: %j', async (argv, expected) => {
    expect(await quotes(...argv)).toEqual(expected);
  });

  it('are those of one article, and counted with their base', async () => {
    const { annotations } = JSON.parse(
      (await run(['annotations', '--json', '--source', 'ferry.md'], { library })).stdout,
    );
    const id = annotations[0].articleId;
    expect(await listed(id)).toMatchObject({
      total: 2,
      articles: 1,
      of: { annotations: 3, articles: 2 },
      articleNotes: [],
    });
  });

  it('are read by people, with the notes on whole articles', async () => {
    const { stdout } = await run(['annotations'], { library });
    expect(stdout).toContain('“crosses the sound”\n    When?');
    expect(stdout).toContain('on the article “The lamp”\n    On lamps.');
    expect(stdout).toMatch(/3 of 3 passages, in 2 of 2 articles\n$/u);
  });

  it.each([
    [['--tag', 'nothing'], 'no tag is called “nothing”'],
    [['--color', 'mauve'], 'no colour is called “mauve”'],
    [['--source', 'lost.txt'], 'no file was imported that is called “lost.txt”'],
    [['--from', 'yesterday'], 'YYYY-MM-DD'],
  ])('say what is wrong: %j', async (argv, words) => {
    const result = await run(['annotations', ...argv], { library });
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toContain(words);
  });
});

describe('an export while the app is open', () => {
  it('writes the notes, and knows them again', async () => {
    const { app } = await openTestApp(library);
    const argv = ['export', '--out', join(desk, 'notes')];
    expect(await run(argv, { library })).toMatchObject({ status: 0, stderr: '' });
    expect(await readdir(join(desk, 'notes'))).toEqual(['The lamp.md', 'The noon ferry.md']);
    expect((await run(argv, { library })).stdout).toContain('0 written, 2 unchanged');
    const out = join(desk, 'notes');
    expect(await app.call('export.markdown', { out })).toMatchObject({ written: 0, unchanged: 2 });
    // Notes that come back change the library, which the app has.
    expect(await run([...argv, '--edited', 'take'], { library })).toMatchObject({ status: 1 });
  });

  it('waits for one that is being written, and goes on', async () => {
    const { app } = await openTestApp(library);
    const outs = ['one', 'two', 'three'].map((name) => join(desk, name));
    const runs = outs.map((out) => run(['export', '--out', out], { library }));
    const own = app.call('export.markdown', { out: join(desk, 'own') });
    expect((await Promise.all(runs)).map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(await own).toMatchObject({ written: 2 });
    expect(await readdir(library)).not.toContain('exports.lock');
  });

  it('of a library that is not there writes nothing', async () => {
    const none = join(desk, 'none');
    const result = await run(['export', '--out', join(desk, 'notes')], { library: none });
    expect(result).toMatchObject({ status: 0 });
    expect(await readdir(desk)).not.toContain('none');
  });

  it('says where a folder can’t be written', async () => {
    await mkdir(join(desk, 'x'));
    await writeFile(join(desk, 'x', 'file'), '');
    const result = await run(['export', '--out', join(desk, 'x', 'file')], { library });
    expect(result).toMatchObject({ status: 1 });
  });
});

describe('an export', () => {
  it('is by a template of one’s own, called by its name', async () => {
    const { app } = await openTestApp(library);
    const passage = '{{ text }} ({{ id }})';
    await app.call('templates.save', { name: 'Short one', properties: 'id', head: '', passage });
    await app.close();
    const argv = ['export', '--out', join(desk, 'notes'), '--template'];
    expect(await run([...argv, 'short ONE'], { library })).toMatchObject({ status: 0 });
    expect(await run([...argv, 'shortest'], { library })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(
        'no template is called “shortest”; there are Obsidian, Logseq, Plain, Short one',
      ),
    });
  });

  it('as JSON-LD takes nothing that is about Markdown', async () => {
    const argv = ['export', '--format', 'jsonld', '--out', join(desk, 'a.jsonld')];
    expect(await run([...argv, '--group-by', 'tag'], { library })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('--group-by is about Markdown'),
    });
    expect(await readdir(desk)).not.toContain('a.jsonld');
    expect(await run(argv, { library })).toMatchObject({ status: 0 });
  });

  it('that fails in one file does all others, and says so', async () => {
    const argv = ['export', '--out', join(desk, 'notes'), '--json'];
    await run(argv, { library });
    const file = join(desk, 'notes', 'The lamp.md');
    await writeFile(file, Buffer.concat([await readFile(file), Buffer.from([0xfc])]));
    const { status, stdout, stderr } = await run(argv, { library });
    expect(status).toBe(3);
    expect(stderr).toContain('The lamp.md is not in UTF-8');
    expect(JSON.parse(stdout)).toMatchObject({
      files: ['The noon ferry.md'],
      failures: [{ path: 'The lamp.md', reason: expect.stringContaining('not in UTF-8') }],
    });
  });
});
