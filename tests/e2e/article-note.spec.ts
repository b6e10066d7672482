import { openArticle } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'The clock at Dunmarrow';

test('a note on the article stands above its highlights and among all notes', async ({
  page,
  lectern,
}) => {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('button', { name: /^Import 10/ }).click();
  await openArticle(page, TITLE);
  await page.getByRole('heading', { level: 1, name: TITLE }).click();
  await page.keyboard.press('Shift+N');
  const field = page.getByRole('textbox', { name: 'Note on the article' });
  await expect(field).toBeFocused();
  await field.fill('Two kinds of **time**');
  await page.keyboard.press('Escape');
  const note = page.getByRole('region', { name: 'Note on the article' });
  await expect(note.locator('strong')).toHaveText('time');
  await expect
    .poll(async () => (await lectern.call('notes.list', {})).articleNotes.map((one) => one.note))
    .toEqual(['Two kinds of **time**']);

  await page.keyboard.press('Control+Shift+H');
  const notes = page.getByRole('main', { name: 'Notes' });
  const row = notes.getByRole('row', { name: /Two kinds of/ });
  await expect(row).toBeVisible();
  await row.click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Note on the article…' })).toBeVisible();
});
