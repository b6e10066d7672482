import type { Page } from '@playwright/test';
import { importFile, openArticle, SAMPLE, selectWithMouse } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'The clock at Dunmarrow';

/** What is copied from now on is kept in the page: not every browser lets a test read the clipboard. */
async function keepCopied(page: Page): Promise<void> {
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) => {
      document.body.dataset['copied'] = text;
      return Promise.resolve();
    };
  });
}

function copied(page: Page): Promise<string> {
  return page.evaluate(() => document.body.dataset['copied'] ?? '');
}

test('all notes are in one view: filtered, grouped, copied with their citation, and one comes back', async ({
  page,
}) => {
  await importFile(page, SAMPLE);
  await openArticle(page, TITLE);
  for (const [from, to, color] of [
    ['It was made in 1791', 'Josiah Venn', '1'],
    ['The clock on the old fish', 'has two faces', '2'],
  ] as const) {
    await selectWithMouse(page, from, to);
    await page.keyboard.press(color);
  }
  await page.getByRole('heading', { level: 1, name: TITLE }).click();
  await page.keyboard.press('Control+Shift+H');
  const notes = page.getByRole('main', { name: 'Notes' });
  const rows = notes.getByRole('grid', { name: 'Passages' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(notes.getByText('2 of 2 passages, in 1 of 10 articles')).toBeVisible();

  await notes.getByLabel('Colour').selectOption('Green');
  await expect(notes.getByText('1 of 2 passages, in 1 of 10 articles')).toBeVisible();
  await expect(rows).toContainText(['has two faces']);
  await notes.getByRole('searchbox', { name: 'Find' }).fill('no such words');
  await expect(notes.getByRole('heading', { name: 'No passage fits' })).toBeVisible();
  await notes.getByRole('button', { name: 'Clear the filters' }).first().click();
  await expect(rows).toHaveCount(2);
  await notes.getByLabel('Group by').selectOption('Tag');
  await expect(notes.getByText('Without a tag')).toBeVisible();

  await rows.filter({ hasText: 'Josiah Venn' }).first().click();
  await rows
    .filter({ hasText: 'has two faces' })
    .last()
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(notes.getByText('2 selected')).toBeVisible();
  const card = notes.getByRole('complementary', { name: 'Where it is from' });
  await expect(card).toContainText('SHA-256');
  await expect(card).toContainText(/[0-9a-f]{64}/);
  await expect(card).toContainText(/Lines of the passage\d+(?:–\d+)? of \d+Lines of the article/);
  await keepCopied(page);
  const from =
    'The clock at Dunmarrow that told the sea’s time instead of the sun’s, sample-dump.txt';
  await notes.getByRole('button', { name: 'Copy as quote' }).click();
  await expect(page.getByText('Copied 2 passages')).toBeVisible();
  expect((await copied(page)).split('\n\n').toSorted()).toEqual([
    `“It was made in 1791 by Josiah Venn” — ${from}`,
    `“The clock on the old fish market at Dunmarrow has two faces” — ${from}`,
  ]);
  await notes.getByRole('grid').focus();
  await page.keyboard.press('Shift+Y');
  await expect
    .poll(() => copied(page))
    .toMatch(/^> .*\n>\n> — The clock at Dunmarrow.*sample-dump/);
  await notes.getByRole('button', { name: 'As plain text' }).click();
  await expect
    .poll(() => copied(page))
    .toMatch(/^(?:It was made|The clock on).*\nThe clock at Dunmarrow.*, sample-dump\.txt/);
  await card.getByRole('button', { name: 'Copy with its origin' }).click();
  await expect
    .poll(() => copied(page))
    .toMatch(
      /^“.*” — .*\nArticle: .*\nFile: sample-dump\.txt\nSHA-256: [0-9a-f]{64}\nLines of the/,
    );

  await rows.first().click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+a');
  await expect(notes.getByText('2 selected')).toBeVisible();
});

test('many notes are tagged, recoloured and deleted at once, each with its undo', async ({
  page,
  lectern,
}) => {
  await importFile(page, SAMPLE);
  await openArticle(page, TITLE);
  for (const words of ['made in 1791', 'Josiah Venn', 'two faces']) {
    await selectWithMouse(page, words, words);
    await page.keyboard.press('1');
  }
  const all = async () => (await lectern.call('annotations.list', {})).annotations;
  await expect.poll(all).toHaveLength(3);
  await page.getByRole('heading', { level: 1, name: TITLE }).click();
  await page.keyboard.press('Control+Shift+H');
  const notes = page.getByRole('main', { name: 'Notes' });
  const rows = notes.getByRole('grid', { name: 'Passages' }).getByRole('row');
  await rows.first().click();
  await page.keyboard.press('Control+a');
  await expect(notes.getByText('3 selected')).toBeVisible();

  await page.keyboard.press('3');
  await expect
    .poll(async () => (await all()).map(({ color }) => color))
    .toEqual(Array(3).fill('blue'));
  await page.keyboard.press('t');
  await page.getByPlaceholder('Tag 3 passages with…').fill('clocks');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await all()).map(({ tags }) => tags.length)).toEqual([1, 1, 1]);
  await notes.getByRole('button', { name: 'Take a tag off' }).click();
  await page.getByPlaceholder('Take a tag off 3 passages').fill('clocks');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await all()).map(({ tags }) => tags.length)).toEqual([0, 0, 0]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await all()).map(({ tags }) => tags.length)).toEqual([1, 1, 1]);
  await notes.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(all).toEqual([]);
  await expect(page.getByText('3 highlights deleted')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await all()).map(({ tags }) => tags.length)).toEqual([0, 0, 0]);
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await all()).map(({ color }) => color))
    .toEqual(Array(3).fill('yellow'));
});

test('who comes back from a place finds the list where it was left', async ({ page, lectern }) => {
  await importFile(page, SAMPLE);
  const { articles } = await lectern.call('articles.list', {});
  for (const { id, excerpt } of articles) {
    for (const words of excerpt.match(/\S+ \S+ \S+/gu)?.slice(0, 4) ?? []) {
      await lectern
        .call('annotations.create', { articleId: id, quote: { exact: words }, note: words })
        .catch(() => {}); // words that stand twice
    }
  }
  await page.keyboard.press('Control+Shift+H');
  const grid = page.getByRole('main', { name: 'Notes' }).getByRole('grid', { name: 'Passages' });
  await expect(grid.getByRole('row').first()).toBeVisible();
  await grid.evaluate((list) => list.scrollTo({ top: 900 }));
  await page.waitForFunction(() => document.querySelector('[role="grid"]')?.scrollTop === 900);
  const top = await grid.boundingBox();
  const shown = grid.getByRole('row').filter({ visible: true });
  for (const row of await shown.all()) {
    const box = await row.boundingBox();
    if (box === null || top === null || box.y < top.y + 200) continue;
    await row.click();
    break;
  }
  const chosen = grid.locator('[aria-selected="true"]');
  await expect(chosen).toHaveCount(1);
  const before = { text: await chosen.textContent(), y: (await chosen.boundingBox())?.y };
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chosen).toHaveCount(1);
  expect(await chosen.textContent()).toBe(before.text);
  expect((await chosen.boundingBox())?.y).toBeCloseTo(before.y ?? 0, 0);
  await expect(grid).toBeFocused();
});
