import { describe, expect, it } from 'vitest';
import { openTestApp } from '../../support/core.ts';

/** Two articles with two highlights each. */
async function withHighlights() {
  const opened = await openTestApp();
  const { app } = opened;
  const tag = await app.call('tags.ensure', { name: 'weather' });
  const ids: string[] = [];
  for (const place of ['coast', 'hills']) {
    const text = `# The ${place}\n\nFog lay on the ${place} all day. Then it lifted.\n`;
    const [articleId = ''] = await opened.importText(`${place}.md`, text);
    for (const exact of ['Fog lay', 'it lifted']) {
      const { id } = await app.call('annotations.create', { articleId, quote: { exact } });
      ids.push(id);
    }
  }
  const all = async () => (await app.call('annotations.list', {})).annotations;
  opened.events.length = 0;
  return { ...opened, tag, ids, all };
}

const changes = (events: readonly { name: string }[]) =>
  events.filter(({ name }) => name === 'annotations.changed').length;

describe('many annotations at once', () => {
  it('are tagged and recoloured with one event an article, and each goes back to its own', async () => {
    const { app, ids, tag, all, events } = await withHighlights();
    const [first = ''] = ids;
    await app.call('annotations.update', { id: first, change: { color: 'red', tags: [tag.id] } });
    const before = await all();
    events.length = 0;
    const { undo } = await app.call('annotations.updateMany', {
      ids,
      change: { color: 'green', addTags: [tag.id] },
    });
    expect(changes(events)).toBe(2);
    expect((await all()).every((one) => one.color === 'green' && one.tags[0] === tag.id)).toBe(
      true,
    );
    for (const back of undo) await app.call('annotations.updateMany', back);
    const plain = (list: typeof before) =>
      list.map(({ id, color, tags }) => ({ id, color, tags })).toSorted(byId);
    expect(plain(await all())).toEqual(plain(before));
  });

  it('are left as they are where nothing would change', async () => {
    const { app, ids, events } = await withHighlights();
    const { undo } = await app.call('annotations.updateMany', { ids, change: { color: 'yellow' } });
    expect(undo).toEqual([]);
    expect(changes(events)).toBe(0);
  });

  it('are all there or none is changed', async () => {
    const { app, ids, all } = await withHighlights();
    const before = await all();
    const wanted = [...ids, 'gone'];
    await expect(
      app.call('annotations.updateMany', { ids: wanted, change: { color: 'blue' } }),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(app.call('annotations.deleteMany', { ids: wanted })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await all()).toEqual(before);
  });

  it('are deleted and come back as they were', async () => {
    const { app, ids, all, events } = await withHighlights();
    const before = await all();
    const { annotations } = await app.call('annotations.deleteMany', { ids });
    expect(await all()).toEqual([]);
    expect(changes(events)).toBe(2);
    await app.call('annotations.restoreMany', { annotations });
    expect(changes(events)).toBe(4);
    expect((await all()).toSorted(byId)).toEqual(before.toSorted(byId));
  });
});

function byId(one: { id: string }, other: { id: string }): number {
  return one.id.localeCompare(other.id);
}
