import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  importFile,
  openArticle,
  paintedText,
  SAMPLE,
  selectWithMouse,
} from './support/reading.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'The clock at Dunmarrow';

test('notes are exported, edited by hand, and exported again', async ({ page, lectern }) => {
  const out = join(lectern.folder, 'notes');
  await importFile(page, SAMPLE);
  await openArticle(page, TITLE);
  await selectWithMouse(page, 'It was made in 1791', 'Josiah Venn');
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Note' }).fill('Who was he?');
  await page.keyboard.press('Escape');

  const dialog = page.getByRole('dialog', { name: 'Export notes' });
  const exportNow = async () => {
    await page.keyboard.press('Control+e');
    await dialog.getByLabel('Folder').fill(out);
    await expect(dialog.getByLabel('Preview')).toContainText('Who was he');
  };
  await exportNow();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 file written' })).toBeVisible();

  const [name = ''] = await readdir(out);
  const file = join(out, name);
  const before = await readFile(file, 'utf8');
  await writeFile(file, before.replace('Who was he?', 'Who was he, and why?\n\nMine to keep.'));

  await exportNow();
  const edits = dialog.getByRole('region', { name: 'Edited in the files' });
  await expect(edits).toContainText('You edited the note');
  await expect(edits).toContainText('Who was he, and why?');
  await edits.getByRole('button', { name: 'Take the file’s note into Lectern' }).click();
  await expect(edits).toBeHidden();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '0 files written' })).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Notes' }).getByText('Who was he, and why?'),
  ).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('Mine to keep.');
});

test('a template is written with its result in sight', async ({ page, lectern }) => {
  await importFile(page, SAMPLE);
  await openArticle(page, TITLE);
  await selectWithMouse(page, 'It was made in 1791', 'Josiah Venn');
  await page.keyboard.press('3');
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export notes' });
  await dialog.getByLabel('Folder').fill(join(lectern.folder, 'notes'));
  await dialog.getByRole('button', { name: 'Edit template' }).click();
  const passage = dialog.getByRole('textbox', { name: 'Each passage' });
  await passage.fill('* {{ text }} ({{ id }');
  await expect(dialog.getByRole('alert')).toContainText('line 1 of the passage');
  // What the template last made stays in sight.
  await expect(dialog.getByLabel('Preview')).toContainText('Josiah Venn');
  await passage.fill('* {{ text }} in {{ color }} ({{ id }})');
  await expect(dialog.getByLabel('Preview')).toContainText('Josiah Venn in blue (lectern-');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Short');
  await dialog.getByRole('button', { name: 'Save as a copy' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Template' })).toHaveText(/Short/);
  await expect(dialog.getByLabel('Preview')).toContainText('Josiah Venn in blue');
});

test('annotations leave as one file and come back from it', async ({ page, lectern }) => {
  const out = join(lectern.folder, 'notes');
  await importFile(page, SAMPLE);
  await openArticle(page, TITLE);
  await selectWithMouse(page, 'It was made in 1791', 'Josiah Venn');
  await page.keyboard.press('3');
  await expect.poll(() => paintedText(page, 'blue')).toHaveLength(1);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export notes' });
  await dialog.getByLabel('Folder').fill(out);
  await dialog.getByRole('button', { name: 'Write JSON-LD' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 passage written' })).toBeVisible();
  await page.keyboard.press('x');
  await expect.poll(() => paintedText(page, 'blue')).toEqual([]);

  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import Annotations');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(join(out, 'annotations.jsonld'));
  await expect(page.getByRole('status').filter({ hasText: '1 annotation added' })).toBeVisible();
  await expect.poll(() => paintedText(page, 'blue')).toHaveLength(1);
});
