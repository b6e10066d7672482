/**
 * `npx vitest bench tests/bench/import.bench.ts --run` prints how fast dumps are split and
 * imported beside merely reading and hashing the same bytes, in the same run on the same disk; how
 * the rate changes as the library grows, and how much memory the built command line takes at its
 * peak. LECTERN_BENCH_MB (20) sets how large the one file is, LECTERN_BENCH_FILES (2,000) how many
 * small ones there are, LECTERN_BENCH_LIBRARY (0,2000,5000) how many articles the library has when
 * LECTERN_BENCH_NEW (1,000) more come.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bench, describe } from 'vitest';
import { createApp } from '../../main/core/app.ts';
import { splitDump } from '../../main/core/importers/dump/split.ts';
import { decodeLines } from '../../main/core/importers/decode-lines.ts';
import type { WorkerName } from '../../main/core/ports.ts';
import { bundleForNode } from '../support/bundle.ts';
import { testPorts } from '../support/core.ts';
import { cliPeak } from './import/cli-peak.mjs';
import { postOf, wrappedPostOf, writeDump, writeFolder } from './import/texts.mjs';

const MEGABYTES = Number(process.env['LECTERN_BENCH_MB'] ?? 20);
const FILES = Number(process.env['LECTERN_BENCH_FILES'] ?? 2000);
const NEW = Number(process.env['LECTERN_BENCH_NEW'] ?? 1000);
const LIBRARY = (process.env['LECTERN_BENCH_LIBRARY'] ?? '0,2000,5000').split(',').map(Number);
/** Articles that a library grows by between measurements. */
const MOST_AT_ONCE = 10_000;
const CLI = resolve(import.meta.dirname, '../../out/main/cli.js');

const root = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
const workers = await bundleWorkers();
const rows: string[] = [];
let ids = 0;

try {
  await measureOneFile();
  await measureSmallFiles();
  await measureGrowth();
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
  const megabytes = await measureSplit(path, 'of long lines', postOf);
  await measureImport('import whole', [path], megabytes);
  await measureMemory('memory of the command line at its peak', path);
  const wrapped = join(root, 'wrapped.txt');
  await measureSplit(wrapped, 'hard-wrapped', wrappedPostOf);
  await measureMemory('memory of the command line at its peak', wrapped);
}

/** Gives the megabytes. */
async function measureSplit(
  path: string,
  what: string,
  post: (nth: number) => string,
): Promise<number> {
  writeDump(path, MEGABYTES * 1e6, post);
  const megabytes = (await stat(path)).size / 1e6;
  const hashed = await seconds(async () => {
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  });
  row(`read and hash ${megabytes.toFixed(0)} MB ${what}`, `${rate(megabytes, hashed)} MB/s`);
  const split = await seconds(async () => {
    splitDump(decodeLines(await readFile(path)).lines, { fileName: 'large.txt' });
  });
  row('split alone', `${rate(megabytes, split)} MB/s, ${ratio(split, hashed)} of that time`);
  return megabytes;
}

async function measureSmallFiles(): Promise<void> {
  const folder = join(root, 'small');
  const bytes = writeFolder(folder, FILES, { paragraphs: 19 });
  await measureImport(`import ${FILES} files`, [folder], bytes / 1e6);
  await measureMemory('memory of the command line at its peak', folder);
}

/** The same number of new articles into a library that has grown in between. */
async function measureGrowth(): Promise<void> {
  const library = join(root, 'growing library');
  const ports = { ...testPorts(library), spawn: spawnWorker, ids: { next: nextId } };
  const app = await createApp(ports);
  let size = 0;
  let first: number | null = null;
  const take = async (count: number): Promise<number> => {
    const path = join(root, `from-${size}.txt`);
    const posts = Array.from({ length: count }, (_, nth) => postOf(2_000_000 + size + nth));
    await writeFile(path, posts.join('\n'));
    const time = await seconds(async () => {
      const { id } = await app.call('imports.plan', { paths: [path] });
      size += (await app.call('imports.commit', { planId: id })).added;
    });
    await rm(path);
    // What is indexed in the background is no part of the next measurement.
    for (let pending = 1; pending > 0;) {
      ({ pending } = await app.call('search.query', { query: '', limit: 1 }));
    }
    return time;
  };
  for (const wanted of LIBRARY) {
    while (size < wanted) await take(Math.min(MOST_AT_ONCE, wanted - size));
    const before = size;
    const time = await take(NEW);
    first ??= time;
    row(
      `${NEW} articles into ${before}`,
      `${rate(NEW, time)} articles/s, ${ratio(time, first)} the time of the first`,
    );
  }
  await app.close();
}

async function measureMemory(what: string, path: string): Promise<void> {
  const peak = await cliPeak(CLI, path, join(root, 'library of the command line'));
  row(`  ${what}`, peak === null ? 'not built: npm run build' : `${(peak / 1e6).toFixed(0)} MB`);
}

async function measureImport(what: string, paths: string[], megabytes: number): Promise<void> {
  const library = join(root, `library of ${what}`);
  const ports = { ...testPorts(library), spawn: spawnWorker, ids: { next: nextId } };
  const app = await createApp(ports);
  const written: { at: number; done: number }[] = [];
  let total = 0;
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
  await app.close();
  row(what, `${rate(megabytes, whole)} MB/s, ${rate(articles, whole)} articles/s`);
  row('  of it the plan', `${((100 * planned) / whole).toFixed(0)} %`);
  // At the very start there is more than one report of nothing written: the last of them counts.
  const change = pace(written, 0.9, 1, total) / pace(written, 0, 0.1, total);
  row(
    '  last tenth beside the first',
    Number.isNaN(change) ? 'too few articles' : `${change.toFixed(1)}x`,
  );
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
  rows.push(`${what.padEnd(44)} ${figures}`);
}
