import { mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportPlan } from '../../../main/shared/contract.ts';
import { openLibrary } from '../../../main/core/library/library.ts';
import { makeTempFolder, openTestApp, testPorts } from '../../support/core.ts';
import { inWords } from '../../support/in-words.ts';

const SENTENCES = [
  'The ferry crosses the sound at noon and again at dusk, and the ferryman keeps a book of it.',
  'Nobody has counted the lamps along the quay since the harbour board was dissolved.',
  'A gale in March took the roof of the chandlery and left the weathercock on the green.',
  'The keeper of the light writes that fog came in at four and did not leave until Sunday.',
];

function post(title: string, nth: number, end = ''): string {
  const from = nth % SENTENCES.length;
  const body = [...SENTENCES.slice(from), ...SENTENCES.slice(0, from)].join(` ${title} again. `);
  const rule = '='.repeat(40);
  return `${rule}\n${title}\n${rule}\n\nBy Ada Nowak\nMay ${nth + 1}, 2024\n\n${body}\n${end}\n`;
}

const TITLES = ['The noon ferry', 'Lamps on the quay', 'A gale in March', 'Fog until Sunday'];

function dump(titles: readonly string[] = TITLES): string {
  return titles.map((title) => post(title, TITLES.indexOf(title) + 4)).join('\n');
}

async function setUp() {
  const test = await openTestApp();
  const desk = await makeTempFolder();
  const file = async (name: string, content: string | Uint8Array) => {
    const path = join(desk, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, content);
    return path;
  };
  const plan = (...paths: string[]) => test.app.call('imports.plan', { paths });
  const commit = (planId: string, leaveOut: string[] = []) =>
    test.app.call('imports.commit', { planId, leaveOut });
  return { ...test, desk, file, plan, commit };
}

function outcomes({ sources }: ImportPlan): string[] {
  return sources.flatMap(({ articles }) => articles.map(({ outcome }) => outcome));
}

