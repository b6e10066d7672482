/**
 * An article of a million characters beside one of ten thousand: how long until its first screen,
 * whether scrolling holds the frame rate, with and without 2,000 highlights; and whether memory
 * stays where it was over a thousand articles opened. Prints, judges nothing.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { rows } from '../../e2e/support/reading.ts';
import { expect, test, type Lectern } from '../../e2e/support/test.ts';

const LONG = 1_000_000;
const SHORT = 10_000;
const HIGHLIGHTS = 2000;
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
    const row = [...document.querySelectorAll<HTMLElement>('[role=option]')].find((element) =>
      element.textContent.includes(wanted),
    );
    if (row === undefined) throw new Error(`no row ${wanted}`);
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
    row.click();
    requestAnimationFrame(look);
  }, title);
  const opened = await page.waitForFunction(() => document.body.dataset['opened'], null, {
    timeout: 30_000,
  });
  return Number(await opened.jsonValue());
}

interface Scrolling {
  frames: number;
  median: number;
  worst: number;
  longTasks: number[];
}

/** Turns the wheel through the article for some seconds. */
async function scroll(page: Page, seconds: number): Promise<Scrolling> {
  return page.evaluate(async (length) => {
    const scroller = document.querySelector<HTMLElement>('[data-scope=reader]');
    if (scroller === null) throw new Error('no article');
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration));
    });
    observer.observe({ entryTypes: ['longtask'] });
    const deltas: number[] = [];
    const start = performance.now();
    let last = start;
    while (last - start < length * 1000) {
      scroller.scrollTop += 90;
      const now = await new Promise<number>((done) => {
        requestAnimationFrame(() => done(performance.now()));
      });
      deltas.push(now - last);
      last = now;
    }
    await new Promise((done) => setTimeout(done, 200));
    observer.disconnect();
    const sorted = deltas.toSorted((a, b) => a - b);
    const at = (part: number) =>
      Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10;
    return { frames: deltas.length, median: at(0.5), worst: at(0.99), longTasks };
  }, seconds);
}

function told(name: string, { frames, median, worst, longTasks }: Scrolling): string {
  const tasks = longTasks.length === 0 ? 'none' : longTasks.join(', ');
  return `${name}: ${frames} frames, median ${median} ms, p99 ${worst} ms, tasks over 50 ms: ${tasks}`;
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
  const lines: string[] = [];
  const plain = await open(page, 'Plain prose');
  await page.waitForTimeout(4000);
  const idle = await page.evaluate(() => document.querySelectorAll('[data-start]').length);
  lines.push(told(`scrolling plain prose (${idle} blocks)`, await scroll(page, 5)));
  const short = await open(page, 'A short one');
  const again = await open(page, 'Plain prose');
  const marked = await open(page, 'Marked prose');
  await page.waitForTimeout(8000);
  lines.push(told('scrolling marked prose', await scroll(page, 5)));
  lines.unshift(
    `first screen: 10,000 characters ${Math.round(short)} ms; a million: plain ${Math.round(plain)} ms ` +
      `(${(plain / short).toFixed(1)}×), left in its midst and opened again ${Math.round(again)} ms, marked ${Math.round(marked)} ms`,
  );

  process.stdout.write(`${lines.join('\n')}\n`);
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
  for (let index = 0; index < HIGHLIGHTS; index += 1) {
    const start = index * step + 20;
    await lectern.call('annotations.create', {
      articleId: target.id,
      range: { start, end: start + 80 },
      color: index % 2 === 0 ? 'yellow' : 'green',
    });
  }
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await open(page, 'A short one');
  const noted = await open(page, 'Plain prose');
  await page.waitForTimeout(4000);
  const lines = [
    `first screen with ${HIGHLIGHTS} highlights: ${Math.round(noted)} ms`,
    told(`scrolling with ${HIGHLIGHTS} highlights`, await scroll(page, 5)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
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
  const sizes: string[] = [];
  for (let opened = 0; opened <= OPENINGS; opened += 1) {
    await page.keyboard.press(opened % 98 < 49 ? 'j' : 'k');
    if (opened % 2 === 0) await page.waitForTimeout(60);
    if (opened % Math.ceil(OPENINGS / 5) === 0)
      sizes.push(`${opened}: ${(await used()).toFixed(1)} MB`);
  }
  await page.waitForTimeout(12_000);
  sizes.push(`at rest: ${(await used()).toFixed(1)} MB`);
  process.stdout.write(`heap after openings: ${sizes.join(', ')}\n`);
});
