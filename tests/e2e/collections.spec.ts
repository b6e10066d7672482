import type { Page } from '@playwright/test';
import { importFile, rows, SAMPLE } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const places = (page: Page) => page.getByRole('navigation', { name: 'Places' });
const place = (page: Page, name: string) =>
  places(page).getByRole('button', { name: new RegExp(`^${name}( \\d+)?$`) });

async function newCollection(page: Page, name: string): Promise<void> {
  await places(page).getByRole('button', { name: 'New collection' }).click();
  const dialog = page.getByRole('dialog', { name: 'New collection' });
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog).toBeHidden();
}

test('articles are dragged onto a collection, and a collection into another', async ({
  page,
  lectern,
}) => {
  await importFile(page, SAMPLE);
  await newCollection(page, 'Harbours');
  await newCollection(page, 'Coasts');
  await rows(page).nth(1).click();
  await rows(page)
    .nth(3)
    .click({ modifiers: ['Shift'] });
  await rows(page).nth(2).dragTo(place(page, 'Harbours'));
  await expect(
    page.getByRole('status').filter({ hasText: '3 articles added to “Harbours”' }),
  ).toBeVisible();
  await expect(place(page, 'Harbours')).toHaveText('Harbours3');

  await place(page, 'Harbours').dragTo(place(page, 'Coasts'));
  await expect(place(page, 'Coasts')).toHaveText('Coasts3');
  await places(page).getByRole('button', { name: 'Hide what is inside “Coasts”' }).click();
  await expect(place(page, 'Harbours')).toBeHidden();
  await place(page, 'Coasts').press('ArrowRight');
  await place(page, 'Harbours').click();
  await expect(page.getByRole('listbox', { name: 'Harbours' }).getByRole('option')).toHaveCount(3);

  await place(page, 'Coasts').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(place(page, 'Harbours')).toBeHidden();
  await expect(rows(page)).toHaveCount(10);
  await page.keyboard.press('Control+z');
  await expect(place(page, 'Harbours')).toHaveText('Harbours3');
  const { collections } = await lectern.call('collections.list', {});
  expect(collections.map(({ name, articles }) => [name, articles])).toEqual([
    ['Coasts', 3],
    ['Harbours', 3],
  ]);
});

test('collections are filled, renamed, moved and left from the keyboard', async ({
  page,
  lectern,
}) => {
  await importFile(page, SAMPLE);
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await page.keyboard.type('First words');
  await page.keyboard.press('Enter');
  await expect(place(page, 'First words')).toHaveText('First words1');
  await page.keyboard.press('u');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('c');
  await page.keyboard.type('first');
  await page.keyboard.press('Enter');
  await expect(place(page, 'First words')).toHaveText('First words2');

  await place(page, 'First words').press('Enter');
  await expect(rows(page)).toHaveCount(2);
  await command(page, 'rename collection');
  await page.keyboard.type('Openings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Openings' })).toBeVisible();
  await newCollection(page, 'Outer');
  await command(page, 'move collection');
  await page.keyboard.type('outer');
  await page.keyboard.press('Enter');
  await expect(place(page, 'Outer')).toHaveText('Outer2');

  await command(page, 'take out of collection');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(2);
  const { collections } = await lectern.call('collections.list', {});
  expect(collections.map(({ name, parentId }) => [name, parentId === null])).toEqual([
    ['Openings', false],
    ['Outer', true],
  ]);
});

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}
