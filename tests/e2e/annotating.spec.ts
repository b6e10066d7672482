import type { Page } from '@playwright/test';
import {
  importFile,
  openArticle,
  paintedText,
  SAMPLE,
  selectWithMouse,
} from './support/reading.ts';
import { expect, test, type Lectern } from './support/test.ts';

const TITLE = 'The clock at Dunmarrow that told the sea’s time instead of the sun’s';
const OTHER = 'Ten posts';
const SENTENCE = 'It was made in 1791 by Josiah Venn';

test.beforeEach(async ({ page }) => {
  await importFile(page, SAMPLE);
  await openArticle(page, TITLE);
});

test('overlapping highlights are each seen, and gone through by key and by click', async ({
  page,
}) => {
  await highlight(page, 'It was made in 1791', 'Josiah Venn', '1');
  await highlight(page, 'made in 1791', 'made in 1791', '1');
  await highlight(page, 'Josiah', 'Venn', '3');
  expect(await paintedText(page, 'yellow')).toEqual([SENTENCE, 'made in 1791']);
  expect(await lanes(page, 'yellow')).toEqual([0, 1]);
  await expect.poll(() => paintedText(page, 'focused')).toEqual(['Josiah Venn']);

  await page.keyboard.press('o');
  await expect.poll(() => paintedText(page, 'focused')).toEqual([SENTENCE]);
  await page.keyboard.press('o');
  await expect.poll(() => paintedText(page, 'focused')).toEqual(['made in 1791']);
  await page.keyboard.press('Escape');

  const { x, y } = await middleOf(page, 'made in 1791');
  await page.mouse.click(x, y);
  await expect.poll(() => paintedText(page, 'focused')).toEqual(['made in 1791']);
  await page.mouse.click(x, y);
  await expect.poll(() => paintedText(page, 'focused')).toEqual([SENTENCE]);
});

test('the ends of a highlight are moved by key, and one undo takes it back', async ({
  page,
  lectern,
}) => {
  await highlight(page, 'made in 1791', 'made in 1791', '2');
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await page.keyboard.press('>');
  await expect.poll(() => paintedText(page, 'green')).toEqual(['made in 1791 by Josiah V']);
  await page.keyboard.press('e');
  await page.keyboard.press(',');
  await expect.poll(() => paintedText(page, 'green')).toEqual(['was made in 1791 by Josiah V']);
  await expect
    .poll(async () => (await only(lectern)).target.quote.exact)
    .toBe('was made in 1791 by Josiah V');
  await page.keyboard.press('Control+z');
  await expect.poll(() => paintedText(page, 'green')).toEqual(['made in 1791']);
  expect((await only(lectern)).target.quote.exact).toBe('made in 1791');
});

test('the ends of a highlight are dragged', async ({ page, lectern }) => {
  await highlight(page, 'made in 1791', 'made in 1791', '4');
  const handle = page.getByRole('button', { name: /^End of the highlight/ });
  const box = await handle.boundingBox();
  const to = await endOf(page, 'Josiah Venn');
  if (box === null) throw new Error('The handle has no place');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x - 40, to.y, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => paintedText(page, 'pink')).toEqual(['made in 1791 by Josiah Venn']);
  await expect
    .poll(async () => (await only(lectern)).target.quote.exact)
    .toBe('made in 1791 by Josiah Venn');
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => paintedText(page, 'pink')).toEqual(['made in 1791 by Josiah Ven']);
});

test('undo goes across articles and to what it changed', async ({ page, lectern }) => {
  await highlight(page, 'made in 1791', 'made in 1791', '1');
  await openArticle(page, OTHER);
  await page.keyboard.press('l');
  await page.keyboard.press('s');
  const sentence = await page.evaluate(() => document.getSelection()?.toString());
  await page.keyboard.press('5');
  await expect.poll(() => paintedText(page, 'orange')).toEqual([sentence]);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('status').filter({ hasText: 'Undone: highlight' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  expect((await lectern.call('annotations.list', {})).total).toBe(0);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => paintedText(page, 'focused')).toEqual(['made in 1791']);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('heading', { level: 1, name: OTHER })).toBeVisible();
  await expect.poll(() => paintedText(page, 'orange')).toEqual([sentence]);
  const { annotations } = await lectern.call('annotations.list', {});
  expect(annotations.map(({ target }) => target.quote.exact).toSorted()).toEqual(
    ['made in 1791', sentence].toSorted(),
  );
});

