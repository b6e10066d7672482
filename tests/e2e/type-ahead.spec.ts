import type { Page } from '@playwright/test';
import type { Annotation } from '../../main/shared/entities.ts';
import { importFile, openArticle, SAMPLE, selectWithMouse } from './support/reading.ts';
import { expect, test, type Lectern } from './support/test.ts';

const TITLE = 'The clock at Dunmarrow that told the sea’s time instead of the sun’s';
/** Nearly every letter of it is the key of a command. */
const TYPED = 'just like him: x mix of n, t & i';

test.beforeEach(async ({ page }) => {
  await importFile(page, SAMPLE);
  await openArticle(page, TITLE);
});

test('what is typed before the field of a note is there becomes the note', async ({
  page,
  lectern,
}) => {
  await answerLate(page);
  await selectWithMouse(page, 'It was made in 1791', 'Josiah Venn');
  await page.keyboard.press('n');
  await page.keyboard.type(TYPED);
  const field = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(TYPED);
  await page.keyboard.type(', all of it');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect
    .poll(async () => (await notesOn(page, lectern)).map(({ note }) => note))
    .toEqual([`${TYPED}, all of it`]);
});

test('a note that is typed and left before its field is there is kept', async ({
  page,
  lectern,
}) => {
  await answerLate(page);
  await selectWithMouse(page, 'It was made in 1791', 'Josiah Venn');
  await page.keyboard.press('n');
  await page.keyboard.type('ab');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => (await notesOn(page, lectern)).map(({ note }) => note))
    .toEqual(['a\nx']);
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeHidden();
});

test('tags are typed before their field is there, with what ends each', async ({
  page,
  lectern,
}) => {
  await answerLate(page);
  await selectWithMouse(page, 'It was made in 1791', 'Josiah Venn');
  await page.keyboard.press('t');
  await page.keyboard.type('mixing,time');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const card = page.getByRole('article', { name: /It was made in 1791/ });
  await expect(card.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText([
    'mixing',
    'time',
  ]);
  await expect(page.getByRole('combobox', { name: 'Add a tag' })).toBeHidden();
  expect(await notesOn(page, lectern)).toHaveLength(1);
});

test('what is typed while the notes open becomes the note on the article', async ({
  page,
  lectern,
}) => {
  await lectern.call('settings.update', { notesOpen: false });
  await expect(page.getByRole('region', { name: 'Notes' })).toBeHidden();
  await page.keyboard.press('Shift+N');
  await page.keyboard.type(TYPED);
  const field = page.getByRole('textbox', { name: 'Note on the article' });
  await expect(field).toHaveValue(TYPED);
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
});

test('keys are free again when the field can’t come', async ({ page }) => {
  await page.route('**/api/call', async (route) => {
    if (route.request().postData()?.includes('annotations.create') !== true)
      return route.continue();
    await new Promise((done) => setTimeout(done, 300));
    await route.abort();
  });
  await selectWithMouse(page, 'It was made in 1791', 'Josiah Venn');
  await page.keyboard.press('n');
  await page.keyboard.type('xx');
  await expect(page.getByRole('status').filter({ hasText: /./ }).last()).toBeVisible();
  await expect
    .poll(async () => {
      await page.keyboard.press('?');
      return page.getByRole('dialog', { name: 'Keyboard shortcuts' }).isVisible();
    })
    .toBe(true);
});

/** Where the page asks over HTTP, the answer comes after everything has been typed. */
async function answerLate(page: Page): Promise<void> {
  await page.route('**/api/call', async (route) => {
    await new Promise((done) => setTimeout(done, 400));
    await route.continue();
  });
}

async function notesOn(page: Page, lectern: Lectern): Promise<Annotation[]> {
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  const { annotations } = await lectern.call('annotations.list', {});
  return annotations.filter(({ target }) => target.quote.exact.startsWith('It was made in 1791'));
}

const FIELDS = [
  { keys: 'Control+k', role: 'combobox', name: 'Command palette' },
  { keys: '/', role: 'textbox', name: 'Search the library' },
  { keys: 'f', role: 'textbox', name: 'Filter this list' },
  { keys: 'Control+f', role: 'textbox', name: 'Find in the article' },
  { keys: 'Shift+T', role: 'combobox', name: 'Add a tag' },
  { keys: 'Control+,', role: 'textbox', name: 'Search settings' },
] as const;

for (const { keys, role, name } of FIELDS) {
  test(`all letters typed after ${keys} stand in “${name}”`, async ({ page }) => {
    await page.keyboard.press(keys);
    await page.keyboard.type('nixjk');
    await expect(page.getByRole(role, { name })).toHaveValue('nixjk');
  });
}
