/**
 * `npx vitest bench tests/bench/library.bench.ts --run` prints what a durable change costs in a large
 * library, beside rewriting one lowdb JSON file with everything in it, in the same run on the same
 * disk. LECTERN_BENCH_ARTICLES (50,000) sets how many articles.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { bench, describe } from 'vitest';
import { journalPath } from '../../main/core/library/catalogue-load.ts';
import { emptyCatalogue } from '../../main/core/library/catalogue-data.ts';
import { Catalogue } from '../../main/core/library/catalogue.ts';
import { ArticleStore } from '../../main/core/library/article-store.ts';
import { annotationsPath, catalogueFolder } from '../../main/core/library/library-paths.ts';
import { openLibrary, type Library } from '../../main/core/library/library.ts';
import { freeze, writeSnapshot } from '../../main/core/library/snapshot.ts';
import type { Article } from '../../main/shared/entities.ts';
import { testPorts } from '../support/core.ts';
import {
  makeAnnotation,
  makeArticle,
  makeSource,
  sha256Of,
  SOURCE_ID,
} from '../support/entities.ts';

const ARTICLES = Number(process.env['LECTERN_BENCH_ARTICLES'] ?? 50_000);
const NOTED = 5000;
const articles = makeArticles(ARTICLES);
const root = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
const rows: string[] = [`${ARTICLES} articles`];

const ours = await measureLibrary(join(root, 'library'));
const theirs = await measureOneFile(join(root, 'one.json'));
compare('change an article', ours.change, theirs);
compare('add an annotation', ours.annotate, theirs);
await rm(root, { recursive: true });
console.log(['', ...rows, ''].join('\n'));

describe('library', () => {
  // vitest bench wants one; the measurements above are printed by themselves.
  bench('(see above)', () => {}, { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 });
});

async function measureLibrary(folder: string): Promise<{ change: number; annotate: number }> {
  await plant(folder);
  const opened = await timed(() => openLibrary(testPorts(folder), { readOnly: false }));
  const library = opened.value;
  row('open', opened.ms);
  const change = await changes(library);
  const annotate = await median(50, (n) =>
    library.annotations.put(makeAnnotation(`note-${n}`, idOf(n * 7), { note: 'a note' })),
  );
  await measureLists(library);
  await measureAnnotations(join(folder, '..', 'noted'));
  const batch = articles.slice(0, 200).map((article) => ({
    article: { ...article, id: `new-${article.id}` },
    markdown: 'Some words of a text.\n\n'.repeat(200),
  }));
  row('put an article, of 200', (await timed(() => library.articles.put(batch))).ms / batch.length);
  await library.close();
  await measureFold(folder);
  return { change, annotate };
}

function changes(library: Library): Promise<number> {
  return median(200, (n) =>
    library.articles.change([idOf(n * 13)], (article) => ({
      ...article,
      position: { offset: n, fraction: 0.5 },
    })),
  );
}

async function measureLists(library: Library): Promise<void> {
  for (const sort of ['added', 'title'] as const) {
    row(
      `sort by ${sort}, first`,
      (await timed(async () => library.articles.sorted(sort, true))).ms,
    );
    await library.articles.change([idOf(5)], (article) => ({ ...article, title: 'Another title' }));
    row(
      `sort by ${sort}, one changed`,
      (await timed(async () => library.articles.sorted(sort, true))).ms,
    );
    row(
      `sort by ${sort}, none changed`,
      (await timed(async () => library.articles.sorted(sort, true))).ms,
    );
  }
}

async function measureAnnotations(folder: string): Promise<void> {
  for (let n = 0; n < NOTED; n += 1) {
    const path = annotationsPath(folder, idOf(n * 997));
    await mkdir(dirname(path), { recursive: true });
    const annotations = [1, 2, 3].map((at) => makeAnnotation(`note-${n}-${at}`, idOf(n * 997)));
    await writeFile(path, JSON.stringify({ annotations }));
  }
  const library = await openLibrary(testPorts(folder), { readOnly: true });
  row(`read ${NOTED} files of annotations`, (await timed(() => library.annotations.all())).ms);
  row('read them again', (await timed(() => library.annotations.all())).ms);
  await library.close();
}

/** How long the event loop stands still while the journal is folded, with changes coming in. */
async function measureFold(folder: string): Promise<void> {
  const ports = testPorts(folder);
  const catalogue = await Catalogue.open({
    folder: catalogueFolder(folder),
    readOnly: false,
    log: ports.log,
    now: () => ports.clock.now(),
    foldAt: 1,
  });
  const context = { folder, log: ports.log, now: () => ports.clock.now(), assertWritable() {} };
  const store = new ArticleStore(catalogue, context);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const fold = await timed(async () => {
    await store.change([idOf(1)], (article) => ({ ...article, state: 'read' }));
    await catalogue.folded();
  });
  delay.disable();
  row('fold', fold.ms);
  row('longest stall in it', delay.max / 1e6);
  await catalogue.close();
}

async function measureOneFile(path: string): Promise<number> {
  const data = Object.fromEntries(articles.map((article) => [article.id, article]));
  const low = new Low(new JSONFile<Record<string, Article>>(path), data);
  return median(5, (n) =>
    low.update((all) => {
      all[idOf(n)] = { ...makeArticle(idOf(n)), state: 'read' };
    }),
  );
}

/** A library without article files: opening doesn't read them. */
async function plant(folder: string): Promise<void> {
  await mkdir(catalogueFolder(folder), { recursive: true });
  const data = emptyCatalogue();
  data.sources.set(SOURCE_ID, makeSource(SOURCE_ID));
  for (const article of articles) data.articles.set(article.id, article);
  const frozen = { ...freeze(data), articles };
  const path = join(catalogueFolder(folder), 'snapshot.json');
  const { signal } = new AbortController();
  const written = await timed(() => writeSnapshot(path, 1, frozen, signal));
  await writeFile(journalPath(catalogueFolder(folder), 1), '');
  row(`write the snapshot (${(written.value / 1e6).toFixed(0)} MB)`, written.ms);
}

function makeArticles(many: number): Article[] {
  return Array.from({ length: many }, (_, n) =>
    makeArticle(idOf(n), {
      title: `${sha256Of(`title ${n}`).slice(0, 12)} on the state of things, part ${n % 17}`,
      added: new Date(1.7e12 + Math.floor(n / 20) * 1000).toISOString(),
      order: n % 20,
      excerpt: 'The first words of an article, as the list shows them. '.repeat(4),
      contentHash: sha256Of(`content ${n}`),
    }),
  );
}

function idOf(n: number): string {
  return `a${n.toString(36).padStart(8, '0')}`;
}

async function timed<T>(run: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await run();
  return { value, ms: performance.now() - start };
}

async function median(times: number, run: (n: number) => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) all.push((await timed(() => run(n))).ms);
  return all.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

function row(what: string, ms: number): void {
  rows.push(`${what.padEnd(34)} ${ms.toFixed(2).padStart(9)} ms`);
}

function compare(what: string, ms: number, one: number): void {
  const ratio = (one / ms).toFixed(0);
  rows.push(
    `${what.padEnd(34)} ${ms.toFixed(2).padStart(9)} ms, ${ratio}x less than one JSON (${one.toFixed(0)} ms)`,
  );
}
