import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../support/core.ts';

/** Different words for every seed; every `changed`-th is another. */
function report(seed: number, changed = Infinity): string {
  const words = Array.from({ length: 240 }, (_, at) =>
    at % changed === 5 ? `other${at}` : `w${(seed * 7919 + at * at) % 9973}`,
  );
  return `${words.join(' ')}.`;
}

const page = (title: string, text: string) => `# ${title}\n\n${text}\n`;

async function setUp() {
  const test = await openTestApp();
  const [agency = ''] = await test.importText('agency.md', page('Gale in the sound', report(1)));
  await test.importText('unlike.md', page('Lamps', report(2)));
  const [paper = ''] = await test.importText('paper.md', page('Storm hits', report(1, 10)));
  return { ...test, agency, paper };
}

async function alikeTo({ app }: Pick<TestApp, 'app'>, id: string) {
  const { articles } = await app.call('articles.similar', { id });
  return articles.map((article) => article.sourceName);
}

describe('an article that stands in another source too', () => {
  it('is found, under another title and with a tenth of its words changed', async () => {
    const test = await setUp();
    expect(await alikeTo(test, test.agency)).toEqual(['paper.md']);
    expect(await alikeTo(test, test.paper)).toEqual(['agency.md']);
  });

  it('is marked in the list', async () => {
    const { app, agency, paper } = await setUp();
    await app.call('articles.similar', { id: agency });
    const { articles } = await app.call('articles.list', {});
    const marked = articles.filter(({ alike }) => alike).map(({ id }) => id);
    expect(marked.sort()).toEqual([agency, paper].sort());
  });

  it('is not told of one that is in the trash, nor of its own earlier text', async () => {
    const test = await setUp();
    await test.app.call('articles.trash', { ids: [test.paper] });
    await test.importText('later.md', page('Gale in the sound', `${report(1)} And so on.`));
    const { versions } = await test.app.call('articles.versions', { id: test.agency });
    expect(versions).toHaveLength(2);
    expect(await alikeTo(test, test.agency)).toEqual([]);
  });

  it('is found after a restart, and when the fingerprints were deleted or damaged', async () => {
    const first = await setUp();
    const path = join(first.folder, 'index', 'fingerprints');
    const damage = [
      async () => {},
      () => rm(path),
      async () => writeFile(path, (await readFile(path, 'latin1')).slice(0, -40)),
      () => writeFile(path, `no fingerprint\n${first.agency}\n\0\n`),
    ];
    await first.app.close();
    for (const spoil of damage) {
      await spoil();
      const again = await openTestApp(first.folder);
      expect(await alikeTo(again, first.agency)).toEqual(['paper.md']);
      await again.app.close();
    }
  });
});

describe('likeness inside one file', () => {
  it('is legitimate and not told', async () => {
    const test = await openTestApp();
    const rule = '='.repeat(40);
    const post = (title: string, text: string) => `${rule}\n${title}\n${rule}\n\n${text}\n`;
    const posts = [report(1), report(1, 10), report(3), report(4)];
    const ids = await test.importText(
      'dump.txt',
      posts.map((text, at) => post(`Report number ${at}`, text)).join('\n'),
    );
    expect(ids).toHaveLength(4);
    expect(await alikeTo(test, ids[0] ?? '')).toEqual([]);
  });
});
