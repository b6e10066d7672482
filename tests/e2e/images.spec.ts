import { copyFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openArticle } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const TEXT = `# The quay

It was drawn twice[^1], as [the second part](#the-second-part) tells.

![The quay from above](quay.png)

![The quay, from a newspaper](https://elsewhere.example/quay.jpg)

![The light](light.png)

${'The boats came in one after the other, and nobody counted them.\n\n'.repeat(60)}

## The second part

Here it ends.

[^1]: Once from the **tower** and once from the water.
`;

test('images are looked at closely, notes beside their call, and links lead through the article', async ({
  page,
  lectern,
}) => {
  const icon = resolve(import.meta.dirname, '../../resources/icon.png');
  const small = resolve(import.meta.dirname, '../../resources/icon-256.png');
  await writeFile(join(lectern.folder, 'quay.md'), TEXT);
  await copyFile(icon, join(lectern.folder, 'quay.png'));
  await copyFile(small, join(lectern.folder, 'light.png'));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page
    .getByTestId('choose-files')
    .setInputFiles(['quay.md', 'quay.png', 'light.png'].map((name) => join(lectern.folder, name)));
  await page.getByRole('button', { name: /^Import \d/ }).click();
  await openArticle(page, 'The quay');

  await test.step('a footnote shows beside its call', async () => {
    const call = page.getByRole('link', { name: 'Footnote 1', exact: true });
    const note = page.getByRole('note', { name: 'Footnote 1' });
    await call.hover();
    await expect(note).toContainText('Once from the tower and once from the water.');
    await note.hover();
    await expect(note).toBeVisible();
    await page.mouse.move(5, 5);
    await expect(note).toBeHidden();
    await call.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(note).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
  });

  await test.step('an image that is elsewhere says so, and is not fetched', async () => {
    const absent = page.getByRole('img', { name: 'The quay, from a newspaper' });
    await expect(absent).toBeVisible();
    await expect(absent).toHaveAttribute('data-address', 'https://elsewhere.example/quay.jpg');
    expect(asked.filter((url) => url.includes('elsewhere'))).toEqual([]);
  });

  const viewer = page.getByRole('dialog', { name: 'Images of the article' });
  await test.step('an image opens in the whole window, and is zoomed and moved by keys', async () => {
    await page.getByRole('button', { name: 'Enlarge: The quay from above' }).focus();
    await page.keyboard.press('Enter');
    await expect(viewer.getByText('The quay from above')).toBeVisible();
    await expect(viewer.getByText(/^1 of 2 · \d+ %$/)).toBeVisible();
    const image = viewer.getByRole('img', { name: 'The quay from above' });
    await expect(image).toBeVisible();
    const widthOf = async () => (await image.boundingBox())?.width ?? 0;
    const before = await widthOf();
    await page.keyboard.press('+');
    await expect.poll(widthOf).toBeGreaterThan(before * 1.3);
    const leftOf = async () => (await image.boundingBox())?.x ?? 0;
    await page.keyboard.press('1');
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    const left = await leftOf();
    await page.keyboard.press('ArrowRight');
    await expect.poll(leftOf).toBeLessThan(left);
    await page.keyboard.press('0');
    await expect.poll(widthOf).toBeCloseTo(before, 0);
  });

  await test.step('the next one follows, and Escape gives the focus back', async () => {
    await page.keyboard.press('ArrowRight');
    await expect(viewer.getByRole('img', { name: 'The light' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(viewer).toBeHidden();
    await expect(page.getByRole('button', { name: 'Enlarge: The quay from above' })).toBeFocused();
  });

  await test.step('a link to a heading leads there', async () => {
    await page.getByRole('link', { name: 'the second part' }).click();
    await expect(page.getByRole('heading', { name: 'The second part' })).toBeInViewport();
  });
});
