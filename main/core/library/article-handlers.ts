import { setImmediate } from 'node:timers/promises';
import type { Article } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import { requireTags } from '../annotations/require-tags.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { changeArticle, undoOf } from './article-change.ts';
import { withParts } from './family.ts';
import { listArticles } from './listing.ts';

/** Articles a journal line: many at once must neither block the others nor make one huge line. */
const AT_ONCE = 1000;

export function articleHandlers({ ports, library, emit }: Core): AreaHandlers<'articles'> {
  const { articles } = library;

  async function change(ids: readonly string[], by: (article: Article) => Article): Promise<void> {
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      await articles.change(ids.slice(at, at + AT_ONCE), by);
      await setImmediate();
    }
  }

  function familyOf(ids: readonly string[]): Article[] {
    const roots = [...new Set(ids)].map((id) => articles.require(id));
    return withParts(roots, (sourceId) => articles.ofSource(sourceId));
  }

  /** A source goes with the last of its articles. */
  async function removeForGood(gone: readonly Article[]): Promise<void> {
    for (let at = 0; at < gone.length; at += AT_ONCE) {
      const some = gone.slice(at, at + AT_ONCE).map(({ id }) => id);
      for (const id of some) await library.annotations.removeOf(id);
      await articles.remove(some);
    }
    for (const id of new Set(gone.map(({ sourceId }) => sourceId))) {
      const known = library.sources.get(id) !== undefined;
      if (known && articles.ofSource(id).length === 0) await library.sources.remove(id);
    }
  }

  return {
    'articles.list': (input) => {
      const listed = listArticles(library, input);
      const { offset, limit } = input;
      return { total: listed.length, articles: listed.slice(offset, offset + limit) };
    },

    'articles.ids': (input) => {
      const { offset, limit } = input;
      const listed = listArticles(library, input).slice(offset, offset + limit);
      return { ids: listed.map(({ id }) => id) };
    },

    'articles.get': async ({ id }) => ({
      article: articles.require(id),
      markdown: await articles.markdown(id),
    }),

    'articles.update': async ({ ids, change: wanted }) => {
      const { tags, addTags, removeTags, state, position } = wanted;
      requireTags(library, [...(tags ?? []), ...(addTags ?? [])]);
      const before = [...new Set(ids)].map((id) => articles.require(id));
      const now = ports.clock.now().toISOString();
      await change(
        before.map(({ id }) => id),
        (article) => changeArticle(article, wanted, now),
      );
      if ((tags ?? addTags ?? removeTags) !== undefined) emit('articles.changed', { ids });
      else if (state !== undefined) emit('articles.marked', { ids });
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
        throw new LecternError('bad_input', `“${kept.title}” is not in the trash`, { id: kept.id });
      }
      const gone = familyOf(ids).filter(({ trashed }) => trashed !== null);
      await removeForGood(gone);
      const goneIds = gone.map(({ id }) => id);
      emit('articles.changed', { ids: goneIds });
      return { ids: goneIds };
    },
  };
}
