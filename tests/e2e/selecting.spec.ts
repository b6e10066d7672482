import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  ACCENTED,
  BEH,
  CLEF,
  FAMILY,
  FLAG,
  KINDS_OF_TEXT,
  KINDS_TITLE,
  KSHI,
} from './support/kinds-of-text.ts';
import { importFile, openArticle, paintedText, selectWithMouse } from './support/reading.ts';
import { expect, test, type Lectern } from './support/test.ts';

test.beforeEach(async ({ page, folder }) => {
  const path = join(folder, 'kinds.md');
  await writeFile(path, KINDS_OF_TEXT);
  await importFile(page, path);
  await openArticle(page, KINDS_TITLE);
});

/** What is selected from where to where, and what has to be highlighted then. */
const ACROSS: readonly [string, from: string, to: string, exact: string][] = [
  [
    'paragraphs',
    'a link',
    'goes on',
    'a link and code in it.\n\nThe second paragraph calls a note and goes on',
  ],
  ['inline markup', 'old words', 'leaning', 'old words, leaning'],
  ['items of a list', 'brown', 'the last', 'brown spots\n\nnested quinces\nthe last'],
  ['a list and a quotation', 'last item', 'A quotation', 'last item\n\nA quotation'],
  ['parts of a quotation', 'two parts', 'second part ends', 'two parts.\n\nIts second part ends'],
  ['cells of a table', 'Clocks', 'Aldersee', 'Clocks\nDunmarrow\tthree\nAldersee'],
  ['a table and code', 'none', 'hour = 12', 'none\n\nconst hour = 12'],
  ['lines of code', 'hour = 12', 'strike', 'hour = 12;\nstrike'],
  ['a picture', 'the picture', 'and after', 'the picture  and after'],
  ['the text and a footnote', 'very last', 'text of', 'very last words.\n\nThe text of'],
  ['sentences without spaces', '海の時', '誰も', '海の時間を示した。誰も'],
];

test('a highlight is on the words that were selected, across blocks of every kind', async ({
  page,
  lectern,
}) => {
  // All of it in sight: what is dragged to the edge of the window scrolls.
  await page.setViewportSize({ width: 1280, height: 1700 });
  for (const [across, from, to, exact] of ACROSS) {
    await test.step(across, async () => {
      await page.keyboard.press('Escape');
      await selectWithMouse(page, from, to);
      await page.keyboard.press('2');
      await expect.poll(() => exactOf(lectern)).toEqual([exact]);
      // In the page, nothing stands between blocks.
      await expect
        .poll(async () => (await paintedText(page, 'focused')).join('').replaceAll(/\s/gu, ''))
        .toBe(exact.replaceAll(/\s/gu, ''));
      await removeIt(page, lectern);
    });
  }
});

test('a press on a link’s words begins to select them, and asks nothing', async ({
  page,
  lectern,
}) => {
  await selectWithMouse(page, 'link', 'link');
  await expect.poll(() => selected(page)).toBe('link');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('1');
  await expect.poll(() => exactOf(lectern)).toEqual(['link']);
});

/** Selections that only a script, or a screen reader, can make: from the midst of what is one sign. */
const INSIDE: readonly [string, sign: string, from: number, to: number][] = [
  ['a family', FAMILY, 3, 4],
  ['a flag', FLAG, 1, 2],
  ['a clef', CLEF, 1, 2],
  ['an accented letter', ACCENTED, 1, 2],
  ['a Devanagari syllable', KSHI, 1, 2],
  ['a letter with harakat', BEH, 1, 2],
];

test('no highlight begins or ends inside what a reader sees as one sign', async ({
  page,
  lectern,
}) => {
  for (const [name, sign, from, to] of INSIDE) {
    await test.step(name, async () => {
      await page.keyboard.press('Escape');
      await selectInside(page, sign, from, to);
      await page.keyboard.press('1');
      await expect.poll(() => exactOf(lectern)).toEqual([sign]);
      await removeIt(page, lectern);
    });
  }
});

