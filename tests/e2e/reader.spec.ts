import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { importFile, openArticle, paintedText, rows } from './support/reading.ts';
import { expect, test, type Lectern } from './support/test.ts';

/** Forty sections of some screens together: long enough that not all of it is set at once. */
function longText(): string {
  const words = 'the ferry came late and nobody on the quay had anything to say about it';
  const sections = Array.from({ length: 40 }, (_, at) => {
    const paragraphs = Array.from(
      { length: 12 },
      (_unused, paragraph) => `Paragraph ${at}.${paragraph}: ${`${words}, `.repeat(8)}so it went.`,
    );
    return `## Part ${at}\n\n${paragraphs.join('\n\n')}`;
  });
  return `# The long crossing\n\n${sections.join('\n\n')}\n`;
}

async function importText(page: Page, lectern: Lectern, name: string, text: string) {
  const path = join(lectern.folder, name);
  await writeFile(path, text);
  await importFile(page, path);
}

function reader(page: Page) {
  return page.locator('[data-scope="reader"]');
}

/** Pixels between the top of the reader and an element; negative when it is above. */
async function placeOf(page: Page, text: string): Promise<number> {
  const [box, view] = await Promise.all([
    page.getByText(text, { exact: false }).first().boundingBox(),
    reader(page).boundingBox(),
  ]);
  return Math.round((box?.y ?? Number.NaN) - (view?.y ?? 0));
}

test('a long article is gone through by outline, map and find, and opens again where it was left', async ({
  page,
  lectern,
}) => {
  await importText(page, lectern, 'long.md', longText());
  await openArticle(page, 'The long crossing');

  await test.step('the outline leads to a section', async () => {
    await page.getByRole('button', { name: 'Outline' }).click();
    await page.getByRole('button', { name: 'Part 25', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Part 25' })).toBeInViewport();
    await expect.poll(() => placeOf(page, 'Part 25')).toBeLessThan(40);
  });

  await test.step('the map says where one is, and leads on by keyboard', async () => {
    const map = page.getByRole('slider', { name: 'Place in the article' });
    await expect(map).toHaveAttribute('aria-valuetext', /6\d %, Part 25/);
    await map.focus();
    await page.keyboard.press('Home');
    await expect(page.getByRole('heading', { name: 'The long crossing' })).toBeInViewport();
    await page.keyboard.press('End');
    await expect(page.getByRole('button', { name: 'Next article' })).toBeInViewport();
  });

  await test.step('find counts, paints and goes to what it finds', async () => {
    await page.keyboard.press('ControlOrMeta+f');
    const field = page.getByRole('textbox', { name: 'Find in the article' });
    await field.fill('paragraph 7.3:');
    await expect(page.getByText('1 of 1')).toBeVisible();
    await expect(page.getByText('Paragraph 7.3:')).toBeInViewport();
    expect(await paintedText(page, 'found-present')).toEqual(['Paragraph 7.3:']);
    await field.fill('part 3');
    await expect(page.getByText(/^1 of 11$/)).toBeVisible();
    await field.press('Enter');
    await expect(page.getByText(/^2 of 11$/)).toBeVisible();
    await field.press('Escape');
    await expect(field).toBeHidden();
    expect(await paintedText(page, 'found')).toEqual([]);
  });

  await test.step('it opens again at the same line', async () => {
    await page.keyboard.press('Shift+O');
    await page.getByRole('button', { name: 'Part 31', exact: true }).click();
    await expect.poll(() => placeOf(page, 'Part 31')).toBeLessThan(40);
    await expect
      .poll(async () => {
        const { articles } = await lectern.call('articles.list', {});
        return articles[0]?.position?.fraction ?? 0;
      })
      .toBeGreaterThan(0.7);
    await page.reload();
    await expect(rows(page)).toHaveCount(1);
    await expect(page.getByRole('heading', { name: 'Part 31' })).toBeInViewport();
    await expect.poll(() => placeOf(page, 'Part 31')).toBeLessThan(40);
  });
});
