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
    const title = fold(article.title);
    const others = byTitle.get(title);
    if (others === undefined) byTitle.set(title, [article]);
    else others.push(article);
  }
  const titled = (title: string) => {
    const found = titlesOf(title).map((one) => byTitle.get(one) ?? []);
    const [article, other] = found.find((some) => some.length > 0) ?? [];
    return other === undefined ? article : undefined;
  };
  return (target) => {
    const id = idOf(target);
    const fact = id === null ? undefined : facts.get(id);
    const sameId = id === null ? undefined : articles.get(id);
    if (sameId !== undefined && (fact === undefined || sameId.contentHash === fact.contentHash)) {
      return sameId;
    }
    const sameWords = fact === undefined ? undefined : articles.byContentHash(fact.contentHash);
    const url = fact?.url ?? target.source;
    const title = fact?.title ?? ('lectern:title' in target ? target['lectern:title'] : undefined);
    return (
      sameWords ??
      sameId ??
      byUrl.get(url) ??
      articles.byUrl(url) ??
      (title === undefined ? undefined : titled(title))
    );
  };
}

/** A page's title, and the same without the name of the site behind it: `Fog | The Coast`. */
function titlesOf(title: string): string[] {
  const parts = title.split(/(\s+[|–—·-]\s+|:\s+)/u);
  return Array.from({ length: Math.ceil(parts.length / 2) }, (_, cut) =>
    fold(parts.slice(0, parts.length - 2 * cut).join('')),
  ).filter((one) => one !== '');
}

function fold(title: string): string {
  return title.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}

function idOf(target: TargetOf): string | null {
  const id = 'lectern:article' in target ? target['lectern:article'] : undefined;
  if (id !== undefined) return id;
  return target.source.startsWith(ARTICLE_URN) ? target.source.slice(ARTICLE_URN.length) : null;
}
