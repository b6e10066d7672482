/**
 * How the list behaves with 10,000 and 100,000 articles, beside a plain page in the same run.
 * LECTERN_BENCH_ARTICLES (10000,100000) sets how many. The first start of each makes the search
 * index, which takes a while and is not measured. Prints, judges nothing.
 */
import { test } from '@playwright/test';
import {
  fillLibrary,
  heaviestRows,
  percentile,
  row,
  shortArticle,
  smoothnessOf,
  smoothnessRows,
  withMeasuredApp,
  type MeasuredApp,
} from './measured-app.ts';

const SIZES = (process.env['LECTERN_BENCH_ARTICLES'] ?? '10000,100000').split(',').map(Number);
const OPENED = 30;
const WHEELS = 60;

for (const size of SIZES) {
  test(`a list of ${size}`, async () => {
    test.setTimeout(1_800_000);
    const rows: string[] = [];
    await withMeasuredApp(
      (folder) => fillLibrary(folder, size, shortArticle),
      (app) => measure(app, size, rows),
    );
    process.stdout.write(`${rows.join('\n')}\n`);
  });
}

async function measure(app: MeasuredApp, size: number, rows: string[]): Promise<void> {
  const { page } = app;
  rows.push(`${size.toLocaleString('en')} articles`);
  const plainStart = await app.openPlain(size * 100);
  await page.mouse.move(400, 500);
  const plain = await smoothnessOf(page, wheel);
  const starts = [await app.start(), await app.start(), await app.start()];
  rows.push(row('from the start of the program to the first row', app.programStart));
  rows.push(row('from loading to the first row', percentile(starts, 0.5), plainStart));

  await page.mouse.move(400, 500);
  rows.push(...smoothnessRows('scrolling', await smoothnessOf(page, wheel), plain));
  rows.push(...smoothnessRows('j held down', await smoothnessOf(page, holdJ), plain));

  const opened: number[] = [];
  const opening = await smoothnessOf(page, async () => {
    for (let n = 0; n < OPENED; n += 1) opened.push(await openRow(n));
  });
  rows.push(row('opening an article, median', percentile(opened, 0.5)));
  rows.push(row('opening an article, 95 %', percentile(opened, 0.95)));
  rows.push(...heaviestRows('opening an article', opening));

  const filter = page.getByRole('textbox', { name: 'Filter this list' });
  const typed = await smoothnessOf(page, () => filter.pressSequentially('lamp 12', { delay: 60 }));
  rows.push(...smoothnessRows('typing into the filter', typed, plain));
  await filter.fill('');
  rows.push(row('library.overview, there and back', await asked('library.overview', {})));
  const chunk = { offset: Math.floor(size / 2), limit: 200, group: 'month' };
  rows.push(row('articles.list by month, first', await asked('articles.list', chunk)));
  rows.push(row('articles.list by month, again', await asked('articles.list', chunk)));
  const words = { ...chunk, words: 'lamp 12' };
  rows.push(row('articles.list with words, first', await asked('articles.list', words)));

  /** Milliseconds until the page has the core's answer. */
  function asked(method: string, input: object): Promise<number> {
    return page.evaluate(async (body) => {
      const start = performance.now();
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/api/call', { method: 'POST', headers, body });
      await response.json();
      return performance.now() - start;
    }, JSON.stringify({ method, input }));
  }

  async function wheel(): Promise<void> {
    for (let n = 0; n < WHEELS; n += 1) await page.mouse.wheel(0, 700);
    await page.waitForTimeout(300);
  }

  async function holdJ(): Promise<void> {
    await page.keyboard.press('Escape');
    // A second `down` without an `up` is the repetition of a held key.
    for (let n = 0; n < WHEELS; n += 1) {
      await page.keyboard.down('j');
      await page.waitForTimeout(15);
    }
    await page.keyboard.up('j');
    await page.waitForTimeout(300);
  }

  /** Milliseconds from the click on a row to its article's first frame. */
  function openRow(n: number): Promise<number> {
    return page.evaluate(async (at) => {
      const all = document.querySelectorAll<HTMLElement>('[role="option"]');
      const wanted = all[at % all.length];
      const title = wanted?.querySelector('[dir="auto"]')?.textContent ?? '';
      const started = performance.now();
      wanted?.click();
      const shown = () => document.querySelector('main h1')?.textContent?.trim() === title.trim();
      while (!shown() && performance.now() - started < 10_000) {
        await new Promise((done) => requestAnimationFrame(done));
      }
      await new Promise((done) => requestAnimationFrame(done));
      return performance.now() - started;
    }, n);
  }
}
