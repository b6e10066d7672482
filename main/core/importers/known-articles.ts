/**
 * What the library holds already, by the ways an import asks for it, and what this very import has
 * brought so far. Built once an import, in one pass over the catalogue. Top-level articles and
 * reprints are kept apart.
 */
import type { Article } from '../../shared/entities.ts';
import { foldSpace } from './content-hash.ts';

export type KnownArticle = Pick<
  Article,
  | 'id'
  | 'parentId'
  | 'title'
  | 'url'
  | 'truncated'
  | 'contentHash'
  | 'sourceId'
  | 'startLine'
  | 'endLine'
> & {
  /** The texts it had before: what they were is known too. */
  earlier: readonly Pick<Article, 'title' | 'contentHash' | 'sourceId' | 'startLine' | 'endLine'>[];
};

export interface KnownArticles {
  /** The article that has these words, or had them in an earlier version. */
  byHash(contentHash: string): KnownArticle | undefined;
  /** The article that holds a line of a source, where that source was imported before. */
  atLine(sourceId: string, line: number | null): KnownArticle | undefined;
  /** Articles that have or had that title, however it is spaced and cased. */
  titled(title: string): readonly KnownArticle[];
  /** Articles of that address. */
  addressed(url: string): readonly KnownArticle[];
  /** The reprints inside a known article. */
  partsOf(parentId: string): readonly KnownArticle[];
  /** What this import has brought, or made of an article, for what comes after. */
  learn(article: KnownArticle): void;
}

export function knownArticles(articles: Iterable<KnownArticle>): KnownArticles {
  const byId = new Map<string, KnownArticle>();
  const hashes = new Map<string, string>();
  const byTitle = new Map<string, string[]>();
  const byUrl = new Map<string, string[]>();
  const byParent = new Map<string, string[]>();
  const places = new Map<string, SourcePlaces>();

  function learn(article: KnownArticle): void {
    const { id, parentId, earlier } = article;
    byId.set(id, article);
    if (parentId !== null) return append(byParent, parentId, id);
    for (const text of [...earlier, article]) {
      hashes.set(text.contentHash, id);
      append(byTitle, titleKey(text.title), id);
      const inSource = places.get(text.sourceId) ?? new SourcePlaces();
      places.set(text.sourceId, inSource);
      inSource.add(text, id);
    }
    if (article.url !== null) append(byUrl, article.url, id);
  }

  function found(ids: readonly string[] | undefined): KnownArticle[] {
    return (ids ?? []).flatMap((id) => byId.get(id) ?? []);
  }

  for (const article of articles) learn(article);
  return {
    byHash: (hash) => byId.get(hashes.get(hash) ?? ''),
    atLine: (sourceId, line) =>
      line === null ? undefined : byId.get(places.get(sourceId)?.at(line) ?? ''),
    titled: (title) => found(byTitle.get(titleKey(title))),
    addressed: (url) => found(byUrl.get(url)),
    partsOf: (parentId) => found(byParent.get(parentId)),
    learn,
  };
}

/** Which article holds a line of one source, by binary search: articles don't overlap. */
class SourcePlaces {
  private readonly texts: { startLine: number; endLine: number; id: string }[] = [];
  private sorted = true;

  add({ startLine, endLine }: Pick<Article, 'startLine' | 'endLine'>, id: string): void {
    if (startLine === null || endLine === null) return;
    this.texts.push({ startLine, endLine, id });
    this.sorted = false;
  }

  at(line: number): string | undefined {
    if (!this.sorted) this.texts.sort((a, b) => a.startLine - b.startLine);
    this.sorted = true;
    let [low, high] = [0, this.texts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.texts[middle]?.startLine ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    const text = this.texts[low - 1];
    return text !== undefined && line <= text.endLine ? text.id : undefined;
  }
}

/** The same for titles that differ in space and case alone. */
export function titleKey(title: string): string {
  return foldSpace(title).toLowerCase();
}

function append(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}
