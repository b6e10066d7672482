import { importFile, openArticle, paintedText, rows, SAMPLE } from './support/reading.ts';
import { expect, test } from './support/test.ts';

test('the story without a mouse', async ({ page, lectern }) => {
  await test.step('import from the first screen', async () => {
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible();
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.getByRole('button', { name: 'Open the sample' }).evaluate(isFocused)) break;
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Import 10' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(rows(page)).toHaveCount(10);
  });

  await test.step('go through the list', async () => {
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { level: 1, name: /^Ten posts/ })).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { level: 1, name: /^The lamp/ })).toBeVisible();
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await expect(page.getByRole('heading', { level: 1, name: /^Ten posts/ })).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('heading', { level: 1, name: /^Last boat/ })).toBeVisible();
    await page.keyboard.press('Alt+ArrowRight');
    await expect(page.getByRole('heading', { level: 1, name: /^Ten posts/ })).toBeVisible();
  });

  await test.step('select by sentence, highlight, note, tag', async () => {
    // The guide comes with highlights in it.
    await expect.poll(() => paintedText(page, 'purple')).toHaveLength(1);
    await page.keyboard.press('l');
    await expect(page.getByRole('region', { name: /^Article: Ten posts/ })).toBeFocused();
    await page.keyboard.press('s');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('2');
    await expect
      .poll(() => paintedText(page, 'green'))
      .toEqual([
        'The file you have just opened was once a web page. Somebody visited The Marram Review, a magazine of coasts and harbours that does not exist, chose the category called Shorelines and saved its text: no pictures, no menus, only titles and paragraphs with a blank line between them.',
      ]);
    await page.keyboard.press('n');
    await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await page.keyboard.type('What a dump is');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await expect(page.getByRole('combobox', { name: 'Add a tag' })).toBeFocused();
    await page.keyboard.type('method');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => {
        const { annotations } = await lectern.call('annotations.list', {});
        return annotations.filter(({ color }) => color === 'green');
      })
      .toMatchObject([{ color: 'green', note: 'What a dump is', tags: [expect.any(String)] }]);
  });

  await test.step('highlight from the toolbar', async () => {
    const bar = page.getByRole('toolbar', { name: 'Highlight' });
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
    await page.getByRole('region', { name: /^Article: Ten posts/ }).focus();
    await page.keyboard.press('h');
    await expect(bar).toBeVisible();
    await page.keyboard.press('h');
    await expect(bar.getByRole('button', { name: 'Yellow' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => paintedText(page, 'blue')).toHaveLength(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
  });

  await test.step('search, and open what was found', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('herring');
    await expect(page.getByRole('status').filter({ hasText: 'found' })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('heading', { level: 1, name: /herring/ })).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    const list = page.getByRole('listbox', { name: 'All articles' });
    await expect(list).toBeVisible();
    // Out of the empty field; else the palette would give the focus back to it.
    await page.keyboard.press('Escape');
    await expect(list).toBeFocused();
  });

  await test.step('the palette runs commands', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('theme dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  await test.step('the help sheet lists the keys', async () => {
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
      'Next Highlight',
    );
    await page.keyboard.press('Escape');
  });
});

test('a file that is no text is refused in words', async ({ page, lectern }) => {
  const path = `${lectern.folder}/picture.bin`;
  const { writeFile } = await import('node:fs/promises');
  await writeFile(
    path,
    new Uint8Array(4096).map((_, index) => (index * 7) % 256),
  );
  await page.getByTestId('choose-files').setInputFiles([path, SAMPLE]);
  const review = page.getByRole('main', { name: 'Import' });
  await expect(review.getByRole('alert')).toContainText('picture.bin');
  await expect(review.getByRole('button', { name: 'Import 10' })).toBeEnabled();
});

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

test('a result whose article is open already shows its matches when it is come to', async ({
  page,
}) => {
  await importFile(page, SAMPLE);
  await openArticle(page, 'The clock at Dunmarrow');
  await page.keyboard.press('/');
  await page.keyboard.type('Dunmarrow pendulum');
  const results = page.getByRole('listbox', { name: 'Search results' });
  await expect(results.getByRole('option').first()).toContainText('The clock at Dunmarrow');
  await page.keyboard.press('Enter');
  await expect(results).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(async () => (await paintedText(page, 'match')).map((words) => words.toLowerCase()))
    .toContain('pendulum');
  await expect(page.getByRole('heading', { level: 1, name: /^The clock at/ })).toBeVisible();
});
