import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSearchIndex } from '../../../main/core/search/worker-client.ts';
import type { SearchIndex } from '../../../main/core/search/search-index.ts';
import { documentWith } from './documents.ts';
import { spawnInThread } from './in-thread-worker.ts';

let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'lectern-search-')), 'index');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

function open(): Promise<SearchIndex> {
  return openSearchIndex({ folder, spawn: spawnInThread });
}

async function using<T>(use: (index: SearchIndex) => Promise<T>): Promise<T> {
  const index = await open();
  try {
    return await use(index);
  } finally {
    await index.close();
  }
}

/** Two segments: a and b, then c. */
async function writeTwoSegments(): Promise<string[]> {
  await using(async (index) => {
    await index.add([documentWith('a', { body: 'alpha' }), documentWith('b', { body: 'beta' })]);
    await index.add([documentWith('c', { body: 'gamma' })]);
  });
  return (await readdir(folder)).filter((name) => name.startsWith('segment-')).sort();
}

function path(name: string | undefined): string {
  return join(folder, name ?? 'missing');
}

describe('the index on disk', () => {
  it('is there again after reopening', async () => {
    await writeTwoSegments();
    await using(async (index) => {
      expect(await index.revisions()).toEqual({ a: '1', b: '1', c: '1' });
      expect((await index.query({ text: 'beta', limit: 5 })).hits).toMatchObject([
        { articleId: 'b' },
      ]);
    });
  });

  it('remembers what was removed and replaced', async () => {
    await writeTwoSegments();
    await using(async (index) => {
      await index.remove(['a']);
      await index.add([documentWith('c', { rev: '2', body: 'delta' })]);
    });
    await using(async (index) => {
      expect(await index.revisions()).toEqual({ b: '1', c: '2' });
      expect((await index.query({ text: 'alpha gamma delta', limit: 5 })).total).toBe(1);
    });
  });

  it('keeps few files, however many single changes are made', async () => {
    await using(async (index) => {
      for (let at = 0; at < 200; at++) {
        await index.add([documentWith(`d${at % 70}`, { rev: String(at), body: `word${at}` })]);
      }
    });
    // 7 in each of the three tiers that 70 documents have, and the manifest.
    expect((await readdir(folder)).length).toBeLessThanOrEqual(7 * 3 + 1);
    await using(async (index) => {
      expect(Object.keys(await index.revisions())).toHaveLength(70);
      expect((await index.query({ text: 'word199 word129', limit: 5 })).hits).toMatchObject([
        { articleId: 'd59' },
      ]);
    });
  });

  it('keeps out what is removed or replaced while its segment is being merged', async () => {
    // Words enough that the merge takes longer than it may without a pause.
    const batch = (of: number): ReturnType<typeof documentWith>[] =>
      Array.from({ length: 20 }, (_, at) => {
        const words = Array.from({ length: 200 }, (__, word) => `x${of}y${at}z${word}`);
        return documentWith(`d${of}-${at}`, { body: `old ${words.join(' ')}` });
      });
    await using(async (index) => {
      for (let of = 0; of < 8; of++) await index.add(batch(of));
      await index.remove(['d0-0', 'd3-3']);
      await index.add([documentWith('d5-5', { rev: '2', body: 'new' })]);
      expect((await index.query({ text: 'old', limit: 0 })).total).toBe(157);
    });
    await using(async (index) => {
      expect((await index.query({ text: 'old', limit: 0 })).total).toBe(157);
      expect((await index.query({ text: '+new -old', limit: 5 })).total).toBe(1);
      await index.add([documentWith('more', {})]);
      expect((await index.query({ text: 'old', limit: 0 })).total).toBe(157);
      expect(Object.keys(await index.revisions())).toHaveLength(159);
    });
  });

  it('writes nothing when kept in memory only', async () => {
    const index = await openSearchIndex({ folder: null, spawn: spawnInThread });
    await index.add([documentWith('a', {})]);
    await index.close();
    await expect(stat(folder)).rejects.toThrow();
  });

  it('rejects an add that cannot be written, and changes nothing', async () => {
    await writeFile(folder, 'a file where the folder should be');
    await using(async (index) => {
      await expect(index.add([documentWith('a', { body: 'alpha' })])).rejects.toThrow();
      expect(await index.revisions()).toEqual({});
      expect((await index.query({ text: 'alpha', limit: 5 })).total).toBe(0);
    });
  });
});

describe('a damaged index', () => {
  it('is empty without its manifest, and can be filled again', async () => {
    await writeTwoSegments();
    await rm(path('manifest.json'));
    await using(async (index) => {
      expect(await index.revisions()).toEqual({});
      await index.add([documentWith('a', {})]);
    });
    expect(await using((index) => index.revisions())).toEqual({ a: '1' });
  });

  it.each(['', '{', 'null', '{"sha256":"","contents":"{}"}', '[]'])(
    'is empty with the manifest %j',
    async (manifest) => {
      await writeTwoSegments();
      await writeFile(path('manifest.json'), manifest);
      expect(await using((index) => index.revisions())).toEqual({});
    },
  );

  it('is empty when another version wrote it', async () => {
    await writeTwoSegments();
    const text = await readFile(path('manifest.json'), 'utf8');
    await writeFile(path('manifest.json'), text.replace('\\"format\\":1', '\\"format\\":0'));
    expect(await using((index) => index.revisions())).toEqual({});
  });

  it('does without a segment that is missing', async () => {
    const [first] = await writeTwoSegments();
    await rm(path(first));
    expect(await using((index) => index.revisions())).toEqual({ c: '1' });
  });

  it('does without a segment cut anywhere', async () => {
    const [first] = await writeTwoSegments();
    const whole = await readFile(path(first));
    for (const size of [0, 3, 39, 40, 100, whole.length - 1]) {
      await writeTwoSegments();
      const names = (await readdir(folder)).filter((name) => name.startsWith('segment-')).sort();
      await truncate(path(names[0]), size);
      const revisions = await using((index) => index.revisions());
      expect(Object.keys(revisions).length).toBeLessThan(3);
      await rm(folder, { recursive: true });
    }
  });

  it('does without a segment in which any byte is wrong', async () => {
    const [, second] = await writeTwoSegments();
    const whole = await readFile(path(second));
    const keep = await readFile(path('manifest.json'));
    for (let at = 0; at < whole.length; at += 7) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ (1 << (at % 8));
      await writeFile(path(second), broken);
      await writeFile(path('manifest.json'), keep);
      expect(await using((index) => index.revisions())).toEqual({ a: '1', b: '1' });
    }
  });

  it('clears away what an interrupted write left behind', async () => {
    const names = await writeTwoSegments();
    await writeFile(path('segment-99.bin'), 'half');
    await writeFile(path('.manifest.json.01234567-89ab-cdef-0123-456789abcdef.tmp'), 'half');
    await writeFile(path('other.txt'), 'not ours');
    await using(() => Promise.resolve());
    expect((await readdir(folder)).sort()).toEqual(['manifest.json', 'other.txt', ...names]);
  });
});
