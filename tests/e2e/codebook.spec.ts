import type { Page } from '@playwright/test';
import { importFile, openArticle, SAMPLE, selectWithMouse } from './support/reading.ts';
import { expect, test, type Lectern } from './support/test.ts';

const TITLE = 'The clock at Dunmarrow';

interface Given {
  title?: string;
  exact: string;
  tags: string[];
}

/** Highlights with tags, in the library that the sample is in. Gives the ids of tags by name. */
async function annotate({ call }: Lectern, given: readonly Given[]): Promise<Map<string, string>> {
  const { articles } = await call('articles.list', {});
  const ids = new Map<string, string>();
  for (const { title = TITLE, exact, tags } of given) {
    const article = articles.find((one) => one.title.startsWith(title));
    if (article === undefined) throw new Error(`no article ${title}`);
    for (const name of tags) ids.set(name, (await call('tags.ensure', { name })).id);
    await call('annotations.create', {
      articleId: article.id,
      quote: { exact },
      tags: tags.map((name) => ids.get(name) ?? ''),
    });
  }
  return ids;
}

async function openCodebook(page: Page) {
  await page.keyboard.press('Control+Shift+T');
  const codebook = page.getByRole('main', { name: 'Codebook' });
  await expect(codebook).toBeVisible();
  return {
    codebook,
    item: (name: string) => codebook.getByRole('treeitem', { name: new RegExp(`^${name}, `) }),
    passages: codebook.getByRole('list', { name: 'Passages' }).getByRole('listitem'),
    notice: page.getByRole('status').filter({ hasText: 'Merged' }),
  };
}

test('tags are merged everywhere at once, with counts, undone and done again', async ({
  page,
  lectern,
}) => {
  await importFile(page, SAMPLE);
  await openArticle(page, TITLE);
  for (const [from, to, tags] of [
    ['It was made in 1791', 'Josiah Venn', ['makers', 'people']],
    ['The clock on the old fish', 'has two faces', ['clocks', 'people']],
  ] as const) {
    await selectWithMouse(page, from, to);
    await page.keyboard.press('t');
    const field = page.getByRole('combobox', { name: 'Add a tag' });
    for (const tag of tags) {
      await field.fill(tag);
      await field.press('Enter');
    }
    await field.press('Escape');
  }
  await page.getByRole('heading', { level: 1, name: TITLE }).click();
  const tagsOnPassages = async () => {
    const { annotations } = await lectern.call('annotations.list', {});
    const { tags } = await lectern.call('tags.list', {});
    const nameOf = (id: string) => tags.find((tag) => tag.id === id)?.name;
    return annotations.map((one) => one.tags.map(nameOf).toSorted());
  };
  await expect.poll(tagsOnPassages).toEqual([
    ['clocks', 'people'],
    ['makers', 'people'],
  ]);
  const { codebook, item, notice } = await openCodebook(page);
  await item('makers').click();
  await expect(codebook.getByText('1 of 2 passages, 0 of 10 articles')).toBeVisible();

  await page.keyboard.press('g');
  await page.getByPlaceholder('Merge “makers” (1 passage, 0 articles) into…').fill('peop');
  await page.keyboard.press('Enter');
  await expect(item('makers')).toBeHidden();
  await expect(item('people')).toBeFocused();
  await expect(codebook.getByText('Shown: 2 of 2 passages, in 1 of 10 articles')).toBeVisible();
  await expect(notice).toContainText('Merged “makers” into “people”: 1 passage and 0 articles');
  expect(await tagsOnPassages()).toEqual([['clocks', 'people'], ['people']]);

  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(item('makers')).toHaveAttribute('aria-selected', 'true');
  expect(await tagsOnPassages()).toEqual([
    ['clocks', 'people'],
    ['makers', 'people'],
  ]);
  await item('makers').focus();
  await page.keyboard.press('Control+Shift+z');
  await expect(item('makers')).toBeHidden();
  expect(await tagsOnPassages()).toEqual([['clocks', 'people'], ['people']]);
});