describe('a plan', () => {
  it('says what would be added and writes nothing', async () => {
    const { app, file, plan } = await setUp();
    const path = await file('coast.txt', dump());
    const { sources, failures } = await plan(path);
    expect(failures).toEqual([]);
    expect(sources).toHaveLength(1);
    const [source] = sources;
    expect(source).toMatchObject({
      path,
      name: 'coast.txt',
      format: 'text',
      encoding: 'utf-8',
      lines: dump().split('\n').length - 1,
      problems: [],
    });
    expect(source?.articles.map(({ title }) => title)).toEqual(TITLES);
    expect(source?.articles[0]).toMatchObject({ byline: 'Ada Nowak', published: '2024-05-05' });
    expect((await app.call('articles.list', {})).total).toBe(0);
  });

  it('goes on where a file can’t be read, and names each', async () => {
    const { desk, file, plan } = await setUp();
    await file('box/a.txt', dump());
    await file('box/empty.txt', ' \n\n');
    await file('box/image.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'));
    await file('box/data.json', '[1]');
    await symlink(join(desk, 'box/a.txt'), join(desk, 'box/link.txt'));
    const { sources, failures } = await plan(join(desk, 'box'), join(desk, 'missing'));
    expect(sources.map(({ name }) => name)).toEqual(['box/a.txt']);
    const reasons = failures.map(
      ({ path, message }) => `${path.slice(desk.length + 1)}: ${String(inWords(message))}`,
    );
    expect(reasons.sort()).toEqual([
      'box/data.json: This JSON is no JSON Feed, and other JSON can’t be imported.',
      'box/empty.txt: It holds no text.',
      'box/image.png: It looks like a binary file (PNG image).',
      'box/link.txt: It is a symbolic link, which is not followed.',
      'missing: There is no such file or folder.',
    ]);
  });

  it('tells how far it is', async () => {
    const { app, events, file } = await setUp();
    const paths = [await file('a.txt', dump()), await file('b.md', '# B\n\nText.\n')];
    await app.call('imports.plan', { paths, jobId: 'job' });
    const steps = events.flatMap((event) =>
      event.name === 'imports.progressed' && event.payload.phase === 'reading'
        ? [event.payload]
        : [],
    );
    expect(steps[0]).toMatchObject({ done: 0, total: 2, bytes: 0, path: paths[0] });
    const { totalBytes } = steps[0] ?? { totalBytes: 0 };
    expect(totalBytes).toBe(Buffer.byteLength(dump()) + Buffer.byteLength('# B\n\nText.\n'));
    expect(steps.at(-1)).toMatchObject({ done: 2, bytes: totalBytes, totalBytes, path: null });
  });

  it('keeps its texts in the library until it is done with, and a start clears what is left', async () => {
    const { app, folder, file, plan, commit } = await setUp();
    const left = () => readdir(folder).then((names) => names.includes('temporary'));
    const path = await file('a.txt', dump());
    const [first, second] = [await plan(path), await plan(path)];
    expect(await left()).toBe(true);
    await commit(first.id);
    await app.call('imports.discard', { planId: second.id });
    expect(await left()).toBe(false);
    await app.close();
    await mkdir(join(folder, 'temporary', 'lectern-import-1'), { recursive: true });
    await (await openLibrary(testPorts(folder), { readOnly: false })).close();
    expect(await left()).toBe(false);
  });

  it('can be cancelled', async () => {
    const { app, file } = await setUp();
    const paths = [await file('a.txt', dump())];
    const planned = app.dispatch('imports.plan', { paths, jobId: 'job' });
    await app.call('imports.cancel', { jobId: 'job' });
    expect(await planned).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('can be made of pasted text, which then is a source like others', async () => {
    const { app } = await setUp();
    const plan = await app.call('imports.planText', { text: dump(), name: 'Pasted at noon' });
    const [source] = plan.sources;
    expect(source).toMatchObject({ name: 'Pasted at noon.txt', articles: { length: 4 } });
    expect(await app.call('imports.commit', { planId: plan.id })).toMatchObject({ added: 4 });
    const { sources } = await app.call('library.overview', {});
    const id = sources[0]?.id ?? '';
    const { lines } = await app.call('sources.lines', { id, startLine: 2, endLine: 2 });
    expect(lines).toEqual(['The noon ferry']);
    await expect(stat(source?.path ?? '')).rejects.toThrow('ENOENT');
  });

  it('of pasted text leaves no file behind when newer plans push it out', async () => {
    const { app } = await setUp();
    const first = await app.call('imports.planText', { text: dump(), name: 'Pasted first' });
    const path = first.sources[0]?.path ?? '';
    for (const name of ['Second', 'Third', 'Fourth']) {
      await app.call('imports.planText', { text: dump(), name });
    }
    expect((await stat(path)).isFile()).toBe(true);
    const last = await app.call('imports.planText', { text: dump(), name: 'Fifth' });
    await expect(stat(dirname(path))).rejects.toThrow('ENOENT');
    expect((await stat(last.sources[0]?.path ?? '')).isFile()).toBe(true);
  });

  it('of the sample into an empty library brings a guide with highlights and notes in it', async () => {
    const { app, commit } = await setUp();
    const sample = await app.call('imports.planSample', {});
    await commit(sample.id);
    const { annotations } = await app.call('annotations.list', {});
    const { articles } = await app.call('articles.list', {});
    const guide = articles.find(({ title }) => title.includes('how to read this dump'));
    expect(annotations.length).toBeGreaterThan(4);
    expect(new Set(annotations.map(({ articleId }) => articleId))).toEqual(new Set([guide?.id]));
    expect(annotations.every(({ anchor }) => anchor.score === 1)).toBe(true);
    const { tags } = await app.call('tags.list', {});
    expect(tags.map(({ name }) => name)).toEqual(['where it comes from']);

    const other = await setUp();
    await other.commit((await other.plan(await other.file('coast.txt', dump()))).id);
    await other.commit((await other.app.call('imports.planSample', {})).id);
    expect((await other.app.call('annotations.list', {})).total).toBe(0);
  });

  it('can be made of the sample', async () => {
    const { app } = await setUp();
    const { sources } = await app.call('imports.planSample', {});
    const [source] = sources;
    expect(source?.articles.filter(({ parentId }) => parentId === null)).toHaveLength(10);
  });
});

describe('a commit', () => {
  it('adds the articles with their text, source and order', async () => {
    const { app, events, file, plan, commit } = await setUp();
    const planned = await plan(await file('coast.txt', dump()));
    const result = await commit(planned.id);
    expect(result).toMatchObject({ added: 4, updated: 0, unchanged: 0, failed: 0 });
    expect(result.articleIds).toEqual(planned.sources[0]?.articles.map(({ id }) => id));
    const { article, markdown } = await app.call('articles.get', {
      id: result.articleIds[1] ?? '',
    });
    expect(article).toMatchObject({ title: TITLES[1], order: 1, version: 1, state: 'inbox' });
    expect(markdown).toContain(SENTENCES[1]);
    const lines = await app.call('sources.lines', {
      id: article.sourceId,
      startLine: 1,
      endLine: 9,
    });
    expect(lines.lines).toEqual(dump().split('\n').slice(0, 9));
    expect(events).toContainEqual({
      name: 'articles.changed',
      payload: { ids: result.articleIds },
    });
  });

  it('happens once', async () => {
    const { app, file, plan, commit } = await setUp();
    const { id } = await plan(await file('coast.txt', dump()));
    await commit(id);
    const again = await app.dispatch('imports.commit', { planId: id });
    expect(again).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('leaves out what was left out', async () => {
    const { app, file, plan, commit } = await setUp();
    const { id, sources } = await plan(await file('coast.txt', dump()));
    const out = sources[0]?.articles[2]?.id ?? '';
    expect(await commit(id, [out])).toMatchObject({ added: 3 });
    const { articles } = await app.call('articles.list', {});
    expect(articles.map(({ title }) => title)).not.toContain(TITLES[2]);
  });

  it('counts a file that changed since as failed and adds the others', async () => {
    const { file, plan, commit, ports } = await setUp();
    const changed = await file('changed.txt', dump(TITLES.slice(0, 2)));
    const gone = await file('gone.md', '# Gone\n\nText.\n');
    const kept = await file('kept.md', '# Kept\n\nText.\n');
    const { id } = await plan(changed, gone, kept);
    await writeFile(changed, dump(TITLES.slice(2)));
    await rm(gone);
    expect(await commit(id)).toMatchObject({ added: 1, failed: 2 });
    expect(ports.logged.map(({ message }) => message)).toEqual([
      expect.stringContaining('changed.txt'),
      expect.stringContaining('gone.md'),
    ]);
  });

  it('makes the tags that the files name, each once', async () => {
    const { app, file, plan, commit } = await setUp();
    const one = await file('one.md', '---\ntags: [Harbour, fog]\n---\n# One\n\nText.\n');
    const two = await file('two.md', '---\ntags: [harbour]\n---\n# Two\n\nMore text.\n');
    await commit((await plan(one, two)).id);
    const { tags } = await app.call('tags.list', {});
    expect(tags.map(({ name, articles }) => [name, articles])).toEqual([
      ['fog', 1],
      ['Harbour', 2],
    ]);
  });
});

describe('the list, newest first', () => {
  it('shows a dump in its own order, however long its import took', async () => {
    const { app, ports, file, plan, commit } = await setUp();
    const started = ports.clock.now().getTime();
    let asked = 0;
    ports.clock.now = () => new Date(started + (asked += 1));
    await commit((await plan(await file('coast.txt', dump()))).id);
    const { articles } = await app.call('articles.list', {});
    expect(articles.map(({ title }) => title)).toEqual(TITLES);
  });
});

describe('a library that has them', () => {
  it('takes nothing from the same file again', async () => {
    const { app, file, plan, commit } = await setUp();
    const path = await file('coast.txt', dump());
    const first = await commit((await plan(path)).id);
    const again = await plan(path);
    expect(outcomes(again)).toEqual(Array(4).fill('unchanged'));
    expect(again.sources[0]?.articles.map(({ id }) => id)).toEqual(first.articleIds);
    expect(await commit(again.id)).toMatchObject({ added: 0, unchanged: 4 });
    expect((await app.call('articles.list', {})).total).toBe(4);
  });

  it('takes nothing twice where two plans were made first', async () => {
    const { app, file, plan, commit } = await setUp();
    const path = await file('coast.txt', dump());
    const plans = [await plan(path), await plan(path)];
    await Promise.all(plans.map(({ id }) => commit(id)));
    expect((await app.call('articles.list', {})).total).toBe(4);
  });

  it('takes only the new articles of an overlapping dump', async () => {
    const { app, file, plan, commit } = await setUp();
    await commit((await plan(await file('may.txt', dump(TITLES.slice(0, 3))))).id);
    const later = await plan(await file('june.txt', dump([...TITLES].reverse())));
    expect(outcomes(later)).toEqual(['add', 'unchanged', 'unchanged', 'unchanged']);
    expect(await commit(later.id)).toMatchObject({ added: 1, unchanged: 3 });
    expect((await app.call('articles.list', {})).total).toBe(4);
  });

  it('takes what was left out before', async () => {
    const { file, plan, commit } = await setUp();
    const path = await file('coast.txt', dump());
    const { id, sources } = await plan(path);
    await commit(id, [sources[0]?.articles[1]?.id ?? '']);
    expect(outcomes(await plan(path))).toEqual(['unchanged', 'add', 'unchanged', 'unchanged']);
  });

  it('takes one of two files with the same text', async () => {
    const { file, plan, commit } = await setUp();
    const paths = [await file('a.md', '# A\n\nText.\n'), await file('b.md', '#  A\r\n\r\nText.')];
    const planned = await plan(...paths);
    expect(outcomes(planned)).toEqual(['add', 'unchanged']);
    expect(await commit(planned.id)).toMatchObject({ added: 1, unchanged: 1 });
  });
});

describe('a teaser', () => {
  const [opening = '', rest = ''] = SENTENCES;
  const others = TITLES.slice(1).map((title, nth) =>
    post(title, nth + 1, `\nContinue reading ${title}\n`),
  );
  const teaser = [post(TITLES[0] ?? '', 0, `\nContinue reading ${TITLES[0]}\n`), ...others].join(
    '\n',
  );
  const shown = [opening, ...SENTENCES.slice(1)].join(` ${TITLES[0]} again. `);
  const full = `# ${TITLES[0]}\n\n${shown}\n\n${rest} And so it went on.\n`;

  it('is completed by its full text, keeping its notes', async () => {
    const { app, file, plan, commit } = await setUp();
    const before = await plan(await file('teasers.txt', teaser));
    expect(before.sources[0]?.articles.map(({ truncated }) => truncated)).toEqual(
      Array(4).fill(true),
    );
    await commit(before.id);
    const id = before.sources[0]?.articles[0]?.id ?? '';
    const quote = { exact: 'keeps a book of it' };
    await app.call('annotations.create', { articleId: id, quote, note: 'seen' });

    const after = await plan(await file('full.md', full));
    expect(after.sources[0]?.articles).toMatchObject([{ id, outcome: 'update' }]);
    expect(await commit(after.id)).toMatchObject({ added: 0, updated: 1, articleIds: [id] });
    const { article, markdown } = await app.call('articles.get', { id });
    expect(article).toMatchObject({ version: 2, truncated: false });
    expect(markdown).toContain('And so it went on.');
    const { annotations } = await app.call('annotations.list', { articleId: id });
    expect(annotations).toMatchObject([{ note: 'seen', anchor: { score: 1 } }]);
  });

  it('adds nothing when its full text is there', async () => {
    const { file, plan, commit } = await setUp();
    await commit((await plan(await file('full.md', full))).id);
    const later = await plan(await file('teasers.txt', teaser));
    expect(outcomes(later)).toEqual(['unchanged', 'add', 'add', 'add']);
  });
});
