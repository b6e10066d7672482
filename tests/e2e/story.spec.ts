import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openArticle, paintedText, SAMPLE, selectWithMouse, rows } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'The clock at Dunmarrow that told the sea’s time instead of the sun’s';
const FIRST_WORDS = 'everybody who came in by boat';
const LAST_WORDS = 'The problem he had been set was simple to state';
const NOTE = 'Compare with the tide tables of *Cold Quay*.';

test('from a dump to exported notes', async ({ page, lectern, host }) => {
  await test.step('import by the file chooser', async () => {
    if (host === 'web') {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Import files…' }).click();
      await (await chooser).setFiles(SAMPLE);
    } else {
      await page.getByTestId('choose-files').setInputFiles(SAMPLE);
    }
    const review = page.getByRole('main', { name: 'Import' });
    await expect(review).toContainText('10 articles');
    await expect(review).toContainText('0 unassigned lines');
    await review.getByRole('button', { name: 'Import 10' }).click();
    await expect(page.getByRole('status').filter({ hasText: '10 articles added' })).toBeVisible();
    await expect(rows(page)).toHaveCount(10);
    await expect(rows(page).filter({ hasText: 'Teaser' })).toHaveCount(4);
  });

  await test.step('highlight across two paragraphs', async () => {
    await openArticle(page, TITLE);
    await selectWithMouse(page, FIRST_WORDS, LAST_WORDS);
    await page
      .getByRole('toolbar', { name: 'Highlight' })
      .getByRole('button', { name: 'Green' })
      .click();
    const [text = ''] = await expectPainted(page, 'green');
    expect(text.startsWith(FIRST_WORDS)).toBe(true);
    expect(text.endsWith(LAST_WORDS)).toBe(true);
  });

  await test.step('a note and two tags', async () => {
    await page
      .getByRole('toolbar', { name: 'Highlight' })
      .getByRole('button', { name: 'Note' })
      .click();
    await page.getByRole('textbox', { name: 'Note' }).fill(NOTE);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('t');
    const tagField = page.getByRole('combobox', { name: 'Add a tag' });
    await tagField.fill('tide clocks');
    await tagField.press('Enter');
    await tagField.fill('makers');
    await tagField.press('Enter');
    await tagField.press('Escape');
    await expectNotes(page);
  });

  await test.step('find it by search', async () => {
    await page.keyboard.press('/');
    await page.getByRole('textbox', { name: 'Search the library' }).fill('notes:quay');
    const hits = page.getByRole('listbox', { name: 'Search results' }).getByRole('option');
    await expect(hits).toHaveCount(1);
    await expect(hits).toContainText(TITLE);
    await page.getByRole('textbox', { name: 'Search the library' }).fill('pendulum');
    await expect(hits.first().locator('mark').first()).toHaveText(/pendulum/i);
    await hits.first().click();
    await expect
      .poll(() => paintedText(page, 'match').then((words) => words[0]?.toLowerCase()))
      .toBe('pendulum');
  });

  await test.step('reload: everything is still there', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expectNotes(page);
    const [text = ''] = await expectPainted(page, 'green');
    expect(text.startsWith(FIRST_WORDS)).toBe(true);
  });

  await test.step('export', async () => {
    const out = join(lectern.folder, 'notes');
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export notes' });
    await dialog.getByLabel('Folder').fill(out);
    await expect(dialog.getByLabel('Preview')).toContainText('## Highlights');
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: '1 file written' })).toBeVisible();
    const [file = '', ...others] = await readdir(out);
    expect(others).toEqual([]);
    expect(file).toMatch(/^The clock at Dunmarrow.*\.md$/);
    const markdown = await readFile(join(out, file), 'utf8');
    expect(markdown).toMatch(/^---\n[\s\S]*\ntitle: .*The clock at Dunmarrow/);
    expect(markdown).toContain('## Highlights');
    expect(markdown).toContain(`> ${FIRST_WORDS}`);
    expect(markdown).toContain(NOTE);
    expect(markdown).toContain('#tide-clocks');
    expect(markdown).toContain('#makers');
  });
});

test('a highlight can be undone and done again', async ({ page }) => {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('button', { name: 'Import 10' }).click();
  await openArticle(page, TITLE);
  await selectWithMouse(page, 'It was made in 1791', 'Josiah Venn');
  await page.keyboard.press('3');
  await expectPainted(page, 'blue');
  await page.keyboard.press('Control+z');
  await expect.poll(() => paintedText(page, 'blue')).toEqual([]);
  await page.keyboard.press('Control+Shift+z');
  expect(await expectPainted(page, 'blue')).toEqual(['It was made in 1791 by Josiah Venn']);
});

type Page = Parameters<typeof paintedText>[0];

async function expectPainted(page: Page, color: string): Promise<string[]> {
  await expect.poll(() => paintedText(page, color).then((texts) => texts.length)).toBe(1);
  return paintedText(page, color);
}

async function expectNotes(page: Page): Promise<void> {
  const notes = page.getByRole('region', { name: 'Notes' });
  await expect(notes.getByText(NOTE.replaceAll('*', ''))).toBeVisible();
  await expect(notes.getByRole('emphasis')).toHaveText('Cold Quay');
  await expect(notes.getByRole('list', { name: 'Tags' })).toContainText('tide clocks');
  await expect(notes.getByRole('list', { name: 'Tags' })).toContainText('makers');
}
