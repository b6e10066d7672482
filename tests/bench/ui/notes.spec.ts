/**
 * Work on all passages of a library: 50,000 of them in 10,000 articles, with 300 tags. How long their
 * list takes, whether the page stays smooth meanwhile, and for how long
 * the core leaves others waiting. LECTERN_BENCH_NOTES (50000) sets how many. Prints, judges nothing.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { annotationsPath, codebookPath } from '../../../main/core/library/library-paths.ts';
import { mapBounded } from '../../../main/core/library/map-bounded.ts';
import type { Annotation, Tag } from '../../../main/shared/entities.ts';
import { makeAnnotation } from '../../support/entities.ts';
import {
  fillLibrary,
  heaviestRows,
  row,
  shortArticle,
  smoothnessOf,
  smoothnessRows,
  withMeasuredApp,
  type MeasuredApp,
  type Smoothness,
} from './measured-app.ts';

const NOTES = Number(process.env['LECTERN_BENCH_NOTES'] ?? 50_000);
const EACH = 5;
const TAGS = 300;
const WHEELS = 60;
const FILES_AT_ONCE = 64;
/** Milliseconds between the questions that tell how long the core leaves others waiting. */
const ASKED_EVERY = 5;

test(`${NOTES} passages`, async () => {
  test.setTimeout(1_800_000);
  await withMeasuredApp(fill, measure);
});

async function fill(folder: string): Promise<void> {
  const articles = NOTES / EACH;
  await fillLibrary(folder, articles, shortArticle);
  const tags = Array.from({ length: TAGS }, (_, n): Tag => {
    const parentId = n < 30 ? null : `t${n % 30}`;
    const name = `tag number ${n}`;
    return { id: `t${n}`, name, color: null, parentId, description: '', memo: '' };
  });
  await writeFile(codebookPath(folder), JSON.stringify({ tags }));
  const numbers = Array.from({ length: articles }, (_, n) => n);
  await mapBounded(numbers, FILES_AT_ONCE, async (n) => {
    const { article, markdown } = shortArticle(n);
    const annotations = Array.from({ length: EACH }, (_, at) =>
      passage(n * EACH + at, article.id, markdown, at * 40),
    );
    const path = annotationsPath(folder, article.id);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify({ annotations }));
  });
}

function passage(n: number, articleId: string, text: string, start: number): Annotation {
  const range = { start, end: start + 80 };
  const quote = {
    exact: text.slice(start, range.end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(range.end, range.end + 32),
  };
  const created = new Date(1.7e12 + n * 60_000).toISOString();
  return makeAnnotation(`n${n}`, articleId, {
    target: { position: range, quote, version: 1 },
    anchor: { range, method: 'position', score: 1 },
    color: n % 3 === 0 ? 'green' : 'yellow',
    note: n % 4 === 0 ? `What I think of the lamp ${n}` : '',
    tags: n % 5 === 0 ? [] : [`t${n % TAGS}`, `t${(n * 7) % 40}`],
    created,
    updated: created,
  });
}

async function measure({ page, openPlain, start }: MeasuredApp) {
  print(`${NOTES.toLocaleString('en')} passages in ${NOTES / EACH} articles`);
  await openPlain(NOTES * 100);
  await page.mouse.move(600, 500);
  const plain = await smoothnessOf(page, wheel);
  print(row('from loading to the first row', await start()));
  const notes = page.getByRole('main', { name: 'Notes' });
  const passages = notes.getByRole('grid', { name: 'Passages' });
  const found = (words: RegExp) => expect(notes.getByText(words)).toBeVisible({ timeout: 60_000 });

  await told('opening the notes', async () => {
    await page.keyboard.press('Control+Shift+H');
    await passages.getByRole('row').first().waitFor();
  });
  const box = await passages.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
  await told('scrolling the notes', wheel, plain);
  const find = notes.getByRole('searchbox', { name: 'Find' });
  await told('typing into their filter', async () => {
    await find.pressSequentially('lamp 12', { delay: 60 });
    await found(/^[\d,]+ of .* passages/);
  });
  await find.fill('');
  await page.waitForTimeout(1500);
  await told('grouping by tag', async () => {
    await notes.getByLabel('Group by').selectOption('Tag');
    await page.waitForTimeout(500);
  });
  await told('scrolling by tag', wheel, plain);

  /** How long something takes, in the page and for whoever else asks the core. */
  async function told(what: string, act: () => Promise<void>, beside?: Smoothness) {
    const asking = askAllTheTime(page);
    const begun = performance.now();
    let took = 0;
    const seen = await smoothnessOf(page, async () => {
      await act();
      took = performance.now() - begun;
      await page.waitForTimeout(1000);
    }).finally(() => asking.stop());
    print(row(what, took));
    print(
      ...(beside === undefined ? heaviestRows(what, seen) : smoothnessRows(what, seen, beside)),
      row(`${what}: longest wait for the core`, await asking.stop()),
    );
  }

  async function wheel(): Promise<void> {
    for (let n = 0; n < WHEELS; n += 1) await page.mouse.wheel(0, 700);
    await page.waitForTimeout(300);
  }
}

/** From outside of the page: what keeps the page busy doesn't count. */
function askAllTheTime(page: Page): { stop(): Promise<number> } {
  let going = true;
  const asked = (async () => {
    let longest = 0;
    while (going && !page.isClosed()) {
      const begun = performance.now();
      const data = { method: 'settings.get', input: {} };
      await page.request.post(new URL('/api/call', page.url()).href, { data });
      longest = Math.max(longest, performance.now() - begun);
      await new Promise((done) => setTimeout(done, ASKED_EVERY));
    }
    return longest;
  })();
  return {
    stop: () => {
      going = false;
      return asked;
    },
  };
}

/** At once: the whole takes minutes. */
function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
