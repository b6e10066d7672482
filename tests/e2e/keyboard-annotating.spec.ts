import type { Page } from '@playwright/test';
import SAMPLE_NOTES from '../../resources/sample-notes.json' with { type: 'json' };
import { paintedText } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const FIRST = 'The file you have just opened was once a web page.';

test('an article is annotated from the keyboard alone', async ({ page, lectern }) => {
  await page.getByRole('button', { name: 'Open the sample' }).press('Enter');
  await page.getByRole('button', { name: /^Import 10/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'All articles' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1, name: /^Ten posts/ })).toBeVisible();
  await page.keyboard.press('l');
  const reader = page.getByRole('region', { name: /^Article: Ten posts/ });
  await expect(reader).toBeFocused();
  // The sample brings some of its own.
  const listed = async () => (await lectern.call('annotations.list', {})).annotations;
  await expect.poll(async () => (await listed()).length).toBe(SAMPLE_NOTES.length);
  const given = new Set((await listed()).map(({ id }) => id));
  const annotations = async () => (await listed()).filter(({ id }) => !given.has(id));

  await test.step('go by sentence, there and back, and extend by paragraph', async () => {
    await page.keyboard.press('s');
    await expect.poll(() => selected(page)).toBe(FIRST);
    await page.keyboard.press('s');
    await expect.poll(() => selected(page)).toMatch(/^Somebody visited/);
    await page.keyboard.press('Shift+S');
    await expect.poll(() => selected(page)).toBe(FIRST);
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => selected(page)).toBe(await paragraphOf(page, FIRST));
    await page.keyboard.press('Control+ArrowDown');
    await expect.poll(() => selected(page)).not.toContain(FIRST);
    await page.keyboard.press('Control+ArrowUp');
    await expect.poll(() => selected(page)).toBe(await paragraphOf(page, FIRST));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+S');
    await page.keyboard.press('s');
  });

  await test.step('highlight, note and tag', async () => {
    await expect.poll(() => selected(page)).not.toBe('');
    const sentence = await selected(page);
    await page.keyboard.press('3');
    await expect.poll(async () => (await paintedText(page, 'blue')).length).toBe(1);
    await page.keyboard.press('n');
    await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
    await page.keyboard.type('A *first* thought');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await expect(page.getByRole('combobox', { name: 'Add a tag' })).toBeFocused();
    await page.keyboard.type('method');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(annotations).toMatchObject([
      {
        target: { quote: { exact: sentence } },
        color: 'blue',
        note: 'A *first* thought',
        tags: [expect.stringContaining('method')],
      },
    ]);
  });

  await test.step('a second one gets the same tag with two keys, and undo takes all back', async () => {
    await page.keyboard.press('l');
    await expect(reader).toBeFocused();
    await page.keyboard.press('s');
    await expect.poll(() => selected(page)).not.toBe('');
    await page.keyboard.press('r');
    await expect(page.getByRole('group', { name: 'Recent tags' })).toBeVisible();
    await page.keyboard.press('1');
    await expect
      .poll(async () => (await annotations()).map(({ tags }) => tags.length))
      .toEqual([1, 1]);
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await annotations()).map(({ tags }) => tags.length).toSorted())
      .toEqual([0, 1]);
    await page.keyboard.press('Control+z');
    await expect.poll(annotations).toHaveLength(1);
  });
});

function selected(page: Page): Promise<string> {
  return page.evaluate(() => document.getSelection()?.toString().trim() ?? '');
}

function paragraphOf(page: Page, words: string): Promise<string> {
  const paragraph = page.locator('[data-scope="reader"] p[data-start]', { hasText: words });
  return paragraph.innerText();
}