test('a double click takes a word, a triple click the paragraph', async ({ page, lectern }) => {
  for (const [words, clicks, exact] of [
    ['leaning', 2, 'leaning'],
    ['brown', 3, 'pears with brown spots'],
    ['Its', 3, 'Its second part ends here.'],
    ['Dunmarrow', 3, 'Dunmarrow'],
    ['誰も', 3, '昔の時計は海の時間を示した。誰も理由を知らなかった。今は止まっている。'],
    ['text of', 3, 'The text of the note.'],
  ] as const) {
    await test.step(`${clicks} on ${words}`, async () => {
      await page.keyboard.press('Escape');
      await clickOn(page, words, clicks);
      await page.keyboard.press('1');
      await expect.poll(() => exactOf(lectern)).toEqual([exact]);
      await removeIt(page, lectern);
    });
  }
});

test('select all takes the article and nothing around it', async ({ page, lectern }) => {
  await page.keyboard.press('l');
  await page.keyboard.press('Control+a');
  const all = await selected(page);
  expect(all).toMatch(/^The first paragraph/);
  expect(all).toMatch(/The text of the note\.$/);
  await page.keyboard.press('1');
  await expect
    .poll(() => exactOf(lectern))
    .toEqual([expect.stringMatching(/^The first paragraph[^]*The text of the note\.$/)]);
});

test('a selection that leaves the article ends with it', async ({ page, lectern }) => {
  const from = await placeOf(page, 'very last');
  await page.mouse.move(from.left, from.y);
  await page.mouse.down();
  await page.mouse.move(from.left + 20, from.y, { steps: 3 });
  await page.mouse.move(from.left + 200, 790, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.press('1');
  await expect.poll(() => exactOf(lectern)).toEqual(['very last words.\n\nThe text of the note.']);
});

test('in a text from right to left the handles stand at the ends, and arrows go where they point', async ({
  page,
  folder,
  lectern,
}) => {
  const path = join(folder, 'hebrew.md');
  await writeFile(path, '# השעון\n\nהשעון במגדל הראה את שעת הים. איש לא ידע מדוע.\n');
  await importFile(page, path);
  await openArticle(page, 'השעון');
  await selectInside(page, 'הראה', 0, 4);
  await page.keyboard.press('1');
  const handle = page.getByRole('button', { name: /^End of the highlight/ });
  await expect(handle).toBeVisible();
  const box = await handle.boundingBox();
  const words = await placeOf(page, 'הראה');
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - words.left)).toBeLessThan(2);
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => exactOf(lectern)).toEqual(['הראה א']);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => exactOf(lectern)).toEqual(['הראה']);
});

/** The highlight that was just made, and has the focus. */
async function removeIt(page: Page, lectern: Lectern): Promise<void> {
  await expect.poll(() => paintedText(page, 'focused')).not.toEqual([]);
  await page.keyboard.press('x');
  await expect.poll(() => exactOf(lectern)).toEqual([]);
}

async function exactOf(lectern: Lectern): Promise<string[]> {
  const { annotations } = await lectern.call('annotations.list', {});
  return annotations.map(({ target }) => target.quote.exact);
}

function selected(page: Page): Promise<string> {
  return page.evaluate(() => document.getSelection()?.toString().trim() ?? '');
}

async function selectInside(page: Page, sign: string, from: number, to: number): Promise<void> {
  const { left, y } = await placeOf(page, sign);
  expect(left + y).toBeGreaterThan(0);
  await page.evaluate(
    ([wanted, start, end]) => {
      const root = document.querySelector('[data-scope="reader"] article');
      const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted) ?? -1;
        if (at !== -1) document.getSelection()?.setBaseAndExtent(node, at + start, node, at + end);
      }
    },
    [sign, from, to] as const,
  );
}

async function clickOn(page: Page, words: string, clicks: number): Promise<void> {
  const { left, right, y } = await placeOf(page, words);
  await page.mouse.click((left + right) / 2, y, { clickCount: clicks });
}

/** Where words stand, brought into sight. */
async function placeOf(page: Page, words: string) {
  const place = await page.evaluate((wanted) => {
    const root = document.querySelector('[data-scope="reader"] article');
    const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, y: (top + bottom) / 2 };
    }
    return null;
  }, words);
  if (place === null) throw new Error(`The article doesn't have the words “${words}”`);
  return place;
}
