import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { rows, SAMPLE } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const BLOG = resolve(import.meta.dirname, '../fixtures/wxr/coast-blog.xml');

function review(page: Page) {
  return page.getByRole('main', { name: 'Import' });
}

/** The articles of the review, whose titles stand in buttons with their numbers. */
function planned(page: Page) {
  return page.locator('[aria-label^="Articles of"] > div > [role="listitem"]');
}

function lines(page: Page) {
  return page.getByRole('listbox', { name: /^Lines of/ });
}

test('an import is corrected with the mouse before it lands', async ({ page, lectern }) => {
  await page.getByTestId('choose-files').setInputFiles(SAMPLE);
  await expect(review(page)).toContainText('10 articles');
  await expect(review(page)).toContainText('0 unassigned lines');

  await test.step('a line becomes the beginning of an article', async () => {
    await page.getByRole('button', { name: /^2\. / }).click();
    const line = lines(page).getByRole('option').filter({ hasText: /\w{3}/ });
    await line.nth(2).hover();
    await line.nth(2).getByTitle('Begin an article here').click();
    await expect(review(page)).toContainText('11 articles');
    await expect(planned(page).filter({ hasText: 'you made it begin here' })).toHaveCount(1);
  });

  await test.step('that is undone and done again', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(review(page)).toContainText('10 articles');
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(review(page)).toContainText('11 articles');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(review(page)).toContainText('10 articles');
  });

  await test.step('an article gets another title, one is left out', async () => {
    await page.getByRole('button', { name: /^2\. / }).click();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('A title of my own');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '2. A title of my own' })).toBeVisible();
    await planned(page).nth(3).getByRole('checkbox').click();
    await expect(page.getByRole('button', { name: 'Import 9' })).toBeVisible();
  });

  await page.getByRole('button', { name: 'Import 9' }).click();
  await expect(rows(page)).toHaveCount(9);
  const { articles } = await lectern.call('articles.list', {});
  expect(articles.map(({ title }) => title)).toContain('A title of my own');
  expect((await lectern.call('library.verify', {})).problems).toEqual([]);
});

test('an import is corrected with the keyboard alone', async ({ page, lectern }) => {
  await page.getByTestId('choose-files').setInputFiles(SAMPLE);
  await expect(page.getByRole('button', { name: 'Import 10' })).toBeFocused();
  await page.keyboard.press('j');
  await expect(planned(page).nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Backspace');
  await expect(review(page)).toContainText('9 articles');
  await page.keyboard.press('Control+z');
  await expect(review(page)).toContainText('10 articles');
  await page.keyboard.press('l');
  await expect(lines(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await expect(review(page)).toContainText('11 articles');
  await page.keyboard.press('Shift+S');
  await expect(review(page)).toContainText('10 articles');
  await expect(planned(page).filter({ hasText: '1 reprint inside' }).first()).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.type('Typed');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '2. Typed' })).toBeVisible();
  await page.keyboard.press('o');
  await page.keyboard.press('Control+Enter');
  await expect(rows(page)).toHaveCount(9);
  expect((await lectern.call('library.verify', {})).problems).toEqual([]);
});

test('a review with corrections in it can be come back to', async ({ page }) => {
  await page.getByTestId('choose-files').setInputFiles(SAMPLE);
  await expect(review(page)).toContainText('10 articles');
  await page.keyboard.press('j');
  await page.keyboard.press('Backspace');
  await expect(review(page)).toContainText('9 articles');
  await page.keyboard.press('Escape');
  await expect(review(page)).toBeHidden();
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await expect(review(page)).toContainText('9 articles');
});

test('pasted text is planned like a file', async ({ page }) => {
  const text = await readFile(SAMPLE, 'utf8');
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
  await expect(review(page)).toContainText('10 articles');
  await expect(review(page)).toContainText('Pasted text');
});

test('several files are gone through one by one', async ({ page, lectern }) => {
  const note = join(lectern.folder, 'note.md');
  await writeFile(note, '# A note\n\nIts text, which is short.\n');
  await page.getByTestId('choose-files').setInputFiles([SAMPLE, note]);
  await expect(review(page)).toContainText('11 articles');
  await page
    .getByRole('navigation', { name: 'Files' })
    .getByRole('button', { name: /note\.md/ })
    .click();
  await expect(lines(page)).toContainText('Its text, which is short.');
  await page.keyboard.press('Shift+K');
  await expect(page.getByRole('list', { name: 'Articles of sample-dump.txt' })).toBeVisible();
});

test('what can’t be read is listed, and tried again without losing corrections', async ({
  page,
  lectern,
}) => {
  const broken = join(lectern.folder, 'picture.bin');
  await writeFile(
    broken,
    new Uint8Array(4096).map((_, index) => (index * 7) % 256),
  );
  await page.getByTestId('choose-files').setInputFiles([broken, SAMPLE]);
  await expect(review(page).getByRole('alert')).toContainText('picture.bin');
  await expect(review(page)).toContainText('10 articles');
  await page.keyboard.press('j');
  await page.keyboard.press('Backspace');
  await expect(review(page)).toContainText('9 articles');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Reading…')).toBeHidden();
  await expect(review(page)).toContainText('9 articles');
  await expect(review(page).getByRole('alert')).toContainText('picture.bin');
});