test('colours are the user’s: named, ordered, with lines of their own', async ({
  page,
  lectern,
}) => {
  await page.keyboard.press('Control+,');
  const colors = page.getByRole('list', { name: 'Highlight colours' });
  await colors.getByRole('textbox', { name: 'What Green stands for' }).fill('Evidence');
  await colors.getByRole('button', { name: 'Move Evidence up' }).click();
  await colors.getByRole('combobox', { name: 'Line of Evidence' }).selectOption('Waves');
  await page.keyboard.press('Escape');
  await highlight(page, 'made in 1791', 'made in 1791', '1');
  expect(await paintedText(page, 'green')).toEqual(['made in 1791']);
  const toolbar = page.getByRole('toolbar', { name: 'Highlight' });
  await expect(toolbar.getByRole('button', { name: 'Evidence' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const line = await page.evaluate(() =>
    document.documentElement.style.getPropertyValue('--shape-green'),
  );
  expect(line).toContain('wavy');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('evidence');
  await expect(page.getByRole('option', { name: /Highlight in Evidence/ })).toBeVisible();
  const settings = await lectern.call('settings.get', {});
  expect(settings.highlightColors[0]).toEqual({ color: 'green', name: 'Evidence', shape: 'wavy' });
});

test('a colour goes out of use, and its highlights become another', async ({ page, lectern }) => {
  await highlight(page, 'made in 1791', 'made in 1791', '2');
  await page.keyboard.press('Control+,');
  const colors = page.getByRole('list', { name: 'Highlight colours' });
  await colors.getByRole('button', { name: 'Remove Green' }).click();
  const question = colors.getByRole('group', { name: '1 highlight is in Green' });
  await question.getByRole('combobox').selectOption('They become Blue');
  await question.getByRole('button', { name: 'Remove Green' }).click();
  await expect(colors.getByRole('listitem')).toHaveCount(7);
  await expect.poll(async () => (await only(lectern)).color).toBe('blue');
  await page.getByRole('combobox', { name: 'Add a colour' }).selectOption('Green');
  await expect(colors.getByRole('listitem').last()).toContainText('8');
  await page.keyboard.press('Escape');
  await expect.poll(() => paintedText(page, 'blue')).toEqual(['made in 1791']);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: add colour “Green”')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(() => paintedText(page, 'green')).toEqual(['made in 1791']);
});

test('the selected words become a tag, and undo takes it out of the codebook', async ({
  page,
  lectern,
}) => {
  await selectWithMouse(page, 'made in 1791', 'made in 1791');
  await page.keyboard.press('v');
  const names = async () => (await lectern.call('tags.list', {})).tags.map(({ name }) => name);
  await expect.poll(names).toEqual(['made in 1791']);
  await expect.poll(async () => (await only(lectern)).tags).toHaveLength(1);
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual([]);
  expect((await only(lectern)).tags).toEqual([]);
});

test('r and a digit put a recent tag on, on a new highlight of the selection too', async ({
  page,
  lectern,
}) => {
  await lectern.call('tags.ensure', { name: 'clocks' });
  await lectern.call('tags.ensure', { name: 'makers' });
  await selectWithMouse(page, 'made in 1791', 'made in 1791');
  await page.keyboard.press('r');
  const quick = page.getByRole('group', { name: 'Recent tags' });
  await expect(quick.getByRole('button')).toHaveText([/clocks/, /makers/]);
  await page.keyboard.press('2');
  const names = async () => {
    const { tags } = await lectern.call('tags.list', {});
    const { annotations } = await lectern.call('annotations.list', {});
    return annotations.flatMap((one) =>
      one.tags.map((id) => tags.find((tag) => tag.id === id)?.name),
    );
  };
  await expect.poll(names).toEqual(['makers']);
  await expect(quick).toBeHidden();
  await page.keyboard.press('r');
  await expect(quick.getByRole('button')).toHaveText([/makers/, /clocks/]);
  await page.keyboard.press('Escape');
  await expect(quick).toBeHidden();
  expect((await only(lectern)).color).toBe('yellow');
  await page.keyboard.press('r');
  await page.keyboard.press('2');
  await expect.poll(names).toEqual(['makers', 'clocks']);
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(['makers']);
});

async function highlight(page: Page, from: string, to: string, key: string): Promise<void> {
  await page.keyboard.press('Escape');
  await selectWithMouse(page, from, to);
  await page.keyboard.press(key);
  await expect.poll(() => paintedText(page, 'focused')).toHaveLength(1);
}

async function only(lectern: Lectern) {
  const { annotations } = await lectern.call('annotations.list', {});
  const [annotation] = annotations;
  if (annotation === undefined || annotations.length > 1) throw new Error('Not one annotation');
  return annotation;
}

function lanes(page: Page, color: string): Promise<number[]> {
  return page.evaluate(
    (name) => [0, 1, 2].filter((lane) => (CSS.highlights.get(`${name}-${lane}`)?.size ?? 0) > 0),
    `lectern-${color}`,
  );
}

async function middleOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  const { left, right, top, bottom } = await rectOf(page, words);
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

async function endOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  const { right, top, bottom } = await rectOf(page, words);
  return { x: right, y: (top + bottom) / 2 };
}

async function rectOf(page: Page, words: string) {
  const rect = await page.evaluate((wanted) => {
    const root = document.querySelector('[data-scope="reader"] article');
    const walker = document.createTreeWalker(root ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, bottom } = [...range.getClientRects()].at(-1) ?? new DOMRect();
      return { left, right, top, bottom };
    }
    return null;
  }, words);
  if (rect === null) throw new Error(`The article doesn't have the words “${words}”`);
  return rect;
}
