import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder, openTestApp } from '../../support/core.ts';
import { inWords } from '../../support/in-words.ts';

const RULE = '='.repeat(40);
const WORDS =
  `the ferry crosses the sound at noon and again at dusk while nobody has counted the lamps
  along the quay since the harbour board was dissolved in the year of the great gale that took the
  roof of the chandlery and left the weathercock upon the green beside the old customs house where
  pilots used to wait for the tide and tell each other what the night had done to their nets`.split(
    /\s+/,
  );

/** Different words for every seed, the same for the same. */
function body(seed: number): string {
  return WORDS.map((word, at) => (at % 3 === 0 ? `${word}${seed}` : word)).join(' ') + '.';
}

const post = (title: string, text: string) => `${RULE}\n${title}\n${RULE}\n\n${text}\n`;
const dump = (...posts: string[]) => posts.join('\n');

async function setUp() {
  const test = await openTestApp();
  const desk = await makeTempFolder();
  const plan = async (name: string, text: string) => {
    const path = join(desk, name);
    await writeFile(path, text);
    return test.app.call('imports.plan', { paths: [path] });
  };
  const take = async (name: string, text: string) => {
    const planned = await plan(name, text);
    const result = await test.app.call('imports.commit', { planId: planned.id });
    return { planned, result };
  };
  return { ...test, desk, plan, take };
}

const [NOON, LAMPS, GALE] = [
  post('The noon ferry', body(1)),
  post('Lamps on the quay', body(2)),
  post('A gale in March', body(3)),
];
const CHANGED = post(
  'Lamps on the quay',
  `${body(2).replace('weathercock', 'bell')} They are lit.`,
);