test('a file read in the wrong encoding is read again in the right one', async ({
  page,
  lectern,
}) => {
  const letter = join(lectern.folder, 'letter.txt');
  // Curly quotation marks are the bytes 93 and 94 in windows-1252 alone.
  const text = 'Le café du môle\n\nLe bateau part à midi, \x93bientôt\x94 comme on dit là-bas.\n';
  await writeFile(letter, Buffer.from(text, 'latin1'));
  const right = 'Le bateau part à midi, “bientôt” comme on dit là-bas.';
  await page.getByTestId('choose-files').setInputFiles([SAMPLE, letter]);
  await expect(review(page)).toContainText('11 articles');
  await page.keyboard.press('j');
  await page.keyboard.press('Backspace');
  await expect(review(page)).toContainText('10 articles');
  await page
    .getByRole('navigation', { name: 'Files' })
    .getByRole('button', { name: /letter\.txt/ })
    .click();

  const encoding = page.getByRole('combobox', { name: 'Encoding' });
  await encoding.selectOption('koi8-r');
  await expect(lines(page)).toContainText('Le cafИ du mТle');
  await expect(lines(page)).not.toContainText(right);

  await encoding.focus();
  await page.keyboard.press('w');
  await expect(lines(page)).toContainText(right);
  await expect(encoding).toHaveValue('windows-1252');
  await expect(encoding).toBeFocused();
  await expect(review(page)).toContainText('10 articles');

  await page.keyboard.press('Control+Enter');
  await expect(rows(page).filter({ hasText: 'Le café du môle' })).toHaveCount(1);
  const { articles } = await lectern.call('articles.list', {});
  const id = articles.find(({ title }) => title === 'Le café du môle')?.id ?? '';
  expect((await lectern.call('articles.get', { id })).markdown).toContain(right);
});

test('a WordPress export is taken with its comments where that is asked for', async ({
  page,
  lectern,
}) => {
  await page.getByTestId('choose-files').setInputFiles(BLOG);
  const comments = page.getByRole('checkbox', { name: 'With comments' });
  await expect(comments).not.toBeChecked();
  await planned(page).last().getByRole('checkbox').click();
  const wanted = await page.getByRole('button', { name: /^Import \d/ }).textContent();
  await comments.focus();
  await page.keyboard.press('Space');
  await expect(comments).toBeChecked();
  await expect(page.locator('label', { has: comments })).toHaveAttribute('aria-busy', 'false');
  await expect(comments).toBeFocused();
  await expect(planned(page).last().getByRole('checkbox')).not.toBeChecked();
  await page.getByRole('button', { name: wanted ?? '', exact: true }).click();
  await expect(rows(page).first()).toBeVisible();
  const { articles } = await lectern.call('articles.list', {});
  const texts = await Promise.all(
    articles.map(async ({ id }) => (await lectern.call('articles.get', { id })).markdown),
  );
  expect(texts.join('\n')).toContain('I was on that ferry.');
  expect(texts.join('\n')).not.toContain('Buy pills');
});

test('what could not be read is saved as a list', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-review-'));
  const junk = join(folder, 'junk.txt');
  await writeFile(junk, Buffer.alloc(64));
  await page.getByTestId('choose-files').setInputFiles([junk, SAMPLE]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the list…' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('not-imported.md');
  const text = await readFile(await saved.path(), 'utf8');
  expect(text).toMatch(/^- `.*junk\.txt`: It looks like a binary file\.\n$/);
});

test('the beginning of an article is dragged to another line', async ({ page }) => {
  await page.getByTestId('choose-files').setInputFiles(SAMPLE);
  await page.getByRole('button', { name: /^2\. / }).click();
  const head = lines(page).locator('[data-grab]').filter({ hasText: /^2/ });
  const grab = async () => {
    const box = await head.boundingBox();
    const at = { x: (box?.x ?? 0) + 90, y: (box?.y ?? 0) + 20 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    return at;
  };
  const moved = planned(page).filter({ hasText: 'you moved its beginning' });

  await test.step('it follows the pointer, and Escape lets go of it', async () => {
    const at = await grab();
    await page.mouse.move(at.x, at.y + 90, { steps: 4 });
    await expect(lines(page).getByText(/^Begins at line/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(lines(page).getByText(/^Begins at line/)).toHaveCount(0);
    await page.mouse.up();
    await expect(moved).toHaveCount(0);
    await expect(review(page)).toBeVisible();
  });

  await test.step('the file scrolls at its edge', async () => {
    await grab();
    const pane = await lines(page).boundingBox();
    const before = await lines(page).evaluate((element) => element.scrollTop);
    await page.mouse.move((pane?.x ?? 0) + 90, (pane?.y ?? 0) + (pane?.height ?? 0) + 20, {
      steps: 4,
    });
    await expect
      .poll(() => lines(page).evaluate((element) => element.scrollTop))
      .toBeGreaterThan(before + 20);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(moved).toHaveCount(0);
  });

  await test.step('dropped, the article begins there', async () => {
    await page.getByRole('button', { name: /^3\. / }).click();
    await page.getByRole('button', { name: /^2\. / }).click();
    await expect(head).toBeVisible();
    const at = await grab();
    await page.mouse.move(at.x, at.y + 90, { steps: 4 });
    await expect(lines(page).getByText(/^Begins at line/)).toBeVisible();
    await page.mouse.up();
    await expect(moved).toHaveCount(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(moved).toHaveCount(0);
  });
});
