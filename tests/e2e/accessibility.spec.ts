import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { importFile, openArticle, SAMPLE, selectWithMouse, rows } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const THEMES = ['light', 'sepia', 'dark', 'contrastLight', 'contrastDark'] as const;

for (const theme of THEMES) {
  test(`axe finds nothing serious on any screen in ${theme}`, async ({ page, lectern }) => {
    test.slow();
    await lectern.call('settings.update', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await check(page, 'first start');

    await page.getByTestId('choose-files').setInputFiles(SAMPLE);
    await expect(page.getByRole('main', { name: 'Import' })).toBeVisible();
    await check(page, 'import review');
    await page.getByRole('button', { name: 'Import 10' }).click();
    await expect(rows(page)).toHaveCount(10);
    await check(page, 'library');

    await openArticle(page, 'The clock at Dunmarrow');
    await selectWithMouse(page, 'It was made in 1791', 'Josiah Venn');
    await page.keyboard.press('1');
    await page.keyboard.press('n');
    await check(page, 'reader, writing a note');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.keyboard.type('clocks');
    await check(page, 'tag field');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');

    await page.keyboard.press('/');
    await page.keyboard.type('harbour');
    await expect(page.locator('mark').first()).toBeVisible();
    await check(page, 'search results');
    await page.getByRole('textbox', { name: 'Search the library' }).fill('title:a:b');
    await expect(page.getByRole('alert')).toBeVisible();
    await check(page, 'a query that can’t be parsed');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Text and theme' }).click();
    await check(page, 'text settings');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+T');
    await page.getByRole('treeitem', { name: 'clocks' }).click();
    await expect(page.getByText('Shown: 1 of 1 passage')).toBeVisible();
    await check(page, 'codebook');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('main', { name: 'Settings' })).toBeVisible();
    await check(page, 'settings');
    await page.getByRole('button', { name: 'Add a key for Next Article' }).click();
    await page.keyboard.press('k');
    await expect(page.getByText('K runs Previous Article.')).toBeVisible();
    await check(page, 'a key that is taken');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    for (const [keys, name] of [
      ['Control+k', 'Command palette'],
      ['?', 'Keyboard shortcuts'],
      ['Control+e', 'Export notes'],
      ['p', 'Where it came from'],
    ] as const) {
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      await check(page, name);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog', { name })).toBeHidden();
    }
  });
}

test('one pane at a time where the window is narrow', async ({ page }) => {
  await page.setViewportSize({ width: 420, height: 800 });
  await importFile(page, SAMPLE);
  await openArticle(page, 'The clock at Dunmarrow');
  await check(page, 'narrow reader');
  await page.getByRole('button', { name: 'Notes', exact: true }).first().click();
  await expect(page.getByRole('region', { name: 'Notes' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(page.getByRole('listbox', { name: 'All articles' })).toBeVisible();
  await check(page, 'narrow list');
});

async function check(page: Page, screen: string): Promise<void> {
  // WCAG 2.2: 24 px or room around; axe leaves it out unless it is asked for.
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${screen}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`);
  expect(serious).toEqual([]);
}
