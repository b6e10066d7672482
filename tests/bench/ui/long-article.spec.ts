/**
 * An article of a million characters beside one of ten thousand: how long until its first screen,
 * whether scrolling and selecting hold the frame rate, with and without 2,000 highlights, how soon
 * another one is seen, and whether memory stays where it was over a thousand articles opened.
 * Prints, judges nothing.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { mapBounded } from '../../../main/core/library/map-bounded.ts';
import { rows } from '../../e2e/support/reading.ts';
import { expect, test, type Lectern } from '../../e2e/support/test.ts';
import {
  heaviestRows,
  row,
  smoothnessOf,
  smoothnessRows,
  type Smoothness,
} from './measured-app.ts';

const LONG = 1_000_000;
const SHORT = 10_000;
const HIGHLIGHTS = 2000;
const AT_ONCE = 50;
/** Milliseconds. */
const SCROLLED = 5000;
/** After which an opened article has become complete. */
const AT_REST = 5000;
const COUNTED = 100;
const OPENINGS = Number(process.env['LECTERN_BENCH_OPENINGS'] ?? 1000);

const WORDS =
  'the harbour stood under a low grey sky and nobody in town could say when it had last been clear over the other side of the bay'.split(
    ' ',
  );

/** Prose in paragraphs under headings; `marked` puts emphasis and links into it. */
function prose(title: string, length: number, marked: boolean): string {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return seed % below;
  };
  let text = `# ${title}\n`;
  for (let paragraph = 0; text.length < length; paragraph += 1) {
    if (paragraph % 30 === 0) text += `\n## Part ${paragraph / 30 + 1}\n`;
    const words = Array.from({ length: 30 + next(120) }, () => {
      const word = WORDS[next(WORDS.length)] ?? '';
      const mark = marked ? next(60) : 1;
      return mark === 0 ? `*${word}*` : word;
    });
    text += `\nParagraph ${paragraph}: ${words.join(' ')}.\n`;
  }
  return text;
}

async function importTexts(lectern: Lectern, texts: Record<string, string>): Promise<void> {
  const paths = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const path = join(lectern.folder, `${name}.md`);
      await writeFile(path, text);
      return path;
    }),
  );
  const plan = await lectern.call('imports.plan', { paths });
  await lectern.call('imports.commit', { planId: plan.id });
}

/** Milliseconds from the click to the frame in which the article's text can be seen. */
async function open(page: Page, title: string): Promise<number> {
  await page.evaluate((wanted) => {
    const listed = [...document.querySelectorAll<HTMLElement>('[role=option]')].find((element) =>
      element.textContent.includes(wanted),
    );
    if (listed === undefined) throw new Error(`no row ${wanted}`);
    const start = performance.now();
    const look = () => {
      const shown = document.querySelector('[data-scope=reader]');
      const there =
        shown?.getAttribute('aria-label')?.includes(wanted) === true &&
        shown.getAttribute('aria-busy') !== 'true' &&
        shown.querySelector('[data-start]') !== null;
      if (!there) requestAnimationFrame(look);
      else {
        setTimeout(() => {
          document.body.dataset['opened'] = String(performance.now() - start);
        });
      }
    };
    delete document.body.dataset['opened'];
    listed.click();
    requestAnimationFrame(look);
  }, title);
  const opened = await page.waitForFunction(() => document.body.dataset['opened'], null, {
    timeout: 30_000,
  });
  return Number(await opened.jsonValue());
}

/** Moves the page by a wheel's turn in every frame for some seconds. */
function scroll(page: Page): Promise<Smoothness> {
  return smoothnessOf(page, async () => {
    await page.evaluate(async (length) => {
      const scroller = document.querySelector<HTMLElement>('[data-scope=reader]');
      if (scroller === null) throw new Error('no article');
      const start = performance.now();
      while (performance.now() - start < length) {
        scroller.scrollTop += 90;
        await new Promise((done) => requestAnimationFrame(done));
      }
    }, SCROLLED);
    await page.waitForTimeout(200);
  });
}

/** Over some lines, with the mouse. */
async function select(page: Page): Promise<void> {
  const box = await page.locator('[data-scope=reader]').boundingBox();
  if (box === null) throw new Error('no article');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x - 120, middle.y - 60);
  await page.mouse.down();
  await page.mouse.move(middle.x + 120, middle.y + 60, { steps: 20 });
  await page.mouse.up();
}

/** Milliseconds from a key to the frame that paints other highlights than before. */
async function paintedAfter(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const painted = () =>
      [...CSS.highlights]
        .filter(([name]) => !name.includes('focused'))
        .map(([name, { size }]) => `${name} ${size}`)
        .join();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Control') return;
      removeEventListener('keydown', onKey, true);
      const [before, start] = [painted(), performance.now()];
      const look = () => {
        const waited = performance.now() - start;
        if (painted() === before && waited < 10_000) requestAnimationFrame(look);
        else document.body.dataset['painted'] = String(waited);
      };
      requestAnimationFrame(look);
    };
    delete document.body.dataset['painted'];
    addEventListener('keydown', onKey, true);
  });
  await page.keyboard.press(key);
  const shown = await page.waitForFunction(() => document.body.dataset['painted']);
  const waited = Number(await shown.jsonValue());
  // Until the disk has it, and the page has been told.
  await page.waitForTimeout(1500);
  return waited;
}

