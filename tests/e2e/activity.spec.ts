import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wrappedPostOf, writeDump } from '../bench/import/texts.mjs';
import {
  importFile,
  openArticle,
  paintedText,
  SAMPLE,
  selectWithMouse,
} from './support/reading.ts';
import { expect, test } from './support/test.ts';

test('the activity list says what was done and what came of it', async ({ page }) => {
  await page.keyboard.press('Control+Shift+Y');
  const activity = page.getByRole('dialog', { name: 'Activity' });
  await expect(activity.getByText('Nothing is running')).toBeVisible();
  await page.keyboard.press('Escape');
  await importFile(page, SAMPLE);
  await page.keyboard.press('Control+Shift+Y');
  const jobs = activity.getByRole('listitem');
  await expect(jobs.filter({ hasText: 'Importing…' })).toContainText('10 articles added');
  await activity.getByRole('button', { name: 'Forget what is done' }).click();
  await expect(activity.getByText('Nothing is running')).toBeVisible();
});

test('work that takes long shows below the page with Cancel, and closing asks', async ({
  page,
  host,
}) => {
  test.skip(host === 'electron', 'an answer of the core is held back on HTTP');
  const release = await holdBack(page, 'imports.plan');
  await page.getByTestId('choose-files').setInputFiles(SAMPLE);
  const bar = page.getByRole('region', { name: 'Activity' });
  await expect(bar.getByRole('progressbar', { name: 'Reading…' })).toBeVisible();
  await expect(bar.getByRole('button', { name: 'Cancel' })).toBeVisible();
  const heights = await Promise.all(
    [page.getByRole('main'), bar].map(async (part) => (await part.boundingBox())!),
  );
  expect(heights[0]!.y + heights[0]!.height).toBeLessThanOrEqual(heights[1]!.y + 1);

  const asked = page.waitForEvent('dialog');
  const reloading = page.reload({ timeout: 3000 }).catch(() => {});
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await reloading;
  release();
  await expect(page.getByRole('main', { name: /Import/ })).toBeVisible();
  await expect(bar).toBeHidden();
});

test('an import that ends leaves whoever went on to something else there', async ({
  page,
  host,
}) => {
  test.skip(host === 'electron', 'an answer of the core is held back on HTTP');
  const release = await holdBack(page, 'imports.commit');
  await page.getByTestId('choose-files').setInputFiles(SAMPLE);
  await page.getByRole('button', { name: 'Import 10' }).click();
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('main', { name: 'Settings' });
  await expect(settings).toBeVisible();
  release();
  await expect(page.getByText('10 articles added').first()).toBeVisible();
  await expect(settings).toBeVisible();
});

test('reading a file again shows how far it is and how to stop it', async ({ page }) => {
  const path = test.info().outputPath('tides.txt');
  writeDump(path, 8e6, wrappedPostOf);
  await page.getByTestId('choose-files').setInputFiles(path);
  await expect(page.getByRole('main', { name: /Import/ })).toBeVisible({ timeout: 60_000 });
  const encoding = page.getByRole('combobox', { name: 'Encoding' });
  await expect(encoding).toHaveValue('utf-8');
  await encoding.selectOption('windows-1252');
  const bar = page.getByRole('region', { name: 'Activity' });
  await expect(bar.getByRole('progressbar', { name: 'Reading…' })).toBeVisible();
  await expect(bar).toContainText('tides.txt');
  await bar.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar).toBeHidden();
  await expect(encoding).toHaveValue('utf-8');
  await expect(encoding).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('Control+Shift+Y');
  const jobs = page.getByRole('dialog', { name: 'Activity' }).getByRole('listitem');
  await expect(jobs.first()).toContainText('The import was cancelled');
});

test('an export that can’t be written is told with its details', async ({ page, lectern }) => {
  await importFile(page, SAMPLE);
  await openArticle(page, 'The clock at Dunmarrow');
  await selectWithMouse(page, 'It was made in 1791', 'Josiah Venn');
  await page.keyboard.press('1');
  await expect.poll(() => paintedText(page, 'yellow')).toHaveLength(1);
  const taken = join(lectern.folder, 'taken.txt');
  await writeFile(taken, 'a file, not a folder');
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export notes' });
  await dialog.getByLabel('Folder').fill(taken);
  await dialog.getByRole('button', { name: /^Export/ }).click();
  const failure = page.getByRole('alert').filter({ hasText: taken });
  await failure.getByRole('button', { name: 'Details' }).click();
  const jobs = page.getByRole('dialog', { name: 'Activity' }).getByRole('listitem');
  await expect(jobs.filter({ hasText: 'Export notes' })).toContainText(taken);
});

/** Keeps the calls of a method from the core until what it gives is called. */
async function holdBack(page: Page, method: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/api/call', async (route) => {
    if (route.request().postData()?.includes(`"${method}"`) === true) await held;
    await route.continue();
  });
  return release;
}
