import type { Article } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import { requireTags } from '../annotations/require-tags.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { changeArticle, undoOf } from './article-change.ts';
import { ARTICLES_A_TURN, changeInTurns } from './change-in-turns.ts';
import { withParts } from './family.ts';
import { versionHandlers } from './version-handlers.ts';
import { phrase } from '../../shared/messages/phrase.ts';

export function articleHandlers(core: Core): AreaHandlers<'articles'> {
  const { ports, library, listing, emit } = core;
  const { articles } = library;

  function change(ids: readonly string[], by: (article: Article) => Article): Promise<void> {
    return changeInTurns(articles, ids, by);
  }

  function familyOf(ids: readonly string[]): Article[] {
    const roots = [...new Set(ids)].map((id) => articles.require(id));
    return withParts(roots, (id) => articles.partsOf(id));
  }

  /** A source goes with the last article that has or had a text from it. */
  async function removeForGood(gone: readonly Article[]): Promise<void> {
    for (let at = 0; at < gone.length; at += ARTICLES_A_TURN) {
      const some = gone.slice(at, at + ARTICLES_A_TURN).map(({ id }) => id);
      for (const id of some) await library.annotations.removeOf(id);
      await articles.remove(some);
    }
    const sourceIds = gone.flatMap(({ sourceId, earlier }) => [
      sourceId,
      ...earlier.map((version) => version.sourceId),
    ]);
    for (const id of new Set(sourceIds)) {
      const known = library.sources.get(id) !== undefined;
      if (known && !articles.useSource(id)) await library.sources.remove(id);
    }
  }

  return {
    'articles.list': async ({ offset, limit, ...input }) => {
      const { ids, groups, parts } = await listing.rows(input);
      return {
        total: ids.length,
        parts,
        groups,
        articles: await listing.toListed(ids.slice(offset, offset + limit)),
      };
    },

    'articles.ids': async ({ offset, limit, ...input }) => {
      const { ids } = await listing.rows(input);
      return { ids: ids.slice(offset, offset + limit) };
    },

    'articles.get': async ({ id }) => ({
      article: articles.require(id),
      markdown: await articles.markdown(id),
    }),

    'articles.named': ({ ids }) => ({
      articles: ids.flatMap((id) => {
        const article = articles.get(id);
        if (article === undefined) return [];
        const { note: _note, ...brief } = article;
        return [brief];
      }),
    }),

    ...versionHandlers(core),

    'articles.family': ({ id }) => {
      const { parentId } = articles.require(id);
      const parts = articles.partsOf(id).filter(({ trashed }) => trashed === null);
      return { parent: parentId === null ? null : (articles.get(parentId) ?? null), parts };
    },

    'articles.byUrl': ({ url }) => ({ article: articles.byUrl(url) ?? null }),

    'articles.update': async ({ ids, change: wanted }) => {
      const { tags, addTags, removeTags, state, position, note } = wanted;
      requireTags(library, [...(tags ?? []), ...(addTags ?? [])]);
      const before = [...new Set(ids)].map((id) => articles.require(id));
      const now = ports.clock.now().toISOString();
      await change(
        before.map(({ id }) => id),
        (article) => changeArticle(article, wanted, now),
      );
      if ((tags ?? addTags ?? removeTags) !== undefined) emit('articles.changed', { ids });
      else if ((state ?? note) !== undefined) emit('articles.marked', { ids });
      else if (position !== undefined) {
        for (const id of ids) emit('articles.positioned', { id, position });
      }
      return { undo: undoOf(before, wanted) };
    },

    'articles.trash': async ({ ids }) => {
      const now = ports.clock.now().toISOString();
      const family = familyOf(ids).filter(({ trashed }) => trashed === null);
      const thrown = family.map(({ id }) => id);
      await change(thrown, (article) => ({ ...article, trashed: now }));
      emit('articles.changed', { ids: thrown });
      return { ids: thrown };
    },

    /** What went into the trash with an article comes back with it, and only that. */
    'articles.restore': async ({ ids }) => {
      const stamps = new Set(ids.map((id) => articles.require(id).trashed));
      const family = familyOf(ids).filter(({ trashed }) => trashed !== null && stamps.has(trashed));
      const back = family.map(({ id }) => id);
      await change(back, (article) => ({ ...article, trashed: null }));
      emit('articles.changed', { ids: back });
      return { ids: back };
    },

    'articles.delete': async ({ ids }) => {
      const kept = ids.map((id) => articles.require(id)).find(({ trashed }) => trashed === null);
      if (kept !== undefined) {
        throw new LecternError('bad_input', phrase('error.notInTrash', { title: kept.title }), {
          id: kept.id,
        });
      }
      const gone = familyOf(ids).filter(({ trashed }) => trashed !== null);
      await removeForGood(gone);
      const goneIds = gone.map(({ id }) => id);
      emit('articles.changed', { ids: goneIds });
      return { ids: goneIds };
    },
  };
}
