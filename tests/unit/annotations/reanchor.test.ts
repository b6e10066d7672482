import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { articlePath } from '../../../main/core/library/library-paths.ts';
import { openTestApp } from '../../support/core.ts';

const FERRY =
  'The noon ferry crosses the sound with two cars and a hearse. Nobody waves from the quay.';

describe('the passages of a text that was edited by hand', () => {
  it('are found again once for all who ask at the same time', async () => {
    const { app, events, folder, importText } = await openTestApp();
    const [articleId = ''] = await importText('ferry.md', `# The ferry\n\n${FERRY}\n`);
    await app.call('annotations.create', { articleId, quote: { exact: 'two cars and a hearse' } });
    const { article } = await app.call('articles.get', { id: articleId });
    const path = articlePath(folder, article);
    await writeFile(path, (await readFile(path, 'utf8')).replace('The noon', 'Early, the noon'));
    events.length = 0;
    const ask = () => app.call('annotations.list', { articleId });
    const [one, ...others] = await Promise.all([ask(), ask(), app.call('notes.list', {}), ask()]);
    expect(one.annotations).toMatchObject([
      { anchor: { method: 'quote', score: 1, range: { start: 45, end: 66 } } },
    ]);
    expect(others[0]).toEqual(one);
    expect(others[2]).toEqual(one);
    const told = events.filter(({ name }) => name === 'annotations.changed');
    expect(told).toEqual([{ name: 'annotations.changed', payload: { articleId } }]);
  });
});
