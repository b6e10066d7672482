import fc from 'fast-check';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { App } from '../../../main/core/app.ts';
import type { Annotation, Tag } from '../../../main/shared/entities.ts';
import { movedColor } from '../../../main/shared/highlight-colors.ts';
import { makeTempFolder, openTestApp } from '../../support/core.ts';

const TEXT =
  'The 𝒳 ferry 👩‍👩‍👧 crosses the sound, é and e\u0301, at noon. It is late. مرحبا بالعالم. 海は広い。';
const FILES = {
  'one.md': `# One\n\n${TEXT}\n`,
  'two.md': `# Two\n\n${TEXT} Twice.\n\n${TEXT}\n`,
};

const step = fc.oneof(
  fc.record({
    kind: fc.constant('annotate' as const),
    article: fc.nat(1),
    start: fc.nat(90),
    length: fc.integer({ min: 1, max: 60 }),
    note: fc.constantFrom('', 'A *note*', 'Two\n\nparagraphs 👍'),
    color: fc.constantFrom('yellow' as const, 'grey' as const),
    tags: fc.subarray([0, 1, 2]),
  }),
  fc.record({ kind: fc.constant('tagArticle' as const), article: fc.nat(1), tag: fc.nat(2) }),
  fc.record({
    kind: fc.constant('noteArticle' as const),
    article: fc.nat(1),
    note: fc.constantFrom('', 'On the *whole*', 'Two\n\nparagraphs'),
  }),
  fc.record({
    kind: fc.constant('describe' as const),
    tag: fc.nat(2),
    parent: fc.nat(2),
    color: fc.constantFrom(null, 'red' as const),
  }),
  // Told to be without a place, or made by somebody else.
  fc.record({
    kind: fc.constant('mark' as const),
    which: fc.nat(5),
    mark: fc.constantFrom({ orphaned: true }, { creator: 'Ada' }, { creator: 'acct:a@b.org' }),
  }),
  fc.record({
    kind: fc.constant('nameColor' as const),
    at: fc.nat(7),
    name: fc.constantFrom('', 'Claim', 'Ünsure'),
  }),
  fc.record({ kind: fc.constant('moveColor' as const), from: fc.nat(7), to: fc.nat(7) }),
);

async function library() {
  const test = await openTestApp();
  const articles: string[] = [];
  for (const [name, text] of Object.entries(FILES)) {
    articles.push(...(await test.importText(name, text)));
  }
  return { ...test, articles };
}

async function contentsOf(app: App) {
  const { annotations } = await app.call('annotations.list', {});
  const { articles } = await app.call('articles.list', {});
  const { tags } = await app.call('tags.list', {});
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  const whole = await Promise.all(
    articles.map(async ({ id }) => (await app.call('articles.get', { id })).article),
  );
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    annotations: annotations
      .map((one: Annotation) => ({ ...one, articleId: titles.get(one.articleId) }))
      .sort(byId),
    articles: whole
      .map(({ title, tags: on, note, noted }) => [title, on, note, note && noted])
      .sort(),
    tags: tags.toSorted(byId),
    colors: (await app.call('settings.get', {})).highlightColors,
  };
}

it('what is exported comes back equal, into the same library and into another', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const from = await library();
      const tags: Tag[] = [];
      for (const name of ['method', 'Ways & means', '水']) {
        tags.push(await from.app.call('tags.ensure', { name }));
      }
      for (const each of steps) {
        from.ports.advance(1234);
        if (each.kind === 'annotate') {
          await from.app.dispatch('annotations.create', {
            articleId: from.articles[each.article],
            range: { start: each.start, end: each.start + each.length },
            note: each.note,
            color: each.color,
            tags: each.tags.map((tag) => tags[tag]!.id),
          });
        } else if (each.kind === 'tagArticle') {
          const ids = [from.articles[each.article]!];
          await from.app.call('articles.update', { ids, change: { tags: [tags[each.tag]!.id] } });
        } else if (each.kind === 'noteArticle') {
          const ids = [from.articles[each.article]!];
          await from.app.call('articles.update', { ids, change: { note: each.note } });
        } else if (each.kind === 'describe') {
          const words = { description: 'What it means', memo: '- *thoughts*' };
          const change = { parentId: tags[each.parent]!.id, color: each.color, ...words };
          await from.app.dispatch('tags.update', { id: tags[each.tag]!.id, change });
        } else if (each.kind === 'mark') {
          const { annotations } = await from.app.call('annotations.list', {});
          const annotation = annotations[each.which];
          if (annotation === undefined) continue;
          const marked = { ...annotation, ...each.mark };
          await from.app.call('annotations.restore', { annotation: marked });
        } else {
          const { highlightColors: colors } = await from.app.call('settings.get', {});
          const highlightColors =
            each.kind === 'moveColor'
              ? movedColor(colors, each.from, each.to)
              : colors.map((one, at) => (at === each.at ? { ...one, name: each.name } : one));
          await from.app.call('settings.update', { highlightColors });
        }
      }
      const path = join(await makeTempFolder(), 'notes.jsonld');
      const written = await from.app.call('interchange.export', { path });
      const before = await contentsOf(from.app);

      const same = await from.app.call('interchange.import', { path });
      expect(same).toMatchObject({
        added: [],
        replaced: [],
        articleNotes: [],
        tags: 0,
        failures: [],
      });
      expect(same.unchanged).toBe(written.annotations);
      expect(await contentsOf(from.app)).toEqual(before);

      const to = await library();
      const brought = await to.app.call('interchange.import', { path });
      expect(brought).toMatchObject({ unchanged: 0, failures: [] });
      expect(brought.added).toHaveLength(written.annotations);
      expect(await contentsOf(to.app)).toEqual(before);
    }),
    { numRuns: Number(process.env['LECTERN_PROPERTY_RUNS'] ?? 25) },
  );
}, 60_000);
