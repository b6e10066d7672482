import type { Page } from '@playwright/test';
import { importFile, openArticle, rows, SAMPLE } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const settings = (page: Page) => page.getByRole('main', { name: 'Settings' });
const heading = (page: Page) => page.locator('[data-scope="reader"] h1');

test('settings are found by their words and changed from the keyboard', async ({
  page,
  lectern,
}) => {
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('textbox', { name: 'Search settings' })).toBeFocused();
  await page.keyboard.type('single-key');
  await expect(settings(page).getByRole('heading', { level: 2 })).toHaveText(['Shortcuts']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const single = page.getByRole('switch', { name: 'Single-key shortcuts' });
  await expect(single).toBeFocused();
  await page.keyboard.press('Space');
  await expect(single).not.toBeChecked();
  await expect.poll(async () => (await lectern.call('settings.get', {})).singleKeys).toBe(false);

  await page.getByRole('textbox', { name: 'Search settings' }).fill('no such thing');
  await expect(page.getByText('No setting for “no such thing”')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(settings(page).getByRole('heading', { level: 2 })).toHaveCount(7);

  await settings(page).getByText('Sepia', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Sepia' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await page.getByRole('button', { name: 'Check the library' }).click();
  await expect(page.getByText('Everything is as it should be.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(settings(page)).toBeHidden();
});

test('a key is given to another command, and everything that shows or hears it follows', async ({
  page,
}) => {
  await importFile(page, SAMPLE);
  await openArticle(page, 'The clock at Dunmarrow');
  const second = await rows(page).nth(1).innerText();
  await page.keyboard.press('Control+,');
  const next = settings(page).getByRole('listitem').filter({ hasText: 'Next Article' });
  await next.getByRole('button', { name: 'Add a key for Next Article' }).press('Enter');

  await page.keyboard.press('Control+w');
  await expect(next.getByRole('status')).toHaveText('Ctrl+W belongs to the system.');
  await page.keyboard.press('k');
  await expect(next.getByRole('status')).toHaveText('K runs Previous Article.');
  await page.keyboard.press('Enter');
  await expect(next.locator('kbd')).toHaveText(['J', 'K']);
  await expect(next.getByRole('button', { name: 'Add a key for Next Article' })).toBeFocused();
  const previous = settings(page).getByRole('listitem').filter({ hasText: 'Previous Article' });
  await expect(previous.locator('kbd')).toHaveCount(0);
  await next.getByRole('button', { name: 'Remove J from Next Article' }).click();

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Previous Article')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('next article');
  await expect(page.getByRole('option', { name: /Next Article/ })).toContainText('K');
  await page.keyboard.press('Escape');

  await rows(page).first().click();
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(heading(page)).toHaveText(second.split('\n')[0] ?? '');

  await page.reload();
  await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Reset all keys' }).click();
  await expect(next.locator('kbd')).toHaveText(['J']);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(next.locator('kbd')).toHaveText(['K']);
  await next.getByRole('button', { name: 'Reset the keys of Next Article' }).click();
  await expect(next.locator('kbd')).toHaveText(['J']);
});