describe('an article that changed in a later dump', () => {
  it('becomes a new version of the known one', async () => {
    const { app, take } = await setUp();
    const { result } = await take('may.txt', dump(NOON, LAMPS));
    const later = await take('june.txt', dump(GALE, CHANGED, NOON));
    const [gale, lamps, noon] = later.planned.sources[0]?.articles ?? [];
    expect(gale).toMatchObject({ outcome: 'add', update: null });
    expect(lamps).toMatchObject({
      id: result.articleIds[1],
      outcome: 'update',
      update: { kind: 'changed', words: 4 },
    });
    expect(noon).toMatchObject({ outcome: 'unchanged' });
    expect(later.result).toMatchObject({ added: 1, updated: 1, unchanged: 1 });
    expect((await app.call('articles.list', {})).total).toBe(3);
  });

  it('keeps the old text, its place and its source', async () => {
    const { app, folder, take } = await setUp();
    const { result } = await take('may.txt', dump(NOON, LAMPS));
    await take('june.txt', dump(CHANGED, NOON));
    const id = result.articleIds[1] ?? '';
    const { versions } = await app.call('articles.versions', { id });
    expect(versions).toMatchObject([
      { version: 2, sourceName: 'june.txt', startLine: 2 },
      { version: 1, sourceName: 'may.txt', startLine: 8 },
    ]);
    const old = await app.call('articles.version', { id, version: 1 });
    expect(old.markdown).toContain('weathercock');
    const { markdown } = await app.call('articles.get', { id });
    expect(markdown).toContain('They are lit.');
    const files = await readdir(join(folder, 'articles', id.slice(0, 2)));
    expect(files).toEqual(expect.arrayContaining([`${id}.md`, `${id}.v2.md`]));
    expect(await app.call('library.verify', {})).toEqual({ ok: true, problems: [] });
  });

  it('can be compared with what it was, word by word', async () => {
    const { app, take } = await setUp();
    const { result } = await take('may.txt', dump(NOON, LAMPS));
    await take('june.txt', dump(CHANGED, NOON));
    const compared = await app.call('articles.compare', {
      id: result.articleIds[1] ?? '',
      before: 1,
      after: 2,
    });
    expect(compared).toMatchObject({ removed: 1, added: 4 });
    expect(compared.segments.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'weathercock' },
      { kind: 'added', text: 'bell' },
      { kind: 'added', text: ' They are lit.' },
    ]);
  });

  it('keeps its highlights on their words, and those whose words went as orphans', async () => {
    const { app, take } = await setUp();
    const { result } = await take('may.txt', dump(NOON, LAMPS));
    const articleId = result.articleIds[1] ?? '';
    const quotes = ['has counted', 'roof2 of the chandlery2'].map((exact) => ({ exact }));
    for (const quote of quotes) await app.call('annotations.create', { articleId, quote });
    const gone = body(2).replace('roof2 of the chandlery2', 'whole street, and more than that,');
    await take('june.txt', dump(post('Lamps on the quay', `Now: ${gone}`), NOON));
    const { annotations } = await app.call('annotations.list', { articleId });
    expect(annotations.map(({ anchor }) => anchor.method).sort()).toEqual(['orphan', 'quote']);
  });

  it('is known in every version it had', async () => {
    const { app, plan, take } = await setUp();
    await take('may.txt', dump(NOON, LAMPS));
    await take('june.txt', dump(CHANGED, NOON));
    for (const again of [dump(NOON, LAMPS), dump(LAMPS, GALE, NOON)]) {
      const { sources } = await plan('again.txt', again);
      const outcomes = sources[0]?.articles.flatMap(({ title, outcome }) =>
        title === 'A gale in March' ? [] : [outcome],
      );
      expect(outcomes).toEqual(['unchanged', 'unchanged']);
    }
    const third = post('Lamps on the quay', `${body(2)} It was all different in the end.`);
    await take('july.txt', dump(third, GALE));
    const { articles } = await app.call('articles.list', {});
    const lamps = articles.find(({ title }) => title === 'Lamps on the quay');
    expect(lamps).toMatchObject({ version: 3, earlier: [{ version: 1 }, { version: 2 }] });
    expect(await app.call('library.verify', {})).toMatchObject({ ok: true });
  });

  it('is told by its address, whatever its title has become', async () => {
    const { app, take } = await setUp();
    const page = (title: string, text: string) =>
      `---\ntitle: ${title}\nurl: https://example.org/lamps\n---\n\n${text}\n`;
    await take('may.md', page('Lamps on the quay', body(2)));
    const { planned } = await take('june.md', page('The last lamps', `${body(2)} They are lit.`));
    expect(planned.sources[0]?.articles).toMatchObject([
      { outcome: 'update', update: { kind: 'changed' } },
    ]);
    expect((await app.call('articles.list', {})).total).toBe(1);
  });

  it('is one article where both dumps come at once', async () => {
    const { app, desk } = await setUp();
    await writeFile(join(desk, '1-may.txt'), dump(NOON, LAMPS));
    await writeFile(join(desk, '2-june.txt'), dump(GALE, CHANGED, NOON));
    const planned = await app.call('imports.plan', { paths: [desk] });
    const outcomes = planned.sources.flatMap(({ articles }) => articles.map((one) => one.outcome));
    expect(outcomes).toEqual(['add', 'add', 'add', 'update', 'unchanged']);
    const result = await app.call('imports.commit', { planId: planned.id });
    expect(result).toMatchObject({ added: 3, updated: 0, unchanged: 2 });
    const { articles } = await app.call('articles.list', {});
    expect(articles.map(({ title, version }) => [title, version]).sort()).toEqual([
      ['A gale in March', 1],
      ['Lamps on the quay', 2],
      ['The noon ferry', 1],
    ]);
  });
});

describe('a different post', () => {
  it('that merely shares a title stays its own', async () => {
    const { app, plan, take } = await setUp();
    await take('may.txt', dump(post('A note', body(5)), NOON));
    const { sources } = await plan('june.txt', dump(post('A note', body(6)), NOON));
    expect(sources[0]?.articles.map(({ outcome }) => outcome)).toEqual(['add', 'unchanged']);
    await take('june.txt', dump(post('A note', body(6)), NOON));
    expect((await app.call('articles.list', {})).total).toBe(3);
  });

  it('of the same dump is no version, however like it is', async () => {
    const { app, take } = await setUp();
    const { result } = await take('may.txt', dump(LAMPS, CHANGED, NOON));
    expect(result).toMatchObject({ added: 3, updated: 0 });
    const again = await take('june.txt', dump(LAMPS, CHANGED, GALE));
    expect(again.result).toMatchObject({ added: 1, updated: 0, unchanged: 2 });
    expect((await app.call('articles.list', {})).total).toBe(4);
  });
});

