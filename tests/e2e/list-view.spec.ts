import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { importFile, openArticle, rows, SAMPLE } from './support/reading.ts';
import { expect, test } from './support/test.ts';

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test('the list is filtered as one types, apart from search', async ({ page }) => {
  await importFile(page, SAMPLE);
  await page.keyboard.press('f');
  await page.keyboard.type('boat last');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Last boat');
  await page.keyboard.type(' zzz');
  await expect(page.getByText('Nothing fits the filter')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(10);
});

test('the list is grouped by month, sorted and set as one likes, and stays so', async ({
  page,
  lectern,
}) => {
  const paths: string[] = [];
  for (const [name, date] of [
    ['One', '2020-03-05'],
    ['Two', '2020-03-20'],
    ['Three', '2019-11-02'],
  ]) {
    const path = join(lectern.folder, `${name}.md`);
    await writeFile(path, `---\ntitle: ${name}\ndate: ${date}\n---\n\nWords of ${name}.\n`);
    paths.push(path);
  }
  const plan = await lectern.call('imports.plan', { paths });
  await lectern.call('imports.commit', { planId: plan.id });
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await command(page, 'group by month');
  await page.getByRole('button', { name: 'List options' }).click();
  await page.getByLabel('Sort by').selectOption('Title');
  for (const [label, checked] of [
    ['Descending', false],
    ['Compact', true],
    ['First words', false],
  ] as const) {
    await page.getByLabel(label).click();
    await expect(page.getByLabel(label)).toBeChecked({ checked });
  }
  await page.keyboard.press('Escape');
  const list = page.getByRole('listbox', { name: 'All articles' });
  const expectGrouped = async () => {
    await expect(list).toContainText(/Nov 2019\s*1.*Mar 2020\s*2/s);
    await expect(rows(page)).toContainText(['Three', 'One', 'Two']);
    await expect(list).not.toContainText('Words of');
  };
  await expectGrouped();
  await page.reload();
  await expectGrouped();
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1, name: 'Three' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1, name: 'One' })).toBeVisible();
});

test('first lines of an article are shown beside its row', async ({ page }) => {
  await importFile(page, SAMPLE);
  await openArticle(page, 'Last boat');
  await page.keyboard.press('u');
  await page.keyboard.press('Shift+Space');
  await expect(page.getByRole('tooltip')).toContainText('Last boat');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toBeHidden();
  await rows(page).nth(3).hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.mouse.move(900, 300);
  await expect(page.getByRole('tooltip')).toBeHidden();
});
