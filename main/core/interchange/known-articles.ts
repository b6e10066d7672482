import type { Article } from '../../shared/entities.ts';
import type { Library } from '../library/library.ts';
import { ARTICLE_URN, type InterchangeArticle } from './web-annotation.ts';
import type { TargetOf } from './from-web-annotation.ts';

/**
 * Which article of this library a target means: that of the same id and words, of the same words,
 * of the same id, of the same address, or else the only one of the same title.
 */
export function articleFinder(
  { articles }: Library,
  described: readonly InterchangeArticle[],
): (target: TargetOf) => Article | undefined {
  const facts = new Map(described.map((article) => [article.id, article]));
  const byUrl = new Map<string, Article>();
  const byTitle = new Map<string, Article[]>();
  for (const article of articles.all()) {
    if (article.url !== null && !byUrl.has(article.url)) byUrl.set(article.url, article);
    const others = byTitle.get(article.title);
    if (others === undefined) byTitle.set(article.title, [article]);
    else others.push(article);
  }
  return (target) => {
    const id = idOf(target);
    const fact = id === null ? undefined : facts.get(id);
    const sameId = id === null ? undefined : articles.get(id);
    if (sameId !== undefined && (fact === undefined || sameId.contentHash === fact.contentHash)) {
      return sameId;
    }
    const sameWords = fact === undefined ? undefined : articles.byContentHash(fact.contentHash);
    const titled = fact === undefined ? [] : (byTitle.get(fact.title) ?? []);
    return (
      sameWords ??
      sameId ??
      byUrl.get(fact?.url ?? target.source) ??
      (titled.length === 1 ? titled[0] : undefined)
    );
  };
}

function idOf(target: TargetOf): string | null {
  const id = 'lectern:article' in target ? target['lectern:article'] : undefined;
  if (id !== undefined) return id;
  return target.source.startsWith(ARTICLE_URN) ? target.source.slice(ARTICLE_URN.length) : null;
}
