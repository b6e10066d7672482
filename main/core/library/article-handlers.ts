import type { ParsedInput } from '../../shared/contract.ts';
import type { Article } from '../../shared/entities.ts';
import { requireTags } from '../annotations/require-tags.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { withParts } from './family.ts';
import type { Library } from './library.ts';
import { standsIn } from './places.ts';

type ListInput = ParsedInput<'articles.list'>;
type ArticleChange = ParsedInput<'articles.update'>['change'];

export function articleHandlers({ ports, library, emit }: Core): AreaHandlers<'articles'> {
  const { articles } = library;

  async function change(ids: readonly string[], by: (article: Article) => Article): Promise<void> {
    await articles.change(ids, by);
    emit('articles.changed', { ids: [...ids] });
  }

  function familyOf(ids: readonly string[]): Article[] {
    const roots = [...new Set(ids)].map((id) => articles.require(id));
    return withParts(roots, (sourceId) => articles.ofSource(sourceId));
  }

  return {
    'articles.list': (input) => {
      const listed = listArticles(library, input);
      const { offset, limit } = input;
      return { total: listed.length, articles: listed.slice(offset, offset + limit) };
    },

    'articles.get': async ({ id }) => ({
      article: articles.require(id),
      markdown: await articles.markdown(id),
    }),

    'articles.update': async ({ ids, change: wanted }) => {
      requireTags(library, wanted.tags ?? []);
      const now = ports.clock.now().toISOString();
      await change(ids, (article) => changeArticle(article, wanted, now));
      return {};
    },

    'articles.trash': async ({ ids }) => {
      const now = ports.clock.now().toISOString();
      const family = familyOf(ids).filter(({ trashed }) => trashed === null);
      await change(
        family.map(({ id }) => id),
        (article) => ({ ...article, trashed: now }),
      );
      return {};
    },

    /** What went into the trash with an article comes back with it, and only that. */
    'articles.restore': async ({ ids }) => {
      const stamps = new Set(ids.map((id) => articles.require(id).trashed));
      const family = familyOf(ids).filter(({ trashed }) => trashed !== null && stamps.has(trashed));
      await change(
        family.map(({ id }) => id),
        (article) => ({ ...article, trashed: null }),
      );
      return {};
    },
  };
}

function listArticles({ articles }: Library, input: ListInput): Article[] {
  const { place, sourceId, tagId, sort, descending } = input;
  return articles
    .sorted(sort, descending)
    .filter(
      (article) =>
        standsIn(place, article, (id) => articles.get(id)) &&
        (sourceId === undefined || article.sourceId === sourceId) &&
        (tagId === undefined || article.tags.includes(tagId)),
    );
}

/** A new reading position is no change of the article. */
function changeArticle(article: Article, change: ArticleChange, now: string): Article {
  const { state, position, tags } = change;
  const lasting = state !== undefined || tags !== undefined;
  return {
    ...article,
    state: state ?? article.state,
    tags: tags === undefined ? article.tags : [...new Set(tags)],
    position: position === undefined ? article.position : position,
    updated: lasting ? now : article.updated,
  };
}
