import { expect, it } from 'vitest';
import { openTestApp } from '../../support/core.ts';

const ferry = (words: string) =>
  `Title: The noon ferry\nDate: 2020-05-01\n\nThe noon ferry crosses the sound with two cars and a hearse, as it did before the gale.\n${words}\n\nTitle: The bell\nDate: 2020-05-02\n\nThe bell rang twice.\nNobody heard it.\n`;

it('a passage is from the file that its text came in, also after another has changed it', async () => {
  const { app, ports, importText } = await openTestApp();
  await importText('may.txt', ferry('Nobody waves from the quay any more.'));
  const { articles } = await app.call('articles.list', {});
  const article = articles.find(({ title }) => title === 'The noon ferry');
  if (article === undefined) throw new Error('no article');
  const { id } = await app.call('annotations.create', {
    articleId: article.id,
    quote: { exact: 'Nobody waves from the quay any more.' },
  });
  const before = await app.call('notes.provenance', { id });
  expect(before).toMatchObject({
    source: { name: 'may.txt' },
    version: 1,
    versions: 1,
    article: { startLine: 1, endLine: 6 },
    passage: { startLine: 5, endLine: 5 },
  });
  ports.advance(86_400_000);
  await importText('june.txt', `\n\n${ferry('The weathercock stands in the green.')}`);
  const { items } = await app.call('annotations.review', {});
  expect(items[0]?.annotation).toMatchObject({ id, anchor: { method: 'orphan' } });
  expect(await app.call('notes.provenance', { id })).toEqual({ ...before, versions: 2 });
  const { notes } = await app.call('notes.list', {});
  expect(notes).toMatchObject([{ sourceName: 'may.txt' }]);
});
