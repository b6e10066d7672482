import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { importFile, openArticle, rows, SAMPLE } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const tabs = (page: Page) => page.getByRole('tablist', { name: 'Open articles' }).getByRole('tab');
const row = (page: Page, at: number) => rows(page).nth(at);
const shownTitle = (page: Page) => page.locator('[data-scope="reader"] h1');

async function titleOf(page: Page, at: number): Promise<string> {
  return (await row(page, at).locator('[class*="rowTitle"]').textContent()) ?? '';
}

test('articles open in tabs behind, and are gone through, moved, closed and reopened by keyboard', async ({
  page,
  lectern,
}) => {
  await importFile(page, SAMPLE);
  const [first, second, third, fourth] = await Promise.all(
    [0, 1, 2, 3].map((at) => titleOf(page, at)),
  );
  await openArticle(page, first ?? '');
  await expect(tabs(page)).toHaveCount(0);

  await test.step('a middle click opens behind', async () => {
    await row(page, 1).click({ button: 'middle' });
    await expect(tabs(page)).toHaveText([first ?? '', second ?? '']);
    await expect(shownTitle(page)).toHaveText(first ?? '');
    await expect(page.getByText('The clipboard holds no text')).toHaveCount(0);
    await expect(page.getByRole('status').filter({ hasText: '2 articles are open' })).toHaveCount(
      1,
    );
  });

  await test.step('so do chosen articles, all of them', async () => {
    await row(page, 2).click({ modifiers: ['ControlOrMeta'] });
    await expect(page.getByText('2 selected')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(tabs(page)).toHaveCount(4);
    await page.keyboard.press('Escape');
  });

  await test.step('keys lead through them', async () => {
    await page.keyboard.press('Alt+PageDown');
    await expect(shownTitle(page)).toHaveText(second ?? '');
    await page.keyboard.press('ControlOrMeta+9');
    await expect(tabs(page).last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ControlOrMeta+1');
    await expect(shownTitle(page)).toHaveText(first ?? '');
    await expect(page.getByRole('tabpanel', { name: first ?? '' })).toBeVisible();
  });

  await test.step('each has a history of its own', async () => {
    await row(page, 3).click();
    await expect(shownTitle(page)).toHaveText(fourth ?? '');
    await page.keyboard.press('Alt+PageDown');
    await expect(page.getByRole('button', { name: 'Back', exact: true })).toBeDisabled();
    await page.keyboard.press('Alt+PageUp');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(shownTitle(page)).toHaveText(first ?? '');
  });

  await test.step('inside the strip, arrows move and Delete closes', async () => {
    await tabs(page).first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(tabs(page).nth(1)).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(tabs(page)).toHaveCount(3);
    await expect(tabs(page).and(page.locator('[aria-selected="true"]'))).toBeFocused();
    await page.keyboard.press('Alt+Shift+W');
    await expect(tabs(page)).toHaveCount(4);
    await expect(shownTitle(page)).toHaveText(second ?? '');
  });

  await test.step('they are put in another order by drag and by key', async () => {
    await tabs(page).last().dragTo(tabs(page).first());
    await expect(tabs(page).first()).toHaveText(second ?? '');
    await page.keyboard.press('Alt+Shift+PageDown');
    await expect(tabs(page).nth(1)).toHaveText(second ?? '');
  });

  await test.step('they are there again at the next start', async () => {
    const before = await tabs(page).allTextContents();
    await expect.poll(async () => (await lectern.call('settings.get', {})).openTabs.length).toBe(4);
    await page.reload();
    await expect(tabs(page)).toHaveText(before);
    await expect(shownTitle(page)).toHaveText(second ?? '');
  });

  await test.step('the strip goes with the last but one', async () => {
    await expect(shownTitle(page)).toBeVisible();
    await tabs(page).nth(1).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Close others' }).click();
    await expect(tabs(page)).toHaveCount(0);
    await expect(shownTitle(page)).toHaveText(second ?? '');
    await page.keyboard.press('Alt+W');
    await expect(page.getByText('Choose an article')).toBeVisible();
    expect(third).not.toBe('');
  });
});

test('a search result opens behind, and each tab comes back to its line', async ({
  page,
  lectern,
}) => {
  const long = (title: string) =>
    `# ${title}\n\n${Array.from({ length: 80 }, (_, at) => `${title} ${at}: the harbour was quiet, and the tide went out as it had gone out before, with nobody there to look at it.`).join('\n\n')}\n`;
  for (const name of ['Ebb', 'Flood']) {
    const path = join(lectern.folder, `${name}.md`);
    await writeFile(path, long(name));
    await importFile(page, path);
  }
  await expect(rows(page)).toHaveCount(2);
  await openArticle(page, 'Ebb');
  const reader = page.locator('[data-scope="reader"]');
  await reader.evaluate((element) => element.scrollTo(0, 2000));
  await expect.poll(() => reader.evaluate((element) => element.scrollTop)).toBeGreaterThan(1900);
  const top = await reader.evaluate((element) => element.scrollTop);

  await page.keyboard.press('/');
  await page.keyboard.type('flood');
  await expect(rows(page)).toHaveCount(1);
  await rows(page)
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(tabs(page)).toHaveText(['Ebb', 'Flood']);
  await tabs(page).nth(1).click();
  await expect(shownTitle(page)).toHaveText('Flood');
  await tabs(page).nth(0).click();
  await expect(shownTitle(page)).toHaveText('Ebb');
  await expect
    .poll(async () => Math.abs((await reader.evaluate((element) => element.scrollTop)) - top))
    .toBeLessThan(60);
});
