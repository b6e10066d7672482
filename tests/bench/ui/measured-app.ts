/**
 * What benches of whole libraries share: a library filled with generated articles, the built app
 * on it in a real Chromium over the web host, and measures taken inside the page. Beside every
 * measure stands the same one of a plain page, so that the figures of different machines compare.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { toArticleFile } from '../../../main/core/library/article-file.ts';
import { emptyCatalogue } from '../../../main/core/library/catalogue-data.ts';
import { snapshotPath } from '../../../main/core/library/catalogue-load.ts';
import {
  articlePath,
  catalogueFolder,
  sourcePath,
} from '../../../main/core/library/library-paths.ts';
import { mapBounded } from '../../../main/core/library/map-bounded.ts';
import { freeze, writeSnapshot } from '../../../main/core/library/snapshot.ts';
import type { Article } from '../../../main/shared/entities.ts';
import { browserLaunchOptions } from '../../e2e/support/browser.ts';
import { callThrough, type PageCall } from '../../e2e/support/call-through-page.ts';
import { serveApp } from '../../e2e/support/served-app.ts';
import { makeArticle, makeSource, sha256Of } from '../../support/entities.ts';

const FILES_AT_ONCE = 64;
const ARTICLES_A_SOURCE = 500;

export interface GeneratedArticle {
  article: Article;
  markdown: string;
}

/** A library on disk as an import would have left it. `make` gives the nth article, from 0. */
export async function fillLibrary(
  folder: string,
  count: number,
  make: (n: number) => GeneratedArticle,
): Promise<void> {
  const data = emptyCatalogue();
  await mkdir(catalogueFolder(folder), { recursive: true });
  for (let from = 0; from < count; from += ARTICLES_A_SOURCE) {
    const bytes = `source ${from}`;
    const id = sha256Of(bytes);
    const name = `dump ${String(from / ARTICLES_A_SOURCE + 1).padStart(3, '0')}.txt`;
    data.sources.set(id, makeSource(id, { name, bytes: bytes.length }));
    await writeAt(sourcePath(folder, id), bytes);
    const numbers = Array.from(
      { length: Math.min(ARTICLES_A_SOURCE, count - from) },
      (_, at) => from + at,
    );
    await mapBounded(numbers, FILES_AT_ONCE, async (n) => {
      const { article, markdown } = make(n);
      const whole = { ...article, sourceId: id, order: n - from };
      data.articles.set(whole.id, whole);
      await writeAt(articlePath(folder, whole), toArticleFile(whole, name, markdown));
    });
  }
  const { signal } = new AbortController();
  await writeSnapshot(snapshotPath(catalogueFolder(folder)), 1, freeze(data), signal);
}

