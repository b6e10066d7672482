/** Makes the pictures of every screen; `npm run screenshots [-- DUMP]` runs it. */
import { copyFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { toReadingText } from '../../main/shared/text/reading.ts';
import { openArticle, SAMPLE, selectWithMouse, rows } from '../e2e/support/reading.ts';
import { expect, test, type Lectern } from '../e2e/support/test.ts';

const DUMP = process.env['LECTERN_SCREENSHOT_DUMP'] ?? SAMPLE;
const OUT = resolve(import.meta.dirname, '../../.artifacts/screenshots');
const PICTURE = resolve(import.meta.dirname, '../../resources/icon.png');
const WIDTHS = [
  [900, 720],
  [1280, 800],
  [1920, 1080],
] as const;
const THEMES = ['light', 'sepia', 'dark', 'contrastLight', 'contrastDark'] as const;

for (const theme of THEMES) {
  for (const [width, height] of WIDTHS) {
    test(`${theme} ${width}`, async ({ page, lectern }) => {
      test.setTimeout(120_000);
      const shoot = async (name: string) => {
        await page.waitForTimeout(250);
        await page.screenshot({ path: `${OUT}/${name}-${theme}-${width}.png` });
      };
      await page.setViewportSize({ width, height });
      await lectern.call('settings.update', { theme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await shoot('1-first-start');
      await page.getByTestId('choose-files').setInputFiles(DUMP);
      await expect(page.getByRole('main', { name: 'Import' })).toBeVisible();
      await shoot('2-import');
      await page.getByRole('button', { name: /^Import \d/ }).click();
      await expect(rows(page).first()).toBeVisible();
      await shoot('3-library');
      await page.getByRole('button', { name: 'Dismiss' }).click();

      const { articles } = await lectern.call('articles.list', {});
      // The longest of those that are in sight.
      const [article] = articles.slice(0, 6).toSorted((one, other) => other.words - one.words);
      if (article === undefined) throw new Error('The dump has no articles');
      const { markdown } = await lectern.call('articles.get', { id: article.id });
      await openArticle(page, article.title);
      await highlight(lectern.call, article.id, markdown);
      await page.keyboard.press('Control+Shift+\\');
      await expect(page.getByRole('region', { name: 'Notes' }).getByRole('article')).toHaveCount(4);
      await shoot('4-reader');

      const words = await page
        .locator('[data-scope="reader"] [data-start]')
        .nth(1)
        .evaluate(firstWords);
      await selectWithMouse(page, words, words);
      await shoot('5-selection');
      await page.keyboard.press('Escape');

      await page.keyboard.press('/');
      await page.keyboard.type(longestWord(markdown));
      // The hits of what is typed now, not those of its first letters.
      const hits = page.getByRole('listbox', { name: 'Search results' });
      await expect(hits).toHaveAttribute('aria-busy', 'false');
      await expect(hits.getByRole('option').first().locator('mark').first()).toBeVisible();
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowDown');
      await shoot('6-search');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('theme');
      await shoot('7-palette');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+e');
      await expect(page.getByLabel('Preview')).toContainText('Highlights');
      await shoot('8-export');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await shoot('9-help');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+,');
      await expect(page.getByRole('main', { name: 'Settings' })).toBeVisible();
      await shoot('12-settings');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Text and theme' }).click();
      await shoot('10-text');
      await page.keyboard.press('Escape');
      await page.keyboard.press('p');
      await expect(page.getByRole('list', { name: 'Original lines' })).toBeVisible();
      await shoot('11-source');
      await page.keyboard.press('Escape');

      await page.keyboard.press('Control+Shift+T');
      await page.getByRole('treeitem', { name: 'method' }).click();
      await expect(page.getByText(/^Shown: 3/)).toBeVisible();
      await shoot('13-codebook');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+H');
      await expect(page.getByText(/^4 of 4 passages/)).toBeVisible();
      await shoot('14-notes');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+Y');
      await expect(page.getByRole('dialog', { name: 'Activity' })).toBeVisible();
      await shoot('15-activity');
      await page.keyboard.press('Escape');

      await changeHighlighted(lectern);
      await page.getByRole('button', { name: 'Clear search' }).click();
      await page.keyboard.press('Control+Shift+M');
      await expect(page.getByRole('article')).toHaveCount(1);
      await shoot('16-tray');
      await page.keyboard.press('Escape');
      await openArticle(page, 'The noon ferry');
      await page.keyboard.press('Shift+V');
      await expect(page.getByRole('main', { name: 'The noon ferry' }).locator('ins')).toHaveCount(
        1,
      );
      await shoot('17-compare');
      await page.keyboard.press('Escape');
    });

    test(`reading in ${theme} ${width}`, async ({ page, lectern }) => {
      test.setTimeout(120_000);
      const shoot = async (name: string) => {
        await page.waitForTimeout(250);
        await page.screenshot({ path: `${OUT}/${name}-${theme}-${width}.png` });
      };
      await page.setViewportSize({ width, height });
      await lectern.call('settings.update', { theme });
      await page.getByRole('button', { name: 'Open the sample' }).click();
      await page.getByRole('button', { name: /^Import \d/ }).click();
      await openArticle(page, 'Ten posts in one file');
      await page.keyboard.press('Control+Shift+\\');
      await expect(page.getByRole('region', { name: 'Notes' })).toBeVisible();
      await shoot('18-guide');

      for (const at of [1, 2, 4]) await rows(page).nth(at).click({ button: 'middle' });
      await expect(page.getByRole('tab')).toHaveCount(4);
      await shoot('19-tabs');
      await page.keyboard.press('Alt+s');
      // Where there is no room for two, the pair stays in two tabs.
      await expect(page.getByRole('tabpanel')).toHaveCount(width < 1280 ? 1 : 2);
      await shoot('20-side-by-side');
      await page.keyboard.press('Alt+s');
      await page.keyboard.press('Control+.');
      await expect(page.getByRole('listbox')).toHaveCount(0);
      await shoot('21-focus');
      await page.keyboard.press('Escape');

      await importPictures(lectern);
      await openArticle(page, 'The quay');
      const call = page.getByRole('link', { name: 'Footnote 1', exact: true });
      await call.hover();
      await expect(page.getByRole('note', { name: 'Footnote 1' })).toBeVisible();
      await shoot('22-footnote');
      await page.mouse.move(0, 0);
      await page
        .getByRole('button', { name: /^Enlarge/ })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await shoot('23-image');
      await page.keyboard.press('Escape');
      for (const at of [2, 3]) {
        await rows(page)
          .nth(at)
          .click({ modifiers: ['ControlOrMeta'] });
      }
      await shoot('24-several');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'List options' }).click();
      await shoot('25-list-options');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+s');
      await shoot('26-smart-list');
      await page.keyboard.press('Escape');
    });
  }
}

const QUAY = `# The quay

The quay was drawn twice[^1], once before the gale and once after it.

![The quay from the tower](quay.png)

*The quay from the tower, in the colours of the second survey.*

| Year | Boats | Nets |
| --- | ---: | ---: |
| 1868 | 41 | 212 |
| 1908 | 17 | 96 |

\`\`\`text
six by the mark, sand and shell
\`\`\`

> Nobody counted them, and everybody knew the number.

[^1]: Once from the **tower** and once from the water.
`;

/** An article with a picture, its caption, a footnote, a table, code and a quotation. */
async function importPictures({ call, folder }: Lectern): Promise<void> {
  const path = join(folder, 'quay.md');
  await writeFile(path, QUAY);
  await copyFile(PICTURE, join(folder, 'quay.png'));
  const { id } = await call('imports.plan', { paths: [path] });
  await call('imports.commit', { planId: id });
}

/** A word that the dump is sure to have, and few of its articles. */
function longestWord(markdown: string): string {
  const words = toReadingText(markdown).match(/\p{L}{4,14}/gu) ?? [];
  return words.toSorted((one, other) => other.length - one.length)[0] ?? '';
}

/** The beginning of what stands in one piece, without a change of type. */
function firstWords(block: Element): string {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const words = walker.currentNode.nodeValue?.trim().slice(0, 60) ?? '';
    if (words.length > 20) return words;
  }
  throw new Error('The second paragraph has too few words');
}

