import { importFile, rows, SAMPLE } from './support/reading.ts';
import { expect, test } from './support/test.ts';

test('a search is kept as a smart list, changed, and put back when it was deleted', async ({
  page,
  lectern,
}) => {
  await importFile(page, SAMPLE);
  const places = page.getByRole('navigation', { name: 'Places' });
  await page.keyboard.press('/');
  await page.keyboard.type('herring');
  const { total: found } = await lectern.call('search.query', { query: 'herring' });
  await expect(rows(page)).toHaveCount(found);
  await page.getByRole('button', { name: 'Save this search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this search' });
  await expect(dialog.getByLabel('Name')).toHaveValue('herring');
  await dialog.getByLabel('Name').fill('Fish');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Fish' }).getByRole('option')).toHaveCount(found);
  const smart = places.getByRole('button', { name: /^Fish/ });
  await expect(smart).toHaveText(`Fish${found}`);
  await expect(smart).toHaveAttribute('aria-current', 'page');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('edit smart list');
  await page.keyboard.press('Enter');
  const edit = page.getByRole('dialog', { name: 'Edit smart list' });
  await edit.getByLabel('Published from').fill('last week');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit.getByRole('alert')).toContainText('Write dates as');
  await edit.getByLabel('Published from').fill('');
  await edit.getByLabel('Text, as in search').fill('');
  await edit.getByLabel('Completeness').selectOption('Only teasers');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(smart).toHaveText('Fish4');
  await expect(rows(page)).toHaveCount(4);

  await smart.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(smart).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(smart).toHaveText('Fish4');
  const { smartLists } = await lectern.call('smartLists.list', {});
  expect(smartLists).toMatchObject([{ name: 'Fish', conditions: { teaser: true } }]);
});
