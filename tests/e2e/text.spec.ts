/** Every screen in a tongue of accents and brackets: no text escapes the catalogue, longer words fit. */
import { expect as baseExpect, type Page } from '@playwright/test';
import { cutTexts, escapedTexts, gatherAnswers } from './support/escaped-text.ts';
import { rows, SAMPLE, selectWithMouse } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 720 },
];

for (const size of SIZES) {
  test(`all text comes from the catalogue and fits at ${size.width}`, async ({
    page,
    lectern,
    host,
  }) => {
    test.skip(host === 'electron', 'answers of the core are read from HTTP');
    test.slow();
    await page.setViewportSize(size);
    const answers = gatherAnswers(page);
    await lectern.call('settings.update', { language: 'en-XA' });
    await page.reload();
    const look = async (screen: string) => {
      await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
      await page.waitForLoadState('networkidle').catch(() => {});
      await baseExpect
        .soft(async () => {
          expect(await escapedTexts(page, answers), `${screen}: not from the catalogue`).toEqual(
            [],
          );
          expect(await cutTexts(page), `${screen}: cut off`).toEqual([]);
        })
        .toPass({ timeout: 3000 });
    };
    await walk(page, look);
  });
}

async function walk(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(3);
  await look('first start');
  await page.getByTestId('choose-files').setInputFiles(SAMPLE);
  const dialog = page.getByRole('dialog');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await look('import review');
  await page.locator('[data-primary]').click();
  await expect(rows(page)).toHaveCount(10);
  await look('library');
  await page.keyboard.press('Shift+F');
  await expect(dialog).toBeVisible();
  await look('list options');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await expect(dialog).toBeVisible();
  await look('smart list');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  await look('keys');
  await page.keyboard.press('Escape');

  await rows(page).filter({ hasText: 'The clock at Dunmarrow' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The clock' })).toBeVisible();
  await look('reader');
  await selectWithMouse(page, 'It was made in 1791', 'Josiah Venn');
  await expect(page.getByRole('toolbar')).toBeVisible();
  await look('selection');
  await page.keyboard.press('1');
  await page.keyboard.press('n');
  await page.keyboard.type('7');
  await look('writing a note');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.keyboard.type('1');
  await look('adding a tag');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await look('notes');
  await page.keyboard.press('p');
  await expect(dialog.getByRole('list')).toBeVisible();
  await look('source');
  await page.keyboard.press('Escape');
  await page.getByRole('main').locator('[aria-haspopup="dialog"]').last().click();
  await expect(dialog).toBeVisible();
  await look('text and theme');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.keyboard.press('/');
  await expect(page.locator('[role=search] input')).toBeFocused();
  await page.keyboard.type('harbour');
  await expect(page.locator('mark').first()).toBeVisible();
  await look('search results');
  await page.getByRole('searchbox').or(page.locator('[role=search] input')).fill('qqqq');
  await expect(rows(page)).toHaveCount(0);
  await look('nothing found');
  await page.locator('[role=search] input').fill('colour:red');
  await expect(page.getByRole('alert')).toBeVisible();
  await look('a request that can’t be read');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await expect(page.locator('[data-setting="theme"]')).toBeVisible();
  await look('settings');
  const next = page.locator('[data-command="list.next"]');
  await next.getByRole('button').last().click();
  await page.keyboard.press('k');
  await expect(next.getByRole('group')).toBeVisible();
  await look('a key that is taken');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  for (const [keys, screen] of [
    ['Control+k', 'palette'],
    ['Control+e', 'export'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(dialog).toBeVisible();
    await look(screen);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Backslash');
  await page.keyboard.press('m');
  await look('without places');
}