const FERRY = `The noon ferry crosses the sound with two cars and a hearse.

The harbour board was dissolved in the year of the great gale. Its weathercock stands in the green.`;

/** An article with a highlight, and the version of a later import in which its words are others. */
async function changeHighlighted({ call, folder }: Lectern): Promise<void> {
  const take = async (name: string, body: string) => {
    const path = join(folder, name);
    await writeFile(path, `# The noon ferry\n\n${body}\n`);
    const { id } = await call('imports.plan', { paths: [path] });
    await call('imports.commit', { planId: id });
  };
  await take('may.md', FERRY);
  const { articles } = await call('articles.list', {});
  const article = articles.find(({ title }) => title === 'The noon ferry');
  if (article === undefined) throw new Error('The article is not in the library');
  const { markdown } = await call('articles.get', { id: article.id });
  const text = toReadingText(markdown);
  const range = { start: text.indexOf('dissolved'), end: text.indexOf('gale') + 'gale'.length };
  await call('annotations.create', { articleId: article.id, range, color: 'green' });
  await take('june.md', FERRY.replace('great gale', 'great storm'));
}

type Call = Lectern['call'];

/** Four highlights of four colours in the first paragraphs, with a note and tags. */
async function highlight(call: Call, articleId: string, markdown: string): Promise<void> {
  const text = toReadingText(markdown);
  const sentences = [...text.matchAll(/^.{120,}$/gmu)].slice(0, 4).map((paragraph) => {
    const words = paragraph[0].match(/^.{40,}?[.!?](?=\s|$)/u)?.[0] ?? paragraph[0];
    return { start: paragraph.index, end: paragraph.index + words.length };
  });
  const colors = ['yellow', 'green', 'blue', 'pink'] as const;
  const tags = await Promise.all(
    ['method', 'to check', 'primary source'].map((name) => call('tags.ensure', { name })),
  );
  for (const [index, color] of colors.entries()) {
    const range = sentences[index];
    if (range === undefined) throw new Error('The article has too few long paragraphs');
    await call('annotations.create', {
      articleId,
      range,
      color,
      note: index === 1 ? 'This is the claim to check against the second report.' : '',
      tags: tags.slice(0, index).map(({ id }) => id),
    });
  }
}