async function writeAt(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

const WORDS =
  'harbour tide clock lamp ferry quay net herring salt rope keeper chart storm bell pier'.split(
    ' ',
  );

/** A short article with words that repeat; the same for the same number. */
export function shortArticle(n: number): GeneratedArticle {
  const word = (at: number) => WORDS[(n * 7 + at * 13) % WORDS.length] ?? '';
  const text = Array.from({ length: 60 }, (_, at) => word(at)).join(' ');
  const month = String((n % 12) + 1).padStart(2, '0');
  const article = makeArticle(`a${n.toString(36).padStart(6, '0')}`, {
    title: `The ${word(1)} and the ${word(2)}, part ${n}`,
    published: `${1990 + (n % 35)}-${month}`,
    byline: `Author ${n % 97}`,
    excerpt: text.slice(0, 200),
    length: text.length,
    words: 60,
    contentHash: sha256Of(`content ${n}`),
    added: new Date(1.6e12 + Math.floor(n / 500) * 3_600_000).toISOString(),
    truncated: n % 9 === 0,
  });
  return { article, markdown: `${text}.\n` };
}

export interface MeasuredApp {
  page: Page;
  call: PageCall;
  /** Milliseconds from the start of the program to the first row, in a browser that is running. */
  programStart: number;
  /** Opens the app anew; gives milliseconds from the start of loading to the first row. */
  start(): Promise<number>;
  /** A page without a script, of as many CSS px as the list is high. */
  openPlain(height: number): Promise<number>;
}

/** Runs on a library of its own, which is gone afterwards. */
export async function withMeasuredApp(
  fill: (folder: string) => Promise<void>,
  run: (app: MeasuredApp) => Promise<void>,
): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  const library = join(root, randomUUID());
  try {
    await fill(library);
    const browser = await chromium.launch(await browserLaunchOptions());
    try {
      // The first start makes the search index; the measures are of a library at rest.
      await withPage(library, browser, (app) => indexed(app));
      await withPage(library, browser, run);
    } finally {
      await browser.close();
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function withPage(
  library: string,
  browser: Browser,
  run: (app: MeasuredApp) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(noteFirstRow);
  const started = performance.now();
  const served = await serveApp(library);
  try {
    // The link's token is kept in a cookie after the first visit.
    await page.goto(served.url);
    await page.locator('[role="option"]').first().waitFor();
    await run({
      page,
      call: callThrough(page),
      programStart: performance.now() - started,
      async start() {
        await page.goto(new URL('/', served.url).href, { waitUntil: 'commit' });
        await page.locator('[role="option"]').first().waitFor();
        return page.evaluate(() => Number(document.documentElement.dataset['firstRow']));
      },
      async openPlain(height) {
        const plain = `<!doctype html><title>Plain</title><div role="option" style="height:${height}px">Words</div>`;
        await page.goto(`data:text/html,${encodeURIComponent(plain)}`);
        return page.evaluate(() => {
          const [entry] = performance.getEntriesByType('navigation');
          return entry instanceof PerformanceNavigationTiming ? entry.loadEventStart : 0;
        });
      },
    });
    await context.close();
  } finally {
    await served.stop();
  }
}

async function indexed({ call }: MeasuredApp): Promise<void> {
  for (;;) {
    const { pending } = await call('search.query', { query: 'harbour', limit: 1 });
    if (pending === 0) return;
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** Runs in the page before its scripts. */
function noteFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('[role="option"]') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      document.documentElement.dataset['firstRow'] = String(performance.now());
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

export interface Smoothness {
  /** Milliseconds between frames. */
  frames: number[];
  /** Of tasks over 50 ms on the main thread. */
  longTasks: number[];
  /** Milliseconds in the handlers of each input that took longer than a frame to be answered. */
  handlers: number[];
}

/** How the page is drawn while something is done to it. */
export async function smoothnessOf(page: Page, act: () => Promise<void>): Promise<Smoothness> {
  await page.evaluate(() => {
    const frames: number[] = [];
    const longTasks: number[] = [];
    const handlers: number[] = [];
    const note = (entries: PerformanceEntryList) => {
      for (const entry of entries) {
        if (!(entry instanceof PerformanceEventTiming)) longTasks.push(entry.duration);
        else handlers.push(entry.processingEnd - entry.processingStart);
      }
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'longtask' });
    const inputs = { type: 'event', durationThreshold: 16 };
    observer.observe(inputs);
    let last = performance.now();
    let going = true;
    const tick = (now: number) => {
      frames.push(now - last);
      last = now;
      if (going) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, {
      stopMeasuring() {
        going = false;
        note(observer.takeRecords());
        observer.disconnect();
        return { frames: frames.slice(1), longTasks, handlers };
      },
    });
  });
  await act();
  return page.evaluate(() => {
    const { stopMeasuring } = window as unknown as { stopMeasuring: () => Smoothness };
    return stopMeasuring();
  });
}

/** `share` from 0 to 1: the median is 0.5. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function row(what: string, measured: number, plain?: number): string {
  const ratio = plain === undefined ? '' : `   ${(measured / Math.max(plain, 0.1)).toFixed(1)} x`;
  return `${what.padEnd(44)} ${measured.toFixed(1).padStart(9)} ms${ratio}`;
}

export function smoothnessRows(what: string, seen: Smoothness, plain: Smoothness): string[] {
  const at = ({ frames }: Smoothness, share: number) => percentile(frames, share);
  return [
    row(`${what}: frame, median`, at(seen, 0.5), at(plain, 0.5)),
    row(`${what}: frame, 95 %`, at(seen, 0.95), at(plain, 0.95)),
    row(`${what}: longest frame`, at(seen, 1), at(plain, 1)),
    ...heaviestRows(what, seen),
  ];
}

/** Of what nothing should be in: 0 where no task was over 50 ms and no input waited for its frame. */
export function heaviestRows(what: string, { longTasks, handlers }: Smoothness): string[] {
  return [
    row(`${what}: longest task over 50 ms`, Math.max(0, ...longTasks)),
    row(`${what}: longest input handler`, Math.max(0, ...handlers)),
  ];
}
