/**
 * Kills the built command line in the middle of imports, at random moments, LECTERN_KILLS times
 * (4): `LECTERN_KILLS=60 npx vitest run --config tests/built.config.ts killed-import`.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../main/core/library/library.ts';
import { testPorts } from '../support/core.ts';

const KILLS = Number(process.env['LECTERN_KILLS'] ?? 4);
const CLI = resolve(import.meta.dirname, '../../out/main/cli.js');
const FILES = 150;
const POSTS = 500;

let root = '';
let files = '';
let whole: string[] = [];
/** Milliseconds that an import takes when nobody kills it. */
let undisturbed = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-killed-'));
  files = join(root, 'files');
  await mkdir(files);
  for (let nth = 0; nth < FILES; nth += 1) {
    await writeFile(join(files, `${nth}.txt`), `Note ${nth} of the quay\n\n${proseOf(nth)}\n`);
  }
  const posts = Array.from({ length: POSTS }, (_, nth) => postOf(nth));
  await writeFile(join(files, 'posts.txt'), posts.join('\n'));
  const library = join(root, 'undisturbed');
  const started = performance.now();
  await importInto(library, null);
  undisturbed = performance.now() - started;
  whole = await contentsOf(library);
}, 120_000);

afterAll(() => rm(root, { recursive: true, force: true }));

describe('an import that is killed', () => {
  it(`leaves whole articles only, and the same import again completes it, ${KILLS} times`, async () => {
    expect(whole).toHaveLength(FILES + POSTS);
    const expected = new Set(whole);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const library = join(root, `killed-${kill}`);
      // Spread over the time that it takes, so that few tries meet every stage.
      const moment = undisturbed * ((kill + Math.random()) / KILLS);
      await importInto(library, moment);
      const left = await contentsOf(library);
      expect(left.filter((article) => !expected.has(article))).toEqual([]);
      expect(await importInto(library, null)).toBe(0);
      expect(await contentsOf(library)).toEqual(whole);
      await rm(library, { recursive: true });
    }
  }, 600_000);
});

/** Gives the exit status; null when it was killed. */
async function importInto(library: string, killAfter: number | null): Promise<number | null> {
  const args = [CLI, '--library', library, 'import', files];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const ended = new Promise<number | null>((done, failed) => {
    child.on('error', failed);
    child.on('exit', done);
  });
  if (killAfter === null) return ended;
  await Promise.race([delay(killAfter), ended]);
  child.kill('SIGKILL');
  return ended;
}

/** Opens the library as the next program would; one line an article, with all its text. */
async function contentsOf(folder: string): Promise<string[]> {
  const ports = testPorts(folder);
  const library = await openLibrary(ports, { readOnly: false });
  try {
    expect(await library.verify()).toEqual([]);
    expect(ports.logged.filter(({ level }) => level !== 'info')).toEqual([]);
    const lines: string[] = [];
    for (const { id, title, sourceId, startLine, endLine, contentHash } of library.articles.all()) {
      expect(library.sources.get(sourceId)).toBeDefined();
      const text = await library.articles.markdown(id);
      lines.push(JSON.stringify([title, sourceId, startLine, endLine, contentHash, text]));
    }
    return lines.sort();
  } finally {
    await library.close();
  }
}

function postOf(nth: number): string {
  const rule = '='.repeat(40);
  return `${rule}\nThe lamp number ${nth}\n${rule}\n\nMay ${1 + (nth % 28)}, 2024\n\n${proseOf(10_000 + nth)}\n`;
}

/** Different words for every number. */
function proseOf(nth: number): string {
  const words = Array.from({ length: 120 }, (_, at) => `word${(nth * 7919 + at * 104_729) % 9973}`);
  return `In the year of ${words.join(' ')} the keeper wrote no more.`;
}
