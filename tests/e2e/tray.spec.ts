import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importFile, openArticle, paintedText, selectWithMouse } from './support/reading.ts';
import { expect, test } from './support/test.ts';

const RULE = '='.repeat(40);
const FERRY = `The noon ferry crosses the sound with two cars and a hearse. Nobody waves from the quay any more.

The harbour board was dissolved in the year of the great gale. Its weathercock stands in the green.`;
const LATER = FERRY.replace('great gale', 'great storm').replace(
  ' Nobody waves from the quay any more.',
  '',
);
const LAMPS =
  'Lamps burn on the quay from dusk until the last boat is in, as they did before the war.';

const dump = (ferry: string) =>
  [
    ['The noon ferry', ferry],
    ['Lamps on the quay', LAMPS],
  ]
    .map(([title, text]) => `${RULE}\n${title}\n${RULE}\n\n${text}\n`)
    .join('\n');

test('highlights that a later dump moved or lost go through the tray', async ({
  page,
  lectern,
}) => {
  const [may, june] = [join(lectern.folder, 'may.txt'), join(lectern.folder, 'june.txt')];
  await writeFile(may, dump(FERRY));
  await writeFile(june, dump(LATER));
  const tray = page.getByRole('main', { name: 'Moved and lost highlights' });
  const cards = tray.getByRole('article');

  await test.step('highlight, then import the changed dump', async () => {
    await importFile(page, may);
    await openArticle(page, 'The noon ferry');
    await selectWithMouse(page, 'two cars', 'hearse');
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await selectWithMouse(page, 'dissolved', 'gale');
    await page.keyboard.press('2');
    await page.keyboard.press('Escape');
    await selectWithMouse(page, 'Nobody', 'any more');
    await page.keyboard.press('3');
    await expect.poll(() => paintedText(page, 'blue')).toHaveLength(1);
    await importFile(page, june);
    await expect(page.getByRole('button', { name: 'To review 2' })).toBeVisible();
  });

  await test.step('then and now are shown', async () => {
    await page.getByRole('button', { name: 'To review 2' }).click();
    await expect(cards).toHaveCount(2);
    await expect(cards.nth(0)).toContainText('The words are gone');
    await expect(cards.nth(1).locator('del')).toHaveText('gale');
    await expect(cards.nth(1).locator('ins')).toHaveText('storm');
  });

  await test.step('accept, undo, accept again, by keyboard', async () => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('a');
    await expect(cards).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(cards).toHaveCount(2);
    await page.keyboard.press('Control+Shift+z');
    await expect(cards).toHaveCount(1);
  });

  await test.step('choose other words for the lost one', async () => {
    await cards.getByRole('button', { name: 'Choose other words' }).click();
    await expect(page.getByRole('region', { name: 'Choose other words' })).toContainText('Nobody');
    await selectWithMouse(page, 'Its weathercock', 'stands');
    await page.getByRole('button', { name: 'Put it there' }).click();
    await expect(tray).toContainText('Nothing to review');
    const words = async () => {
      const { annotations } = await lectern.call('annotations.list', {});
      const { target, anchor } = annotations.find(({ color }) => color === 'blue') ?? {};
      return [target?.quote.exact, anchor?.method];
    };
    expect(await words()).toEqual(['Its weathercock stands', 'position']);
    await page.keyboard.press('Control+z');
    await expect(cards).toHaveCount(1);
    expect(await words()).toEqual(['Nobody waves from the quay any more', 'orphan']);
  });

  await test.step('keep it without a place', async () => {
    await page.keyboard.press('g');
    await expect(tray).toContainText('Nothing to review');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => paintedText(page, 'green'))
      .toEqual(['dissolved in the year of the great storm']);
    await expect.poll(() => paintedText(page, 'yellow')).toEqual(['two cars and a hearse']);
    const { annotations } = await lectern.call('annotations.list', {});
    expect(annotations).toHaveLength(3);
    expect(annotations.find(({ color }) => color === 'blue')).toMatchObject({
      orphaned: true,
      target: { quote: { exact: 'Nobody waves from the quay any more' } },
      anchor: { method: 'orphan' },
    });
    await expect(page.getByRole('button', { name: /^To review/ })).toBeHidden();
  });
});

const PLACES = ['mill', 'tower', 'quay', 'chapel', 'market', 'school', 'forge'];
const PEOPLE = ['miller', 'keeper', 'fisher', 'priest', 'baker', 'teacher', 'smith', 'porter'];
const DEEDS = ['counted the boats', 'mended a net', 'rang the bell'];

/** Sentences that are unlike each other, with a word that a later edition writes otherwise. */
const sentences = (word: string) =>
  PLACES.flatMap((place) =>
    PEOPLE.flatMap((person) =>
      DEEDS.map((deed) => `At the ${place} ${word} the ${person} ${deed} while the others slept.`),
    ),
  ).slice(0, 120);

test('all that moved for sure are accepted at once, also those that are not shown yet', async ({
  page,
  lectern,
}) => {
  const take = async (name: string, word: string) => {
    const path = join(lectern.folder, name);
    await writeFile(path, `# The long night\n\n${sentences(word).join('\n\n')}\n`);
    const { id } = await lectern.call('imports.plan', { paths: [path] });
    return lectern.call('imports.commit', { planId: id });
  };
  const [articleId = ''] = (await take('may.md', 'yesterday')).articleIds;
  for (const exact of sentences('yesterday')) {
    await lectern.call('annotations.create', { articleId, quote: { exact } });
  }
  await take('june.md', 'yesterdays');
  await page.keyboard.press('Control+Shift+M');
  const tray = page.getByRole('main', { name: 'Moved and lost highlights' });
  await expect(tray.getByText('and 20 more')).toBeVisible();
  await tray.getByRole('button', { name: 'Accept 120 sure ones' }).click();
  await expect(tray).toContainText('Nothing to review');
  await page.keyboard.press('Control+z');
  await expect(tray.getByRole('button', { name: 'Accept 120 sure ones' })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(tray).toContainText('Nothing to review');
  const { annotations } = await lectern.call('annotations.list', {});
  expect(new Set(annotations.map(({ target }) => target.quote.exact))).toEqual(
    new Set(sentences('yesterdays')),
  );
});

test('the same words in other surroundings are shown then and now', async ({ page, lectern }) => {
  const take = async (name: string, text: string) => {
    const path = join(lectern.folder, name);
    await writeFile(path, `# The bells\n\n${text}\n`);
    const { id } = await lectern.call('imports.plan', { paths: [path] });
    return lectern.call('imports.commit', { planId: id });
  };
  const around =
    'A long paragraph about the harbour, its boats and the people who wait for them.\n\n';
  const [articleId = ''] = (await take('may.md', `${around}In May the bell rang twice at noon.`))
    .articleIds;
  await lectern.call('annotations.create', { articleId, quote: { exact: 'rang twice' } });
  await take('june.md', `${around}A keeper says that his horn rang twice, and then no more.`);
  await page.keyboard.press('Control+Shift+M');
  const card = page.getByRole('article');
  await expect(card).toContainText('The same words, but perhaps not the same place');
  await expect(card.getByRole('definition')).toHaveText([
    /In May the bell rang twice at noon/,
    /his horn rang twice, and then/,
  ]);
});
