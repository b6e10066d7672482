/**
 * `npx vitest bench tests/bench/search.bench.ts --run` prints how our index compares with plain
 * lunr and with looking through all texts, in the same run on the same articles: sentences of the
 * real dumps in LECTERN_REAL_DATA or `../shared/data` or, failing that, of the sample dump, shuffled
 * into articles of 5 KB.
 * LECTERN_BENCH_ARTICLES (10,000) sets how many; plain lunr gets at most 1,000, it needs 40 s for
 * 10,000.
 */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import lunr from 'lunr';
import { bench, describe } from 'vitest';
import { openSearchIndex } from '../../main/core/search/worker-client.ts';
import type { SearchDocument, SearchIndex } from '../../main/core/search/search-index.ts';
import { spawnInThread } from '../unit/search/in-thread-worker.ts';

const ARTICLES = Number(process.env['LECTERN_BENCH_ARTICLES'] ?? 10_000);
const FOR_LUNR = Math.min(ARTICLES, 1000);
const BATCH = 200;
const QUERIES = [
  'china',
  'government report',
  '+certificate -server',
  'inter*',
  '*ation',
  'lisense~1',
];

const articles = await makeArticles(ARTICLES);
const root = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
const rows: string[] = [];

await compareWithLunr(articles.slice(0, FOR_LUNR));
await measureLarge();
await rm(root, { recursive: true });
console.log(['', ...rows, ''].join('\n'));

describe('search', () => {
  // vitest bench wants one; the comparisons above are printed by themselves.
  bench('(see above)', () => {}, { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 });
});

async function compareWithLunr(some: SearchDocument[]): Promise<void> {
  rows.push(`${some.length} articles: ours, against plain lunr and a linear scan`);
  const lunrBuild = await timed(async () => buildLunr(some));
  const index = await openSearchIndex({ folder: null, spawn: spawnInThread });
  const ourBuild = await timed(() => addAll(index, some));
  compare('build', ourBuild.ms, { lunr: lunrBuild.ms });
  for (const text of QUERIES) {
    const ours = await repeated(async () => index.query({ text, limit: 20 }));
    const theirs = await repeated(async () => lunrBuild.value.search(text));
    const scan = await repeated(async () => scanFor(some, text));
    compare(`query ${text}`, ours, { lunr: theirs, scan });
  }
  await index.close();
}

async function measureLarge(): Promise<void> {
  const folder = join(root, 'index');
  const index = await openSearchIndex({ folder, spawn: spawnInThread });
  const build = await timed(() => addAll(index, articles));
  rows.push('', `${articles.length} articles of 5 KB, on disk, in batches of ${BATCH}`);
  rows.push(`build            ${shown(build.ms)}, ${shown(build.ms / articles.length)} an article`);
  for (const text of [...QUERIES, 'the', '*a*', '*', 'the of and to in']) {
    rows.push(
      `query ${text.padEnd(22)} ${shown(await repeated(() => index.query({ text, limit: 20 })))}`,
    );
  }
  const typed = await repeated(() => index.query({ text: 'govern', limit: 20, asYouType: true }));
  rows.push(`typing govern    ${shown(typed)}`);
  const one = articles[7];
  if (one) {
    const readd = await repeated(() => index.add([{ ...one, notes: 'a new note' }]));
    rows.push(
      `add a note       ${shown(readd)}, ${(build.ms / readd).toFixed(0)}x less than a rebuild`,
    );
  }
  const waits: number[] = [];
  let isAdding = true;
  const adding = index.add(articles.slice(0, 1000)).finally(() => (isAdding = false));
  while (isAdding) waits.push((await timed(() => index.query({ text: 'china', limit: 20 }))).ms);
  await adding;
  waits.sort((a, b) => a - b);
  const [median, worst] = [waits[waits.length >> 1] ?? NaN, waits.at(-1) ?? NaN];
  rows.push(`query while 1,000 are added: median ${shown(median)}, worst ${shown(worst)}`);
  await index.close();
  const reopen = await timed(() => openSearchIndex({ folder, spawn: spawnInThread }));
  const gain = (build.ms / reopen.ms).toFixed(0);
  rows.push(`open             ${shown(reopen.ms)}, ${gain}x less than a rebuild`);
  rows.push(`on disk          ${((await sizeOf(folder)) / 1e6).toFixed(1)} MB`);
  await reopen.value.close();
}

async function addAll(index: SearchIndex, documents: SearchDocument[]): Promise<void> {
  for (let at = 0; at < documents.length; at += BATCH) {
    await index.add(documents.slice(at, at + BATCH));
  }
}

function buildLunr(documents: SearchDocument[]): lunr.Index {
  return lunr((builder) => {
    for (const field of ['title', 'body', 'notes', 'tags']) builder.field(field);
    for (const document of documents) builder.add(document);
  });
}

/** The least that a search without an index does. */
function scanFor(documents: SearchDocument[], text: string): SearchDocument[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return documents.filter(({ body }) => {
    const folded = body.toLowerCase();
    return words.some((word) => folded.includes(word));
  });
}

async function makeArticles(count: number): Promise<SearchDocument[]> {
  const sentences = (await readCorpus()).split(/(?<=[.!?])\s+/).filter((part) => part.length > 20);
  const random = randomFrom(42);
  const pick = (): string => sentences[Math.floor(random() * sentences.length)] ?? '';
  return Array.from({ length: count }, (_, at) => {
    let body = '';
    while (body.length < 5000) body += `${pick()} `;
    // Names and numbers of its own, as every real article has: they make up most of a vocabulary.
    for (let own = 0; own < 5; own++) body += `${Math.floor(random() * 36 ** 7).toString(36)} `;
    return {
      id: `article-${at}`,
      rev: '1',
      title: pick().slice(0, 60),
      body,
      notes: '',
      tags: 'bench',
    };
  });
}

async function readCorpus(): Promise<string> {
  const real = process.env['LECTERN_REAL_DATA'] ?? resolve('../shared/data');
  const folders = [join(real, 'dumps'), join(import.meta.dirname, '../../resources')];
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    const texts = names.filter((name) => /\.(txt|md)$/.test(name));
    if (texts.length === 0) continue;
    return (await Promise.all(texts.map((name) => readFile(join(folder, name), 'utf8')))).join(
      '\n',
    );
  }
  throw new Error(`No text to make articles of in ${folders.join(' or ')}.`);
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

/** The median of nine, in milliseconds. */
async function repeated(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 9; round++) times.push((await timed(work)).ms);
  return times.sort((a, b) => a - b)[4] ?? NaN;
}

function compare(what: string, ours: number, others: Record<string, number>): void {
  const against = Object.entries(others).map(
    ([name, ms]) => `${name} ${shown(ms)} (${(ms / ours).toFixed(1)}x)`,
  );
  rows.push(`${what.padEnd(28)} ${shown(ours).padEnd(9)} ${against.join('  ')}`);
}

function shown(ms: number): string {
  return ms < 10 ? `${ms.toFixed(2)} ms` : `${ms.toFixed(0)} ms`;
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