test('the tree is worked by keyboard and by drag: renamed, moved, deleted, each with its undo', async ({
  page,
  lectern,
}) => {
  await importFile(page, SAMPLE);
  await annotate(lectern, [
    { exact: 'Josiah Venn', tags: ['makers', 'people'] },
    { exact: 'two faces', tags: ['clocks'] },
  ]);
  const { codebook, item } = await openCodebook(page);
  await expect(item('clocks')).toHaveAttribute('aria-level', '1');
  await item('clocks').focus();
  await page.keyboard.press('ArrowDown');
  await expect(item('makers')).toBeFocused();

  await page.keyboard.press('F2');
  await codebook.getByRole('textbox', { name: 'Name' }).fill('craftsmen');
  await page.keyboard.press('Enter');
  await expect(item('craftsmen')).toBeFocused();

  await page.keyboard.press('w');
  await page.getByPlaceholder('Put “craftsmen” under…').fill('people');
  await page.keyboard.press('Enter');
  await expect(item('craftsmen')).toHaveAttribute('aria-level', '2');
  await expect(item('craftsmen')).toBeFocused();
  await expect(item('people')).toHaveAccessibleName(
    'people, 1 passage, 0 articles; with the tags under it 1 passage, 0 articles',
  );
  await item('clocks').dragTo(item('craftsmen'));
  await expect(item('clocks')).toHaveAttribute('aria-level', '3');
  // Nothing lies under itself.
  await item('people').dragTo(item('clocks'));
  await expect(item('people')).toHaveAttribute('aria-level', '1');
  await item('clocks').dragTo(codebook.getByRole('heading', { name: 'Tags' }));
  await expect(item('clocks')).toHaveAttribute('aria-level', '1');
  await expect(page.getByText('Moved “clocks”').first()).toBeVisible();

  await item('craftsmen').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect(item('craftsmen')).toBeHidden();
  await expect(codebook.locator('[role=treeitem]:focus')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(item('craftsmen')).toHaveAttribute('aria-level', '2');
  const { annotations } = await lectern.call('annotations.list', {});
  expect(annotations.map(({ tags }) => tags.length).toSorted()).toEqual([1, 2]);
});

test('what is written about a tag is kept however its field is left', async ({ page, lectern }) => {
  await importFile(page, SAMPLE);
  await annotate(lectern, [{ exact: 'Josiah Venn', tags: ['makers'] }]);
  const { codebook, item } = await openCodebook(page);
  await item('makers').click();
  const memo = codebook.getByRole('textbox', { name: 'Memo' });
  const kept = async () => (await lectern.call('tags.list', {})).tags[0]?.memo;
  await memo.fill('Whoever signed a clock.');
  await page.keyboard.press('Escape');
  await expect(item('makers')).toBeFocused();
  await expect.poll(kept).toBe('Whoever signed a clock.');
  await memo.fill('Whoever signed or mended a clock.');
  await page.keyboard.press('Control+Shift+H');
  await expect(page.getByRole('main', { name: 'Notes' })).toBeVisible();
  await expect.poll(kept).toBe('Whoever signed or mended a clock.');
});

test('the page of a tag: sorted, filtered, from the matrix, to the place and back', async ({
  page,
  lectern,
}) => {
  await importFile(page, SAMPLE);
  const tags = await annotate(lectern, [
    { exact: 'Josiah Venn', tags: ['people', 'makers'] },
    { exact: 'has two faces', tags: ['people', 'clocks'] },
    { exact: 'made in 1791', tags: ['dates'] },
  ]);
  const [people = '', dates = ''] = [tags.get('people'), tags.get('dates')];
  await lectern.call('tags.update', { id: dates, change: { parentId: people } });
  const { codebook, item, passages } = await openCodebook(page);
  const alsoTagged = codebook.getByRole('combobox', { name: 'Also tagged' });
  const below = codebook.getByRole('checkbox', { name: 'With the tags under it' });
  await item('people').click();
  await expect(codebook.getByText('Shown: 3 of 3 passages, in 1 of 10 articles')).toBeVisible();
  await codebook.getByLabel('Sort by').selectOption('text up');
  await expect(passages).toContainText(['has two faces', 'Josiah Venn', 'made in 1791']);
  await codebook.getByLabel('Sort by').selectOption('text down');
  await expect(passages).toContainText(['made in 1791', 'Josiah Venn', 'has two faces']);
  await below.uncheck();
  await expect(passages).toContainText(['Josiah Venn', 'has two faces']);
  await codebook.getByLabel('From').fill('2000-01-01');
  await codebook.getByLabel('To', { exact: true }).fill('2000-12-31');
  await expect(codebook.getByText('Shown: 0 of 3 passages')).toBeVisible();
  await codebook.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(passages).toHaveCount(2);
  await alsoTagged.selectOption('clocks');
  await expect(passages).toContainText(['has two faces']);
  await alsoTagged.selectOption('makers');
  await expect(codebook.getByText('Shown: 0 of 3 passages')).toBeVisible();
  await codebook.getByRole('button', { name: 'Not only with “clocks”' }).click();
  await expect(passages).toContainText(['Josiah Venn']);
  await expect(passages).toHaveCount(1);

  // A cell shows what it counts, whatever the page was narrowed to.
  await below.check();
  await codebook.getByLabel('From').fill('2999-01-01');
  await codebook.getByText('Tags together').click();
  const cell = (name: string) => codebook.getByRole('button', { name });
  await cell('clocks and people: 1 passage, of 1 and 2').focus();
  await page.keyboard.press('ArrowDown');
  await expect(cell('makers and people: 1 passage, of 1 and 2')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(cell('clocks and people: 1 passage, of 1 and 2')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(item('clocks')).toBeFocused();
  await expect(codebook.getByText('Shown: 1 of 3 passages')).toBeVisible();
  await expect(passages).toContainText(['has two faces']);
  await expect(below).not.toBeChecked();

  await passages.getByRole('button', { name: /has two faces/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the codebook' }).click();
  await expect(item('clocks')).toHaveAttribute('aria-selected', 'true');
  await expect(passages.getByRole('button', { name: /has two faces/ })).toBeFocused();
});

test('the first tag is made in the empty codebook', async ({ page }) => {
  const { codebook, item } = await openCodebook(page);
  await codebook.getByRole('button', { name: 'New tag' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('makers');
  await page.keyboard.press('Enter');
  await expect(item('makers')).toHaveAttribute('aria-selected', 'true');
});
