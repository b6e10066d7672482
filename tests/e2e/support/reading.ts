/** What the specs do as a reader does: importing, opening, selecting with the mouse. */
import { resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

export const SAMPLE = resolve(import.meta.dirname, '../../../resources/sample-dump.txt');

/** The rows of the list, or of what a search found. */
export function rows(page: Page): Locator {
  return page.locator('[data-scope="list"]').getByRole('option');
}

/** Chooses a file, waits for the review, and imports all of it. */
export async function importFile(page: Page, path: string): Promise<void> {
  await page.getByTestId('choose-files').setInputFiles(path);
  const review = page.getByRole('main', { name: 'Import' });
  await review.getByRole('button', { name: /^Import \d/ }).click();
  await expect(review).toBeHidden();
  await expect(rows(page).first()).toBeVisible();
}

export async function openArticle(page: Page, title: string): Promise<void> {
  await rows(page).filter({ hasText: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

interface Point {
  x: number;
  y: number;
}

/** Selects with the mouse from the first words to the last words, wherever they stand. */
export async function selectWithMouse(page: Page, from: string, to: string): Promise<void> {
  // Looking for the words scrolls to them: both have to be in sight before either is measured.
  await edgeOf(page, to, 'end');
  const start = await edgeOf(page, from, 'start');
  const end = await edgeOf(page, to, 'end');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

async function edgeOf(page: Page, words: string, edge: 'start' | 'end'): Promise<Point> {
  const point = await page.evaluate(
    ({ words: wanted, edge: side }) => {
      const root = document.querySelector('[data-scope="reader"] article');
      if (root === null) return null;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted) ?? -1;
        if (at === -1) continue;
        node.parentElement?.scrollIntoView({ block: 'nearest' });
        const range = document.createRange();
        const offset = side === 'start' ? at : at + wanted.length - 1;
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const rect = range.getBoundingClientRect();
        const x = side === 'start' ? rect.left + 0.5 : rect.right - 0.5;
        return { x, y: (rect.top + rect.bottom) / 2 };
      }
      return null;
    },
    { words, edge },
  );
  if (point === null) throw new Error(`The article doesn't have the words “${words}”`);
  return point;
}

/** The words that are painted in a highlight colour, in all its lanes, by place. */
export function paintedText(page: Page, name: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const keys = [wanted, `${wanted}-0`, `${wanted}-1`, `${wanted}-2`];
    return keys
      .flatMap((key) => [...(CSS.highlights.get(key) ?? [])])
      .flatMap((range) => (range instanceof Range ? [range] : []))
      .toSorted((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
      .map((range) => range.toString());
  }, `lectern-${name}`);
}