describe('an earlier version', () => {
  it('that was edited by hand stays as it was edited', async () => {
    const { app, folder, take } = await setUp();
    const { result } = await take('may.txt', dump(NOON, LAMPS));
    const id = result.articleIds[1] ?? '';
    const path = join(folder, 'articles', id.slice(0, 2), `${id}.md`);
    await writeFile(path, (await readFile(path, 'utf8')).replace('customs', 'old customs'));
    await take('june.txt', dump(CHANGED, NOON));
    const { markdown } = await app.call('articles.version', { id, version: 1 });
    expect(markdown).toContain('old customs');
  });

  it('whose text is lost is named by verify', async () => {
    const { app, folder, take } = await setUp();
    const { result } = await take('may.txt', dump(NOON, LAMPS));
    await take('june.txt', dump(CHANGED, NOON));
    const id = result.articleIds[1] ?? '';
    await rm(join(folder, 'articles', id.slice(0, 2), `${id}.md`));
    expect(inWords((await app.call('library.verify', {})).problems)).toEqual([
      {
        path: `articles/${id.slice(0, 2)}/${id}.md`,
        message: `the text of article ${id} is missing`,
      },
    ]);
  });

  it('keeps its source in the library until it is deleted itself', async () => {
    const { app, take } = await setUp();
    const { result } = await take('may.txt', dump(NOON, LAMPS));
    await take('june.txt', dump(CHANGED, GALE));
    const [noon = '', lamps = ''] = result.articleIds;
    const names = async () =>
      (await app.call('library.overview', {})).sources.map(({ name }) => name).sort();
    await app.call('articles.trash', { ids: [noon] });
    await app.call('articles.delete', { ids: [noon] });
    expect(await names()).toEqual(['june.txt', 'may.txt']);
    await app.call('articles.trash', { ids: [lamps] });
    await app.call('articles.delete', { ids: [lamps] });
    expect(await names()).toEqual(['june.txt']);
    expect(await app.call('library.verify', {})).toMatchObject({ ok: true });
  });
});

describe('files of one import that say the same', () => {
  async function planFolder(files: Record<string, string>) {
    const test = await setUp();
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(test.desk, name), text);
    }
    const planned = await test.app.call('imports.plan', { paths: [test.desk] });
    const commit = () => test.app.call('imports.commit', { planId: planned.id });
    return { ...test, plan: planned, commit };
  }

  it('become one article and a new version of it', async () => {
    const { commit, app, plan } = await planFolder({
      'a.txt': LAMPS,
      'b.txt': CHANGED,
      'c.txt': NOON,
    });
    expect(plan.sources[1]?.articles).toMatchObject([
      { outcome: 'update', update: { here: true } },
    ]);
    const result = await commit();
    expect(result).toMatchObject({ added: 2, updated: 0, unchanged: 1, failed: 0 });
    expect(result.articleIds).toHaveLength(2);
    const { articles } = await app.call('articles.list', {});
    const versions = await Promise.all(
      articles.map(async ({ id }) => (await app.call('articles.versions', { id })).versions.length),
    );
    expect(versions.sort()).toEqual([1, 2]);
    expect(await app.call('library.verify', {})).toEqual({ ok: true, problems: [] });
  });

  it('are all the same kept when the first of them is gone', async () => {
    const { commit, desk, app } = await planFolder({
      'a.txt': LAMPS,
      'b.txt': `${LAMPS}\n`,
      'c.txt': NOON,
    });
    await rm(join(desk, 'a.txt'));
    expect(await commit()).toMatchObject({ added: 2, unchanged: 0, failed: 1 });
    expect((await app.call('articles.list', {})).total).toBe(2);
    expect(await app.call('library.verify', {})).toEqual({ ok: true, problems: [] });
  });
});
