/**
 * What the library holds already, by the ways an import asks for it. Built once an import, in one
 * pass over the catalogue. Top-level articles and reprints are kept apart.
 */
import type { Article } from '../../shared/entities.ts';
import { foldSpace } from './content-hash.ts';

export interface KnownArticles {
  /** The id behind the same words; null for an article of this very import. */
  byHash(contentHash: string): { id: string | null } | undefined;
  /** The article that holds a line of a source, where that source was imported before. */
  atLine(sourceId: string, line: number | null): Article | undefined;
  /** Articles of that title, however it is spaced and cased. */
  titled(title: string): readonly Article[];
  /** The same words as a reprint in a known article. */
  reprint(parentId: string, contentHash: string): Article | undefined;
  /** Later articles of this import with the same words are not new. */
  learn(contentHash: string, id: string | null): void;
}

export function knownArticles(articles: Iterable<Article>): KnownArticles {
  const hashes = new Map<string, { id: string | null }>();
  const bySource = new Map<string, Article[]>();
  const byTitle = new Map<string, Article[]>();
  const byParent = new Map<string, Article[]>();
  for (const article of articles) {
    if (article.parentId !== null) {
      append(byParent, article.parentId, article);
      continue;
    }
    hashes.set(article.contentHash, { id: article.id });
    append(bySource, article.sourceId, article);
    append(byTitle, titleKey(article.title), article);
  }
  return {
    byHash: (hash) => hashes.get(hash),
    atLine: (sourceId, line) =>
      bySource.get(sourceId)?.find((article) => line !== null && holdsLine(article, line)),
    titled: (title) => byTitle.get(titleKey(title)) ?? [],
    reprint: (parentId, hash) =>
      byParent.get(parentId)?.find((article) => article.contentHash === hash),
    learn: (hash, id) => hashes.set(hash, { id }),
  };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function holdsLine({ startLine, endLine }: Article, line: number): boolean {
  return startLine !== null && endLine !== null && startLine <= line && line <= endLine;
}

function titleKey(title: string): string {
  return foldSpace(title).toLowerCase();
}
