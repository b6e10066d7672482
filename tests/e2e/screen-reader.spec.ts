/**
 * The main story as a screen reader tells it: by roles, names and headings, from the keyboard alone,
 * with what the live regions say. `resources/screen-reader.md` describes the same walk for people.
 */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const GUIDE = 'Ten posts in one file: how to read this dump with Lectern';
const FIRST = 'The file you have just opened was once a web page.';

test('the main story is told to those who do not see it', async ({ page, lectern }) => {
  await listen(page);
  const says = (words: string | RegExp) =>
    expect.poll(async () => (await said(page)).join('\n')).toMatch(words);
  const { keyboard } = page;

  await test.step('first start: what this is, and three ways to begin', async () => {
    await expect(page).toHaveTitle('Lectern');
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1, name: 'Lectern' })).toBeVisible();
    await expect(main.getByRole('button')).toHaveText([
      'Import files…',
      'Import a folder…',
      'Open the sample',
    ]);
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await expect(main.getByRole('button', { name: 'Open the sample' })).toBeFocused();
    await keyboard.press('Enter');
    await says('Reading the sample…');
  });

  await test.step('the review has a name, says what was found, and waits at Import', async () => {
    const review = page.getByRole('main', { name: 'Import' });
    await expect(review.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
    await expect(page).toHaveTitle('Import – Lectern');
    await expect(review.getByRole('status')).toHaveText('10 articles · 0 unassigned lines');
    const commit = review.getByRole('button', { name: 'Import 10' });
    await expect(commit).toBeFocused();
    await keyboard.press('Enter');
    await says('10 articles added');
  });

  const list = page.getByRole('listbox', { name: 'All articles' });
  await test.step('the library begins in the list, under its heading', async () => {
    await expect(page).toHaveTitle('Lectern');
    await expect(list).toBeFocused();
    const articles = page.getByRole('region', { name: 'Articles' });
    await expect(articles.getByRole('heading', { level: 1, name: 'All articles' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
    await expect(articles.getByRole('search')).toBeVisible();
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', '10');
  });

  const reader = page.getByRole('main').getByRole('region', { name: `Article: ${GUIDE}` });
  await test.step('the list says where one is, the article its title', async () => {
    await keyboard.press('ArrowDown');
    await expect(list.getByRole('option', { selected: true })).toContainText(GUIDE);
    await expect
      .poll(() => list.getAttribute('aria-activedescendant'))
      .toBe(await list.getByRole('option', { selected: true }).getAttribute('id'));
    await expect(page).toHaveTitle(`${GUIDE} – Lectern`);
    await keyboard.press('Enter');
    await expect(reader).toBeFocused();
    await expect(reader.getByRole('heading', { level: 1, name: GUIDE })).toBeVisible();
  });

  await test.step('what is selected and highlighted is said', async () => {
    await keyboard.press('s');
    await says(`Selected: ${FIRST}`);
    await keyboard.press('2');
    await says(`Highlighted, Green: ${FIRST}`);
    await keyboard.press(']');
    await says(/Highlight 2 of 7, Yellow: cuts the file into articles Note: This is a note/);
    await keyboard.press('[');
    await says(/Highlight 1 of 7, Green: The file/);
  });

  const notes = page.getByRole('region', { name: 'Notes' });
  const card = notes.getByRole('article', { name: `Highlight: ${FIRST}` });
  await test.step('a note and a tag are written and said, and the focus comes back', async () => {
    await keyboard.press('n');
    await expect(card.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await keyboard.type('What a dump is');
    await keyboard.press('Escape');
    await says('Note saved');
    await expect(reader).toBeFocused();
    await keyboard.press('t');
    await expect(card.getByRole('combobox', { name: 'Add a tag' })).toBeFocused();
    await keyboard.type('method');
    await keyboard.press('Enter');
    await says('Tag added: method');
    await keyboard.press('Escape');
    await expect(reader).toBeFocused();
    await expect(card.getByRole('list', { name: 'Tags' })).toHaveText('method');
    await expect(card).toHaveAttribute('aria-posinset', '1');
    await expect(card).toHaveAttribute('aria-setsize', '7');
  });

  await test.step('a search says how many it found, and the results are gone through', async () => {
    await keyboard.press('/');
    const box = page.getByRole('search').getByRole('textbox', { name: 'Search the library' });
    await expect(box).toBeFocused();
    await keyboard.type('herring');
    await says(/\d articles found/);
    await keyboard.press('Enter');
    const results = page.getByRole('listbox', { name: 'Search results' });
    await expect(results).toBeFocused();
    await keyboard.press('ArrowDown');
    const first = results.getByRole('option', { selected: true });
    await expect(first).toHaveCount(1);
    expect(await results.getAttribute('aria-activedescendant')).toBe(
      await first.getAttribute('id'),
    );
    await keyboard.press('u');
  });

  await test.step('the export is a dialog with a name, and its result is said', async () => {
    await keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export notes' });
    await expect(dialog.getByRole('radiogroup', { name: 'Files' })).toBeVisible();
    // One heading, and no landmark that belongs to the page.
    await expect(dialog.getByRole('heading')).toHaveText('Export notes');
    await expect(dialog.getByRole('banner')).toHaveCount(0);
    await dialog.getByRole('textbox', { name: 'Folder' }).fill(join(lectern.folder, 'notes'));
    await dialog.getByRole('button', { name: 'Export', exact: true }).press('Enter');
    await says('1 file written');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('listbox', { name: 'Search results' })).toBeFocused();
  });
});

test('an article that opens away from the list is said, and a screen gives the focus back', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('button', { name: 'Import 10' }).click();
  await expect(page.getByRole('listbox', { name: 'All articles' })).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1, name: GUIDE })).toBeVisible();
  await page.keyboard.press('l');
  await listen(page);
  await page.keyboard.press('j');
  await expect
    .poll(async () => (await said(page)).join('\n'))
    .toContain('Opened: Last boat from Pellan');
  const reader = page.getByRole('region', { name: /^Article: Last boat/ });
  await page.keyboard.press('l');
  await expect(reader).toBeFocused();
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('main', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reader).toBeFocused();
});

/** Notes from now on what the live regions of the page say. */
function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const heard: string[] = [];
    const live = '[aria-live], [role="status"], [role="alert"], output';
    const note = (element: Element | null) => {
      const words = element?.closest(live)?.textContent?.trim() ?? '';
      if (words !== '' && heard.at(-1) !== words) heard.push(words);
    };
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        note(target instanceof Element ? target : target.parentElement);
      }
      document.documentElement.dataset['heard'] = JSON.stringify(heard);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

function said(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const heard: unknown = JSON.parse(document.documentElement.dataset['heard'] ?? '[]');
    return Array.isArray(heard) ? heard.map(String) : [];
  });
}
