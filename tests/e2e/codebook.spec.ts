import { importFile, openArticle, SAMPLE, selectWithMouse } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'The clock at Dunmarrow';

test('tags are merged everywhere at once, and undone; a tag has a page of its passages', async ({
  page,
}) => {
  await importFile(page, SAMPLE);
  await openArticle(page, TITLE);
  for (const [from, to, tags] of [
    ['It was made in 1791', 'Josiah Venn', ['makers', 'people']],
    ['The clock on the old fish', 'has two faces', ['clocks', 'people']],
  ] as const) {
    await selectWithMouse(page, from, to);
    await page.keyboard.press('t');
    const field = page.getByRole('combobox', { name: 'Add a tag' });
    for (const tag of tags) {
      await field.fill(tag);
      await field.press('Enter');
    }
    await field.press('Escape');
  }
  await page.getByRole('heading', { level: 1, name: TITLE }).click();
  await page.keyboard.press('Control+Shift+T');
  const codebook = page.getByRole('main', { name: 'Codebook' });
  const item = (name: string) => codebook.getByRole('treeitem', { name });
  await item('makers').click();
  await expect(codebook.getByText('1 of 2 passages, 0 of 10 articles')).toBeVisible();
  await codebook.getByLabel('Merge into').selectOption({ label: 'people' });
  await expect(item('makers')).toBeHidden();
  await expect(codebook.getByText('Shown: 2 of 2 passages, in 1 of 10 articles')).toBeVisible();

  await codebook.getByText('Tags together').click();
  await codebook.getByRole('button', { name: 'clocks and people: 1 passage' }).click();
  const passages = codebook.getByRole('list', { name: 'Passages' });
  await expect(passages.getByRole('listitem')).toHaveCount(1);
  await expect(passages).toContainText('has two faces');

  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(item('makers')).toBeVisible();

  await item('makers').click();
  await codebook.getByLabel('Also tagged').selectOption('Anything');
  await codebook.getByLabel('Lies under').selectOption({ label: 'people' });
  await expect(item('makers')).toHaveAttribute('aria-level', '2');
  await passages.getByRole('button', { name: /Josiah Venn/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the codebook' }).click();
  await expect(item('makers')).toHaveAttribute('aria-selected', 'true');
});
