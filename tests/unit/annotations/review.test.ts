import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder, openTestApp } from '../../support/core.ts';

const RULE = '='.repeat(40);
const FERRY = `The noon ferry crosses the sound with two cars and a hearse. Nobody waves from the quay any more.

The harbour board was dissolved in the year of the great gale. Its weathercock stands in the green.`;
const LAMPS =
  'Lamps burn on the quay from dusk until the last boat is in, as they did before the war.';

const post = (title: string, text: string) => `${RULE}\n${title}\n${RULE}\n\n${text}\n`;

/** An article with three highlights, whose text then comes again with two of them changed. */
async function withChangedArticle() {
  const opened = await openTestApp();
  const desk = await makeTempFolder();
  const take = async (name: string, ferry: string) => {
    const path = join(desk, name);
    await writeFile(path, [post('The noon ferry', ferry), post('Lamps', LAMPS)].join('\n'));
    const { id } = await opened.app.call('imports.plan', { paths: [path] });
    return opened.app.call('imports.commit', { planId: id });
  };
  const [articleId = ''] = (await take('may.txt', FERRY)).articleIds;
  const put = (exact: string) =>
    opened.app.call('annotations.create', { articleId, quote: { exact }, note: exact });
  const kept = await put('two cars and a hearse');
  const moved = await put('dissolved in the year of the great gale');
  const lost = await put('Nobody waves from the quay any more.');
  await take(
    'june.txt',
    FERRY.replace('great gale', 'great storm').replace(' Nobody waves from the quay any more.', ''),
  );
  const counted = async () => (await opened.app.call('library.overview', {})).toReview;
  const review = () => opened.app.call('annotations.review', {});
  return { ...opened, articleId, kept, moved, lost, counted, review };
}

describe('what a re-import moved', () => {
  it('is counted as soon as the text is there, and shown then and now', async () => {
    const { moved, lost, counted, review } = await withChangedArticle();
    await expect.poll(counted).toBe(2);
    const { total, items } = await review();
    expect(total).toBe(2);
    expect(items).toMatchObject([
      { annotation: { id: lost.id, anchor: { method: 'orphan' } }, now: null },
      {
        title: 'The noon ferry',
        annotation: { id: moved.id, anchor: { method: 'fuzzy' }, note: moved.note },
        now: { exact: 'dissolved in the year of the great storm' },
      },
    ]);
  });

  it('is on the new words for certain once accepted, and open again when that is taken back', async () => {
    const { app, moved, review } = await withChangedArticle();
    await review();
    const { annotations, before } = await app.call('annotations.accept', { ids: [moved.id] });
    expect(annotations).toMatchObject([
      {
        target: { quote: { exact: 'dissolved in the year of the great storm' }, version: 2 },
        anchor: { method: 'position', score: 1 },
      },
    ]);
    expect((await review()).total).toBe(1);
    await app.call('annotations.restoreMany', { annotations: before });
    expect((await review()).items[1]?.annotation).toMatchObject({
      target: moved.target,
      anchor: { method: 'fuzzy' },
    });
  });

  it('stays an orphan where a person said so, until its words are back', async () => {
    const { app, articleId, moved, lost, review } = await withChangedArticle();
    for (const { id, target } of [moved, lost]) {
      await app.call('annotations.update', { id, change: { target, orphaned: true } });
    }
    expect((await review()).total).toBe(0);
    const { annotations } = await app.call('annotations.list', { articleId });
    expect(annotations.filter(({ anchor }) => anchor.method === 'orphan')).toHaveLength(2);
  });

  it('is accepted with all the others that are meant, or none of them is', async () => {
    const { app, moved, lost, review } = await withChangedArticle();
    await review();
    const accepting = app.call('annotations.accept', { ids: [moved.id, lost.id] });
    await expect(accepting).rejects.toMatchObject({ code: 'bad_input' });
    expect((await review()).total).toBe(2);
  });

  it('can be put on other words', async () => {
    const { app, lost, review } = await withChangedArticle();
    const { total } = await review();
    const other = await app.call('annotations.update', {
      id: lost.id,
      change: { range: { start: 4, end: 14 } },
    });
    expect(other).toMatchObject({ note: lost.note, anchor: { method: 'position', score: 1 } });
    expect((await review()).total).toBe(total - 1);
  });

  it('is refused to be accepted where nothing was found', async () => {
    const { app, lost, review } = await withChangedArticle();
    await review();
    const accepting = app.call('annotations.accept', { ids: [lost.id] });
    await expect(accepting).rejects.toMatchObject({ code: 'bad_input' });
  });
});
