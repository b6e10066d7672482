import type { Page } from '@playwright/test';
import { importFile, rows, SAMPLE } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const selected = (page: Page) => rows(page).and(page.locator('[aria-selected="true"]'));
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Selected articles' });

test('a range is chosen, tagged and untagged in one step', async ({ page, lectern }) => {
  await importFile(page, SAMPLE);
  await rows(page).nth(1).click();
  await rows(page)
    .nth(4)
    .click({ modifiers: ['Shift'] });
  await expect(selected(page)).toHaveCount(4);
  await rows(page)
    .nth(2)
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(toolbar(page).getByRole('status')).toHaveText('3 selected');

  await page.keyboard.press('Shift+T');
  await page.keyboard.type('harbours');
  await page.keyboard.press('Enter');
  const notice = page.getByRole('status').filter({ hasText: '“harbours” put on 3 articles' });
  await expect(notice).toBeVisible();
  const tagged = async () =>
    (await lectern.call('articles.list', {})).articles.filter(({ tags }) => tags.length > 0).length;
  expect(await tagged()).toBe(3);

  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(tagged).toBe(0);
});

test('articles are chosen from the keyboard and go to the trash together', async ({
  page,
  lectern,
}) => {
  await importFile(page, SAMPLE);
  await page.keyboard.press('j');
  await page.keyboard.press('u');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selected(page)).toHaveCount(3);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(selected(page)).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(toolbar(page)).toBeHidden();
  await expect(selected(page)).toHaveCount(1);

  await page.keyboard.press('Control+a');
  await expect(toolbar(page).getByRole('status')).toHaveText('10 selected');
  await page.keyboard.press('ArrowDown');
  await expect(toolbar(page)).toBeHidden();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(8);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(10);
  await page.keyboard.press('Control+Shift+z');
  await expect(rows(page)).toHaveCount(8);

  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: /^Trash/ })
    .click();
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('u');
  await page.keyboard.press('Control+a');
  await toolbar(page).getByRole('button', { name: 'Delete for good' }).click();
  const question = page.getByRole('dialog', { name: 'Delete 2 articles for good?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('empty trash');
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('No articles here')).toBeVisible();
  expect((await lectern.call('articles.list', { place: 'trash' })).total).toBe(0);
  expect((await lectern.call('library.verify', {})).problems).toEqual([]);
});

test('what a search found is chosen and tagged like a list: some of it, or all', async ({
  page,
  lectern,
}) => {
  await importFile(page, SAMPLE);
  const tagged = async (name: string) => {
    const { tags } = await lectern.call('tags.list', {});
    const id = tags.find((tag) => tag.name === name)?.id ?? '';
    const { articles } = await lectern.call('articles.list', {});
    return articles.filter((article) => article.tags.includes(id)).length;
  };
  await page.keyboard.press('/');
  await page.keyboard.type('harbour');
  const hits = page.getByRole('listbox', { name: 'Search results' });
  await expect(hits).toHaveAttribute('aria-busy', 'false');
  await expect(rows(page).nth(2)).toBeVisible();
  const all = await rows(page).count();
  await rows(page).nth(0).click();
  await rows(page)
    .nth(1)
    .click({ modifiers: ['Shift'] });
  await expect(selected(page)).toHaveCount(2);
  await hits.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(toolbar(page).getByRole('status')).toHaveText('3 selected');
  await page.keyboard.press('Shift+T');
  await page.keyboard.type('quays');
  await page.keyboard.press('Enter');
  await expect.poll(() => tagged('quays')).toBe(3);
  await page.keyboard.press('Control+z');
  await expect.poll(() => tagged('quays')).toBe(0);

  await page.keyboard.press('Escape');
  await expect(toolbar(page)).toBeHidden();
  await page.getByRole('button', { name: 'Select all results' }).click();
  await expect(toolbar(page).getByRole('status')).toHaveText(`${all} selected`);
  await expect(selected(page)).toHaveCount(all);
  await toolbar(page).getByRole('button', { name: 'Tag' }).click();
  await page.keyboard.type('water');
  await page.keyboard.press('Enter');
  await expect.poll(() => tagged('water')).toBe(all);
  // Of another search nothing is chosen.
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('clock');
  await expect(toolbar(page)).toBeHidden();
});
