import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openArticle } from './support/reading.ts';
import { expect, test, type Lectern } from './support/test.ts';

const LAMPS = `Nobody has counted the lamps along the quay since the harbour board was dissolved in the
year of the great gale that took the roof of the chandlery and left the weathercock upon the green.

The keeper still goes round with his ladder at four in winter, and what he lights he writes down in a
book that has a column for the wind.`;
const CHANGED = `${LAMPS.replace('weathercock', 'bell')}

They were lit again in May.`;

async function take({ call, folder }: Lectern, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, text);
  const { id } = await call('imports.plan', { paths: [path] });
  await call('imports.commit', { planId: id });
}

test('a changed article is compared with what it was, by keys', async ({ page, lectern }) => {
  await take(lectern, 'may.md', `# Lamps on the quay\n\n${LAMPS}\n`);
  await take(lectern, 'june.md', `# Lamps on the quay\n\n${CHANGED}\n`);
  await openArticle(page, 'Lamps on the quay');
  await expect(page.getByRole('button', { name: 'Version 2' })).toBeVisible();
  await page.keyboard.press('Shift+V');

  const screen = page.getByRole('main', { name: 'Lamps on the quay' });
  await expect(screen).toContainText('1 word removed');
  await expect(screen).toContainText('7 words added');
  await expect(screen.locator('del')).toHaveText(['weathercock']);
  await expect(screen.locator('ins').first()).toHaveText('bell');
  await expect(screen.getByLabel('Earlier version')).toContainText('Version 1, ');

  await page.keyboard.press('Alt+ArrowDown');
  await expect(screen).toContainText('1 of 2');
  await expect(screen.locator('[data-change]').first()).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(screen).toContainText('2 of 2');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Lamps on the quay' })).toBeVisible();
});

test('one report in two files is said in the head and in the list', async ({ page, lectern }) => {
  await take(lectern, 'agency.md', `# Lamps on the quay\n\n${LAMPS}\n`);
  await take(lectern, 'paper.md', `# Darkness at the harbour\n\n${CHANGED}\n`);
  await openArticle(page, 'Lamps on the quay');
  const elsewhere = page.getByRole('list', { name: 'Also in' });
  await elsewhere.getByRole('button', { name: 'paper.md' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Darkness at the harbour' }),
  ).toBeVisible();
  await expect(page.getByText('Also elsewhere')).toHaveCount(2);
});

test('the original lines stand in their place, with more of them on demand', async ({
  page,
  lectern,
}) => {
  const { id } = await lectern.call('imports.planSample', {});
  await lectern.call('imports.commit', { planId: id });
  await openArticle(page, 'The clock at Dunmarrow');
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: 'Where it came from' });
  await expect(dialog).toContainText(/SHA-256[0-9a-f]{64}/);
  const lines = dialog.getByRole('list', { name: 'Original lines' }).getByRole('listitem');
  const before = await lines.count();
  await dialog.getByRole('button', { name: /lines? before$/ }).click();
  await expect(lines).toHaveCount(before + 20);
});
