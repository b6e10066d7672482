import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { rows } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const HIDDEN = 'FROM THE QUAY: ';

/** Three posts in frames, and one in the second that only a person sees. */
function week(day: number, hidden: string): string {
  const rule = '='.repeat(30);
  const post = (title: string, text: string) =>
    `${rule}\n${title}\n${rule}\n\n${text}\n\nShare this story\n\n`;
  return [
    post(`Harbour dredged on the ${day}th`, `The dredger came on the ${day}th and left at noon.`),
    post(
      `Council meets on the ${day}th`,
      `It met in the old hall, and nobody spoke.\n\n${HIDDEN}${hidden}\n\nThe quay was busy on the ${day}th.`,
    ),
    post(`Choir of the ${day}th`, `The choir sings on the ${day}th in the chapel by the slip.`),
  ].join('');
}

async function dumps(): Promise<{ first: string; second: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-rules-'));
  const first = join(folder, 'harbour-2024-05-04.txt');
  const second = join(folder, 'harbour-2024-05-11.txt');
  await writeFile(first, week(4, 'boats back early'));
  await writeFile(second, week(11, 'a whale sighted'));
  return { first, second };
}

const review = (page: Page) => page.getByRole('main', { name: 'Import' });
const panel = (page: Page) => page.getByRole('group', { name: 'Rules for this site' });

async function splitHidden(page: Page): Promise<void> {
  const line = page.getByRole('option').filter({ hasText: HIDDEN });
  await line.hover();
  await line.getByTitle('Begin an article here').click();
  await expect(review(page)).toContainText('4 articles');
}

test('a correction is kept as a rule and made again in the next file of the site', async ({
  page,
  lectern,
}) => {
  const { first, second } = await dumps();
  await page.getByTestId('choose-files').setInputFiles(first);
  await expect(review(page)).toContainText('3 articles');

  await test.step('what was corrected is offered as a rule, in words', async () => {
    await splitHidden(page);
    await expect(panel(page)).toContainText(
      'Lines like “FROM THE QUAY:*” begin an article, in files named “harbour*”.',
    );
    await page.getByRole('button', { name: 'Keep as a rule' }).click();
    await expect(panel(page).getByRole('checkbox')).toBeChecked();
    await page.getByRole('button', { name: 'Import 4' }).click();
    await expect(rows(page)).toHaveCount(4);
  });

  await test.step('the next file is corrected by it, and can do without', async () => {
    await page.getByTestId('choose-files').setInputFiles(second);
    await expect(review(page)).toContainText('4 articles');
    await page.getByRole('button', { name: /^3\. FROM THE QUAY/ }).click();
    await expect(page.getByText('the rule “FROM THE QUAY:*” makes it begin here')).toBeVisible();
    await panel(page).getByRole('checkbox').click();
    await expect(review(page)).toContainText('3 articles');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(review(page)).toContainText('4 articles');
    await page.getByRole('button', { name: 'Import 4' }).click();
    await expect(rows(page)).toHaveCount(8);
    const { articles } = await lectern.call('articles.list', {});
    const whale = articles.find(({ title }) => title.includes('a whale sighted'));
    expect(whale?.reasons.map(({ key }) => key).join()).toContain('ruled.');
  });

  await test.step('it is edited and deleted in the settings, and comes back', async () => {
    await page.keyboard.press('Control+,');
    const list = page.getByRole('list', { name: 'Rules for sites' });
    await list.getByRole('button', { name: /^Edit the rule/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Rule for a site' });
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Quay reports');
    await dialog.getByRole('textbox', { name: 'Lines like', exact: true }).fill('*');
    await dialog.getByRole('button', { name: 'Save the rule' }).click();
    await expect(dialog.getByRole('alert')).toHaveText(/Every line is like that/);
    await dialog.getByRole('textbox', { name: 'Lines like', exact: true }).fill(`${HIDDEN}*`);
    await dialog.getByRole('button', { name: 'Save the rule' }).click();
    await list.getByRole('checkbox', { name: 'Quay reports' }).click();
    await expect(list.getByRole('checkbox', { name: 'Quay reports' })).not.toBeChecked();
    await list.getByRole('button', { name: 'Delete the rule “Quay reports”' }).click();
    await expect(page.getByText(/^None yet\./)).toBeVisible();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(list.getByRole('checkbox', { name: 'Quay reports' })).not.toBeChecked();
  });
});

test('keeping a rule is undone by the keyboard, and so is what it did', async ({
  page,
  lectern,
}) => {
  const { first } = await dumps();
  await page.getByTestId('choose-files').setInputFiles(first);
  await splitHidden(page);
  await expect(page.getByRole('button', { name: 'Keep as a rule' })).toBeVisible();
  await page.keyboard.press('Shift+R');
  await expect(panel(page).getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(panel(page).getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Keep as a rule' })).toBeVisible();
  await expect.poll(async () => (await lectern.call('rules.list', {})).rules).toEqual([]);
  await expect(review(page)).toContainText('4 articles');
});
