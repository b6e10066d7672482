import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KINDS_OF_TEXT, KINDS_TITLE } from './support/kinds-of-text.ts';
import { importFile, openArticle, selectWithMouse } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'The clock at Dunmarrow';
/** Whose notes fill the panel. */
const WORDS =
  'bold leaning calls apples pears nested quotation Dunmarrow Aldersee picture very'.split(' ');
const OTHER = 'Reading the mud';

test('a note is Markdown, links to another article, and the link survives a new title', async ({
  page,
  lectern,
}) => {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('button', { name: /^Import 10/ }).click();
  await openArticle(page, TITLE);
  await selectWithMouse(page, 'made in 1791', 'made in 1791');
  await page.keyboard.press('n');
  const field = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(field).toBeFocused();
  await page.keyboard.type('Compare **tides** in [[Reading the');
  const options = page.getByRole('listbox', { name: 'Articles and passages' });
  await expect(options.getByRole('option', { name: /^Reading the mud/ })).toBeVisible();
  await expect(options.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(/\[\[article\/[a-z0-9-]+\|Reading the mud/);
  await expect(
    page.getByRole('group', { name: 'Preview' }).getByRole('button', { name: /^Reading the mud/ }),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  const card = page.getByRole('article', { name: /^Highlight: made in 1791/ });
  await expect(card.locator('strong')).toHaveText('tides');
  const { articles } = await lectern.call('articles.list', { words: OTHER });
  const [other] = articles;
  if (other === undefined) throw new Error('The sample has no such article');
  await card.getByRole('button', { name: /^Reading the mud/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: OTHER })).toBeVisible();

  await openArticle(page, TITLE);
  await lectern.call('articles.trash', { ids: [other.id] });
  await expect(card.getByText('(in the trash)')).toBeVisible();
  await lectern.call('articles.restore', { ids: [other.id] });
  await expect(card.getByText('(in the trash)')).toBeHidden();
});

test('a note links to a passage by its words', async ({ page, lectern }) => {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('button', { name: /^Import 10/ }).click();
  await openArticle(page, TITLE);
  await selectWithMouse(page, 'Josiah Venn', 'Josiah Venn');
  await page.keyboard.press('1');
  const passages = async () =>
    (await lectern.call('annotations.list', {})).annotations.map(
      ({ target }) => target.quote.exact,
    );
  await expect.poll(passages).toContain('Josiah Venn');
  await page.getByRole('heading', { level: 1, name: TITLE }).click();
  await selectWithMouse(page, 'made in 1791', 'made in 1791');
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
  await page.keyboard.type('By [[Josiah V');
  await page.getByRole('option', { name: /“Josiah Venn”/ }).click();
  await page.keyboard.press('Escape');
  const card = page.getByRole('article', { name: /^Highlight: made in 1791/ });
  await card.getByRole('button', { name: 'Josiah Venn' }).click();
  await expect(page.getByRole('article', { name: /^Highlight: Josiah Venn/ })).toHaveAttribute(
    'data-focused',
    'true',
  );
});

test('a note is Markdown with links that open among all notes, on the page of a tag, and on paper', async ({
  page,
  lectern,
}) => {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await page.getByRole('button', { name: /^Import 10/ }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  const idOf = async (words: string) =>
    (await lectern.call('articles.list', { words })).articles[0]?.id ?? '';
  const [clock, mud] = [await idOf(TITLE), await idOf(OTHER)];
  const tag = await lectern.call('tags.ensure', { name: 'time' });
  const { id } = await lectern.call('annotations.create', {
    articleId: clock,
    quote: { exact: 'two faces' },
    note: `Compare **tides**:\n\n- in [[article/${mud}|the other]]`,
    tags: [tag.id],
  });
  await lectern.call('articles.update', {
    ids: [clock],
    change: { note: `As a *whole*, see [[note/${id}|x]]` },
  });

  await page.keyboard.press('Control+Shift+H');
  const notes = page.getByRole('main', { name: 'Notes' });
  const rows = notes.getByRole('grid', { name: 'Passages' }).getByRole('row');
  const row = rows.filter({ hasText: 'tides' });
  await expect(row.locator('strong')).toHaveText('tides');
  await expect(row.getByRole('listitem')).toHaveCount(1);
  await row.getByRole('button', { name: /^Reading the mud/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: OTHER })).toBeVisible();
  await page.keyboard.press('Escape');
  const whole = rows.filter({ hasText: 'As a whole' });
  await whole.click();
  await page.keyboard.press('Tab');
  await expect(whole.getByRole('button', { name: 'two faces' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();

  await page.keyboard.press('Control+Shift+T');
  const codebook = page.getByRole('main', { name: 'Codebook' });
  await codebook.getByRole('treeitem', { name: 'time' }).click();
  const passage = codebook.getByRole('list', { name: 'Passages' }).getByRole('listitem').first();
  await expect(passage.locator('strong')).toHaveText('tides');
  await passage.getByRole('button', { name: /^Reading the mud/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: OTHER })).toBeVisible();

  await openArticle(page, TITLE);
  await page.evaluate(() => {
    window.print = () => {
      const printed = document.querySelector('[aria-label="Highlights and notes"]');
      document.body.dataset['printed'] = printed?.innerHTML ?? '';
    };
  });
  await page.keyboard.press('ControlOrMeta+p');
  const paper = () => page.evaluate(() => document.body.dataset['printed'] ?? '');
  await expect.poll(paper).toContain('<strong>tides</strong>');
  expect(await paper()).toContain('<em>whole</em>');
});

test('what is written in the last of many notes stays in sight as it grows', async ({
  page,
  lectern,
  folder,
}) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  const path = join(folder, 'kinds.md');
  await writeFile(path, KINDS_OF_TEXT);
  await importFile(page, path);
  await openArticle(page, KINDS_TITLE);
  const { articles } = await lectern.call('articles.list', {});
  for (const exact of WORDS) {
    await lectern.call('annotations.create', {
      articleId: articles[0]?.id ?? '',
      quote: { exact },
    });
  }
  await page.keyboard.press('Control+Shift+\\');
  const cards = page.getByRole('region', { name: 'Notes' }).getByRole('article');
  await expect(cards).toHaveCount(WORDS.length);
  await cards.last().getByRole('button', { name: 'Note', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(field).toBeFocused();
  await page.keyboard.type('A **bold** thought on [[Kinds');
  const options = page.getByRole('listbox', { name: 'Articles and passages' });
  await expect(options.getByRole('option', { name: /^Kinds of text/ })).toBeInViewport({
    ratio: 1,
  });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Preview' })).toBeInViewport({ ratio: 1 });
  await expect(field).toBeInViewport({ ratio: 1 });
});
