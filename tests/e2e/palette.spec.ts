import type { Page } from '@playwright/test';
import { importFile, SAMPLE } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const options = (page: Page) => page.getByRole('dialog').getByRole('option');

async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
}

test('the palette finds articles, tags, lists and settings, and remembers what was chosen', async ({
  page,
  lectern,
}) => {
  await importFile(page, SAMPLE);
  const { articles } = await lectern.call('articles.list', {});
  const tag = await lectern.call('tags.ensure', { name: 'Harbour works' });
  await lectern.call('articles.update', {
    ids: articles.slice(0, 2).map(({ id }) => id),
    change: { tags: [tag.id] },
  });
  await lectern.call('collections.create', { name: 'Tide tables' });

  await find(page, 'clock at dunmarrow');
  await expect(options(page).first()).toContainText('The clock at Dunmarrow');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'The clock at' })).toBeVisible();

  await find(page, 'harbour works');
  await expect(options(page).first()).toHaveText('Harbour works');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Harbour works' })).toBeVisible();

  await find(page, 'tide tab');
  await expect(options(page).first()).toContainText('Tide tables');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Tide tables' })).toBeVisible();

  await find(page, 'line length');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('slider', { name: 'Line length' })).toBeFocused();
  await page.keyboard.press('Escape');

  await page.reload();
  await expect(page.getByRole('listbox').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  const recent = page.getByRole('group', { name: 'Recent' }).getByRole('option');
  await expect(recent).toHaveText([/^Line length/, /^Tide tables/, /^Harbour works/]);
});