/** What keys do to a new highlight among the others, and what that costs the page. */
async function annotate(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const [what, key] of [
    ['highlight', '3'],
    ['another colour', '4'],
    ['delete', 'x'],
    ['undo', 'Control+z'],
    ['redo', 'Control+Shift+z'],
  ] as const) {
    let waited = 0;
    const seen = await smoothnessOf(page, async () => {
      if (what === 'highlight') await select(page);
      waited = await paintedAfter(page, key);
    });
    lines.push(row(`${what}: from the key until it is seen`, waited), ...heaviestRows(what, seen));
  }
  return lines;
}

test('a million characters', async ({ page, lectern }) => {
  await importTexts(lectern, {
    short: prose('A short one', SHORT, false),
    plain: prose('Plain prose', LONG, false),
    marked: prose('Marked prose', LONG, true),
  });
  await expect(rows(page)).toHaveCount(3);
  await open(page, 'A short one');
  await page.waitForTimeout(500);
  const still = await scroll(page);
  const plain = await open(page, 'Plain prose');
  await page.waitForTimeout(AT_REST);
  const plainScroll = await scroll(page);
  const short = await open(page, 'A short one');
  const again = await open(page, 'Plain prose');
  const marked = await open(page, 'Marked prose');
  await page.waitForTimeout(AT_REST);
  print([
    row('first screen of 10,000 characters', short),
    row('first screen of a million, plain', plain, short),
    row('left in its midst and opened again', again, short),
    row('first screen of a million, marked', marked, short),
    ...smoothnessRows('scrolling a million, plain', plainScroll, still),
    ...smoothnessRows('scrolling a million, marked', await scroll(page), still),
  ]);
});

test(`${HIGHLIGHTS} highlights in a million characters`, async ({ page, lectern }) => {
  await importTexts(lectern, {
    short: prose('A short one', SHORT, false),
    plain: prose('Plain prose', LONG, false),
  });
  const { articles } = await lectern.call('articles.list', {});
  const target = articles.find(({ title }) => title === 'Plain prose');
  if (target === undefined) throw new Error('not imported');
  const step = Math.floor((target.length - 200) / HIGHLIGHTS);
  const numbers = Array.from({ length: HIGHLIGHTS }, (_, index) => index);
  // Those that are made at the same time share their writes.
  await mapBounded(numbers, AT_ONCE, async (index) => {
    const start = index * step + 20;
    await lectern.call('annotations.create', {
      articleId: target.id,
      range: { start, end: start + 80 },
      color: index % 2 === 0 ? 'yellow' : 'green',
    });
  });
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  const short = await open(page, 'A short one');
  const still = await scroll(page);
  let first = 0;
  const opening = await smoothnessOf(page, async () => {
    first = await open(page, 'Plain prose');
    await page.waitForTimeout(AT_REST);
  });
  const name = `${HIGHLIGHTS} highlights`;
  print([
    row(`first screen with ${name}`, first, short),
    ...heaviestRows(`opening with ${name}`, opening),
    ...smoothnessRows(`scrolling with ${name}`, await scroll(page), still),
    ...smoothnessRows(
      `selecting among ${name}`,
      await smoothnessOf(page, () => select(page)),
      still,
    ),
    ...(await annotate(page)),
  ]);
});

test('memory over many openings', async ({ page, lectern }) => {
  const texts = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [
      `text-${index}`,
      prose(`Text number ${index} of fifty`, 40_000, index % 2 === 0),
    ]),
  );
  await importTexts(lectern, texts);
  await expect(rows(page).first()).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  const used = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    return usedSize / 1e6;
  };
  await rows(page).first().click();
  const sizes: number[] = [];
  for (let opened = 0; opened <= OPENINGS; opened += 1) {
    await page.keyboard.press(opened % 98 < 49 ? 'j' : 'k');
    if (opened % 2 === 0) await page.waitForTimeout(60);
    if (opened % COUNTED === 0) sizes.push(await used());
  }
  await page.waitForTimeout(12_000);
  const base = sizes[1] ?? sizes[0] ?? 0;
  const told = (size: number) => `${size.toFixed(1)} MB ${(size / base).toFixed(2)} x`;
  print([
    `heap after every ${COUNTED} of ${OPENINGS} articles opened, and beside the first ${COUNTED}:`,
    ...sizes.map((size, index) => `${String(index * COUNTED).padStart(6)}  ${told(size)}`),
    `at rest ${told(await used())}`,
  ]);
});

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
