/**
 * `npx vitest bench tests/bench/import.bench.ts --run` prints how fast dumps are split and
 * imported beside merely reading and hashing the same bytes, in the same run on the same disk; how
 * the rate changes as the library grows, and how much memory it takes. LECTERN_BENCH_MB (20) sets
 * how large the one file is, LECTERN_BENCH_FILES (2,000) how many small ones there are.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bench, describe } from 'vitest';
import { createApp } from '../../main/core/app.ts';
import { splitDump } from '../../main/core/importers/dump/split.ts';
import { splitLines } from '../../main/core/importers/lines.ts';
import type { WorkerName } from '../../main/core/ports.ts';
import { bundleForNode } from '../support/bundle.ts';
import { testPorts } from '../support/core.ts';

const MEGABYTES = Number(process.env['LECTERN_BENCH_MB'] ?? 20);
const FILES = Number(process.env['LECTERN_BENCH_FILES'] ?? 2000);
const STEMS =
  'harbour ferry lamp quay gale keeper tide weather customs pilot ledger chandler rope mast anchor light winter board council street paper market fishing engine ship captain letter book column wind station morning evening school bridge river mill';
const VOCABULARY = STEMS.split(' ').flatMap((stem) =>
  ['', 's', 'er', 'ing', 'less'].map((end) => stem + end),
);

const root = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
const workers = await bundleWorkers();
const rows: string[] = [];
let ids = 0;

try {
  await measureOneFile();
  await measureSmallFiles();
} finally {
  await rm(root, { recursive: true });
}
console.log(['', ...rows, ''].join('\n'));

describe('import', () => {
  // vitest bench wants one; the measurements above are printed by themselves.
  bench('(see above)', () => {}, { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 });
});

async function measureOneFile(): Promise<void> {
  const path = join(root, 'large.txt');
  const posts = Array.from({ length: MEGABYTES * 330 }, (_, nth) => postOf(nth));
  await writeFile(path, posts.join('\n'));
  const bytes = (await readFile(path)).byteLength;
  const megabytes = bytes / 1e6;
  const hashed = await seconds(async () => {
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  });
  row(`read and hash ${megabytes.toFixed(0)} MB`, `${rate(megabytes, hashed)} MB/s`);
  const split = await seconds(async () => {
    splitDump(splitLines(await readFile(path, 'utf8')), { fileName: 'large.txt' });
  });
  row('split alone', `${rate(megabytes, split)} MB/s, ${ratio(split, hashed)} of that time`);
  await measureImport('import whole', [path], megabytes, hashed);
}

async function measureSmallFiles(): Promise<void> {
  const folder = join(root, 'small');
  await mkdir(folder);
  let bytes = 0;
  for (let nth = 0; nth < FILES; nth += 1) {
    const text = postOf(1_000_000 + nth);
    bytes += Buffer.byteLength(text);
    await writeFile(join(folder, `${nth}.txt`), text);
  }
  await measureImport(`import ${FILES} files`, [folder], bytes / 1e6, null);
}

async function measureImport(
  what: string,
  paths: string[],
  megabytes: number,
  hashed: number | null,
): Promise<void> {
  const library = join(root, `library of ${what}`);
  const ports = { ...testPorts(library), spawn: spawnWorker, ids: { next: nextId } };
  const app = await createApp(ports);
  const written: { at: number; done: number }[] = [];
  let total = 0;
  let peak = 0;
  const memory = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  app.subscribe((event) => {
    if (event.name !== 'imports.progressed' || event.payload.phase !== 'writing') return;
    written.push({ at: performance.now(), done: event.payload.done });
    total = event.payload.total;
  });
  let articles = 0;
  let planned = 0;
  const whole = await seconds(async () => {
    const started = performance.now();
    const { id } = await app.call('imports.plan', { paths });
    planned = (performance.now() - started) / 1000;
    articles = (await app.call('imports.commit', { planId: id })).added;
  });
  clearInterval(memory);
  await app.close();
  const times = hashed === null ? '' : `, ${ratio(whole, hashed)} of reading and hashing`;
  row(what, `${rate(megabytes, whole)} MB/s, ${rate(articles, whole)} articles/s${times}`);
  row('  of it the plan', `${((100 * planned) / whole).toFixed(0)} %`);
  // At the very start there is more than one report of nothing written: the last of them counts.
  const change = pace(written, 0.9, 1, total) / pace(written, 0, 0.1, total);
  row(
    '  last tenth beside the first',
    Number.isNaN(change) ? 'too few articles' : `${change.toFixed(1)}x`,
  );
  row('  memory at its peak', `${(peak / 1e6).toFixed(0)} MB`);
}

/**
 * Milliseconds an article between about two parts of all: from the last report at or before the
 * first part to the first one at or after the second, since articles are written in batches.
 */
function pace(
  written: readonly { at: number; done: number }[],
  from: number,
  to: number,
  total: number,
): number {
  const first = written.findLast(({ done }) => done <= from * total) ?? written[0];
  const last = written.find(({ done }) => done >= to * total && done > (first?.done ?? 0));
  if (first === undefined || last === undefined) return Number.NaN;
  return (last.at - first.at) / (last.done - first.done);
}

/** About three kilobytes, different for every number. */
function postOf(nth: number): string {
  let state = nth * 2_654_435_761 + 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const word = () => VOCABULARY[next(VOCABULARY.length)] ?? '';
  const sentence = () => {
    const words = Array.from({ length: 8 + next(14) }, word).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 3 + next(3) }, sentence).join(' ');
  const rule = '='.repeat(60);
  const body = Array.from({ length: 6 }, paragraph).join('\n\n');
  const title = `The ${word()} of the ${word()} number ${nth}`;
  return `${rule}\n${title}\n${rule}\n\nBy Ada Nowak\nMay ${1 + (nth % 28)}, 2024\n\n${body}\n`;
}

async function bundleWorkers(): Promise<Record<WorkerName, string>> {
  const bundle = (area: string) =>
    bundleForNode(
      resolve(import.meta.dirname, `../../main/core/${area}/worker-entry.ts`),
      join(root, 'workers', area),
    );
  return { import: await bundle('importers'), search: await bundle('search') };
}

function spawnWorker(name: WorkerName): Worker {
  return new Worker(workers[name]);
}

function nextId(): string {
  return (ids += 1).toString(36).padStart(10, '0');
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return (performance.now() - started) / 1000;
}

function rate(amount: number, time: number): string {
  return (amount / time).toFixed(1);
}

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(1)}x`;
}

function row(what: string, figures: string): void {
  rows.push(`${what.padEnd(34)} ${figures}`);
}
