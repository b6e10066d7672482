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
    await expect.poll(() => paintedText(page, 'found')).toEqual([]);
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

const NOTED = `# The tide tables

They were printed in one room[^1], as [the clock keeper](https://www.example.org/keeper/?utm_source=x) tells, and [elsewhere](https://example.org/other).

كان الميناء خاليا منذ أسبوع ووصلت العبارة في موعدها لأول مرة.

[^1]: By a man and his daughter.
`;

test('footnotes lead there and back, and links ask before they leave', async ({
  page,
  lectern,
}) => {
  await importText(page, lectern, 'noted.md', NOTED);
  await importText(
    page,
    lectern,
    'keeper.html',
    `<html lang="en"><head><title>The keeper of the clock</title><link rel="canonical" href="https://example.org/keeper"></head>
      <body><article><h1>The keeper of the clock</h1>${'<p>He wound it every morning before the boats came in, and nobody thanked him for it.</p>'.repeat(8)}</article></body></html>`,
  );
  await expect(rows(page)).toHaveCount(2);
  await openArticle(page, 'The tide tables');
  await expect(reader(page).getByText('كان الميناء')).toHaveAttribute('dir', 'rtl');

  await page.getByRole('link', { name: 'Footnote 1', exact: true }).click();
  const back = page.getByRole('link', { name: 'Back from footnote 1' });
  await expect(back).toBeFocused();
  await page.keyboard.press('Enter');
  const call = page.getByRole('link', { name: 'Footnote 1', exact: true });
  await expect(call).toBeFocused();
  // Its number is drawn, for it is no part of the text.
  expect(await call.evaluate((link) => getComputedStyle(link, '::before').content)).toBe('"1"');

  await page.getByRole('link', { name: 'elsewhere' }).hover();
  await expect(page.getByText('https://example.org/other')).toBeVisible();
  await page.getByRole('link', { name: 'elsewhere' }).click();
  const choice = page.getByRole('dialog', { name: 'Link' });
  await expect(choice.getByRole('button', { name: 'Open in the browser' })).toBeVisible();
  await expect(choice.getByRole('button', { name: 'Open the article' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(choice).toBeHidden();

  await page.getByRole('link', { name: 'the clock keeper' }).click();
  await choice.getByRole('button', { name: 'Open the article' }).click();
  await expect(page.getByRole('heading', { name: 'The keeper of the clock' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { name: 'The tide tables' })).toBeVisible();
});

test('the text alone on the screen, and all of it on paper with its notes', async ({
  page,
  lectern,
}) => {
  await importText(page, lectern, 'long.md', longText());
  const { articles } = await lectern.call('articles.list', {});
  await lectern.call('annotations.create', {
    articleId: articles[0]?.id ?? '',
    quote: { exact: 'Paragraph 39.11:' },
    note: 'The last of it.',
  });
  await openArticle(page, 'The long crossing');
  const list = page.getByRole('region', { name: 'Articles' });

  await page.keyboard.press('ControlOrMeta+.');
  await expect(list).toBeHidden();
  await expect(page.getByRole('heading', { name: 'The long crossing' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeVisible();

  const printed = await page.evaluate(() => {
    const seen: { text: string; painted: string[]; beside: (string | null)[] }[] = [];
    window.print = () => {
      const article = document.querySelector('[data-scope="reader"]');
      const painted = [...CSS.highlights.entries()]
        .filter(([name]) => name.startsWith('lectern-yellow'))
        .flatMap(([, ranges]) => [...ranges].map((range) => range.toString()));
      const margin = document.querySelectorAll('[role="note"][data-quote] > [data-note]');
      const beside = [...margin].map((note) => note.getAttribute('data-note'));
      seen.push({ text: article?.textContent ?? '', painted, beside });
      document.body.dataset['printed'] = JSON.stringify(seen);
    };
    return seen.length;
  });
  expect(printed).toBe(0);
  await page.keyboard.press('ControlOrMeta+p');
  const paper = await page.evaluate(() => document.body.dataset['printed'] ?? '');
  expect(paper).toContain('Paragraph 39.11:');
  expect(paper).toContain('The last of it.');
  expect(JSON.parse(paper)).toMatchObject([
    { painted: ['Paragraph 39.11:'], beside: ['The last of it.'] },
  ]);
  await expect(page.getByText('Highlights and notes')).toBeHidden();
});

test('notes on paper stand beside the line of their words, and none covers another', async ({
  page,
  lectern,
}) => {
  const filler = 'and the ferry went over to the island and came back again '.repeat(8);
  const paragraphs = Array.from(
    { length: 6 },
    (_, n) => `Paragraph ${n}: ${filler}first **${n} words** ${filler}end ${n}.`,
  );
  await importText(page, lectern, 'paper.md', `# On paper\n\n${paragraphs.join('\n\n')}\n`);
  const { articles } = await lectern.call('articles.list', {});
  const notes = Object.entries({
    'Paragraph 0': 'At the beginning.',
    '0 words': 'In bold, and longer than what is left of the paragraph beside it. '.repeat(4),
    'end 0': 'Pushed down by the one above. '.repeat(4),
    '3 words': 'Alone in its paragraph.',
    'end 5': 'The last of all.',
  });
  for (const [exact, note] of notes) {
    await lectern.call('annotations.create', {
      articleId: articles[0]?.id ?? '',
      quote: { exact },
      note: note.trim(),
    });
  }
  await openArticle(page, 'On paper');
  await page.evaluate(() => {
    // The page stays as it is printed until the paper has been looked at.
    Object.assign(window, { print: () => new Promise(() => {}) });
  });
  await page.keyboard.press('ControlOrMeta+p');
  await page.emulateMedia({ media: 'print' });
  const beside = page.locator('article [role="note"]');
  await expect(beside).toHaveCount(notes.length);
  const paper = await page.evaluate(() => {
    const lines = [...CSS.highlights.entries()]
      .filter(([name]) => name.startsWith('lectern-yellow'))
      .flatMap(([, ranges]) => [...ranges])
      .flatMap((range) => (range instanceof Range ? [range.getBoundingClientRect().top] : []));
    const boxes = [...document.querySelectorAll('article [role="note"]')].map((note) => {
      const { top, bottom, left } = note.getBoundingClientRect();
      return { top, bottom, left };
    });
    const text = document.querySelector('article [data-start]')?.getBoundingClientRect().right ?? 0;
    return { lines: lines.toSorted((a, b) => a - b), boxes, text };
  });
  expect(paper.lines).toHaveLength(notes.length);
  for (const [at, box] of paper.boxes.entries()) {
    const above = paper.boxes[at - 1]?.bottom ?? 0;
    expect(box.left).toBeGreaterThan(paper.text);
    expect(box.bottom - box.top).toBeGreaterThan(10);
    expect(box.top).toBeGreaterThanOrEqual(above);
    // At its line or, where the one before is in the way, right below that.
    const wanted = Math.max(paper.lines[at] ?? 0, above);
    expect(Math.abs(box.top - wanted)).toBeLessThan(12);
  }
});
