import type { Article } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import type { Collection } from '../../shared/lists.ts';
import { sameName } from '../annotations/tag-names.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { changeInTurns } from './change-in-turns.ts';
import type { Library } from './library.ts';
import { withDescendants } from './list-conditions.ts';
import { SerialQueue } from './serial-queue.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const collator = new Intl.Collator(undefined, { numeric: true });

/** Commands run one after another: two must not move collections into each other. */
export function collectionHandlers({
  ports,
  library,
  listing,
  emit,
}: Core): AreaHandlers<'collections'> {
  const { articles, collections } = library;
  const commands = new SerialQueue();

  async function create(name: string, parentId: string | null): Promise<Collection> {
    const collection = { id: ports.ids.next(), name: name.normalize('NFC'), parentId };
    check(library, collection);
    await collections.put([collection]);
    emit('collections.changed', {});
    return collection;
  }

  async function update(id: string, change: Partial<Collection>): Promise<Collection> {
    const before = requireCollection(library, id);
    const { name = before.name, parentId = before.parentId } = change;
    const after = { id, name: name.normalize('NFC'), parentId };
    check(library, after);
    await collections.put([after]);
    emit('collections.changed', {});
    return after;
  }

  /** References go first: whatever happens in between, none is left dangling. */
  async function remove(id: string) {
    requireCollection(library, id);
    const gone = withDescendants(id, collections.all());
    const removed = parentsFirst(collections.all().filter((one) => gone.has(one.id)));
    const members = [...articles.all()].flatMap((article) => {
      const collectionIds = article.collections.filter((one) => gone.has(one));
      return collectionIds.length === 0 ? [] : [{ articleId: article.id, collectionIds }];
    });
    const articleIds = members.map(({ articleId }) => articleId);
    await put(articleIds, (article) => article.collections.filter((one) => !gone.has(one)));
    await collections.remove([...gone]);
    emit('collections.changed', {});
    return { collections: removed, members };
  }

  async function put(
    articleIds: readonly string[],
    after: (article: Article) => string[],
  ): Promise<void> {
    if (articleIds.length === 0) return;
    await changeInTurns(articles, articleIds, (article) => ({
      ...article,
      collections: after(article),
    }));
    emit('articles.marked', { ids: [...articleIds] });
  }

  return {
    'collections.list': async () => {
      const all = collections.all();
      const counts = await listing.count(
        all.map(({ id }) => ({ place: 'library', collectionId: id })),
      );
      const listed = all.map((one, at) => ({ ...one, articles: counts[at] ?? 0 }));
      return { collections: listed.sort((a, b) => collator.compare(a.name, b.name)) };
    },

    'collections.create': ({ name, parentId }) => commands.run(() => create(name, parentId)),

    'collections.update': ({ id, change: { name, parentId } }) =>
      commands.run(() =>
        update(id, {
          ...(name === undefined ? {} : { name }),
          ...(parentId === undefined ? {} : { parentId }),
        }),
      ),

    'collections.delete': ({ id }) => commands.run(() => remove(id)),

    /** What has gone since, an article or the collection around, is left out. */
    'collections.restore': ({ collections: back, members }) =>
      commands.run(async () => {
        const there = new Set([...collections.all(), ...back].map(({ id }) => id));
        await collections.put(
          back.map((one) =>
            one.parentId === null || there.has(one.parentId) ? one : { ...one, parentId: null },
          ),
        );
        const ofArticle = new Map(members.map((one) => [one.articleId, one.collectionIds]));
        const known = [...ofArticle.keys()].filter((id) => articles.get(id) !== undefined);
        await put(known, (article) => [
          ...new Set([...article.collections, ...(ofArticle.get(article.id) ?? [])]),
        ]);
        emit('collections.changed', {});
        return {};
      }),

    'collections.add': ({ id, articleIds }) =>
      commands.run(async () => {
        requireCollection(library, id);
        const added = distinct(articleIds).filter(
          (articleId) => !articles.require(articleId).collections.includes(id),
        );
        await put(added, (article) => [...article.collections, id]);
        return { articleIds: added };
      }),

    'collections.remove': ({ id, articleIds }) =>
      commands.run(async () => {
        requireCollection(library, id);
        const removed = distinct(articleIds).filter((articleId) =>
          articles.require(articleId).collections.includes(id),
        );
        await put(removed, (article) => article.collections.filter((one) => one !== id));
        return { articleIds: removed };
      }),
  };
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function requireCollection({ collections }: Library, id: string): Collection {
  const collection = collections.get(id);
  if (collection === undefined)
    throw new LecternError('not_found', phrase('error.noCollection', { id }), { id });
  return collection;
}

function check(library: Library, { id, name, parentId }: Collection): void {
  const all = library.collections.all();
  if (parentId !== null) {
    requireCollection(library, parentId);
    if (withDescendants(id, all).has(parentId)) {
      throw new LecternError('bad_input', phrase('error.collectionInItself', { name }), { id });
    }
  }
  const same = all.find(
    (one) => one.id !== id && one.parentId === parentId && sameName(one.name, name),
  );
  if (same === undefined) return;
  throw new LecternError('bad_input', phrase('error.collectionThere', { name: same.name }), {
    id: same.id,
  });
}

function parentsFirst(collections: readonly Collection[]): Collection[] {
  const ordered: Collection[] = [];
  const waiting = new Set(collections);
  while (waiting.size > 0) {
    for (const one of waiting) {
      if ([...waiting].some(({ id }) => id === one.parentId)) continue;
      waiting.delete(one);
      ordered.push(one);
    }
  }
  return ordered;
}
