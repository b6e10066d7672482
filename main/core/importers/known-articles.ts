/**
 * What the library holds already, by the ways an import asks for it, and what this very import has
 * brought so far. Top-level articles and reprints are kept apart.
 */
import type { Article } from '../../shared/entities.ts';
import type { Library } from '../library/library.ts';
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
  titled(title: string): Iterable<KnownArticle>;
  /** Articles of that address. */
  addressed(url: string): Iterable<KnownArticle>;
  /** The reprints inside a known article. */
  partsOf(parentId: string): Iterable<KnownArticle>;
  /** What this import has brought, or made of an article, for what comes after. */
  learn(article: KnownArticle): void;
}

/**
 * The articles of the library, as long as it is open: made in one pass over the catalogue when an
 * import first asks, and kept in step from then on. A library has one of it.
 */
export function knownOfLibrary(
  articles: Pick<Library['articles'], 'all' | 'onChange'>,
): () => KnownArticles {
  let index: KnownIndex | null = null;
  articles.onChange((before, after) => {
    if (after !== undefined) index?.learn(after);
    else if (before !== undefined) index?.forget(before.id);
  });
  return () => {
    index ??= new KnownIndex(articles.all());
    return new KnownHere(index);
  };
}

/** What one import brings, over what the library has. */
class KnownHere implements KnownArticles {
  private readonly here = new KnownIndex([]);

  constructor(private readonly library: KnownIndex) {}

  byHash(contentHash: string): KnownArticle | undefined {
    return this.here.byHash(contentHash) ?? this.now(this.library.byHash(contentHash));
  }

  atLine(sourceId: string, line: number | null): KnownArticle | undefined {
    return this.here.atLine(sourceId, line) ?? this.now(this.library.atLine(sourceId, line));
  }

  titled(title: string): Iterable<KnownArticle> {
    return this.both(this.library.titled(title), this.here.titled(title));
  }

  addressed(url: string): Iterable<KnownArticle> {
    return this.both(this.library.addressed(url), this.here.addressed(url));
  }

  partsOf(parentId: string): Iterable<KnownArticle> {
    return this.both(this.library.partsOf(parentId), this.here.partsOf(parentId));
  }

  learn(article: KnownArticle): void {
    this.here.learn(article);
  }

  private *both(
    inLibrary: Iterable<KnownArticle>,
    here: Iterable<KnownArticle>,
  ): Generator<KnownArticle> {
    for (const article of inLibrary) yield this.here.get(article.id) ?? article;
    for (const article of here) if (this.library.get(article.id) === undefined) yield article;
  }

  private now(article: KnownArticle | undefined): KnownArticle | undefined {
    return article === undefined ? undefined : (this.here.get(article.id) ?? article);
  }
}

/**
 * Grows only: what an article no longer is, or that it is gone, is seen when it is looked up. So
 * learning and forgetting cost the same at any size.
 */
export class KnownIndex implements KnownArticles {
  private readonly byId = new Map<string, KnownArticle>();
  private readonly hashes = new Map<string, string[]>();
  private readonly titles = new Map<string, string[]>();
  private readonly urls = new Map<string, string[]>();
  private readonly parents = new Map<string, string[]>();
  private readonly places = new Map<string, SourcePlaces>();

  constructor(articles: Iterable<KnownArticle>) {
    for (const article of articles) this.learn(article);
  }

  get(id: string): KnownArticle | undefined {
    return this.byId.get(id);
  }

  learn(article: KnownArticle): void {
    const { id, parentId, earlier } = article;
    const before = this.byId.get(id);
    this.byId.set(id, article);
    if (before !== undefined && sameTexts(before, article)) return;
    if (parentId !== null) return append(this.parents, parentId, id);
    for (const text of [...earlier, article]) {
      append(this.hashes, text.contentHash, id);
      append(this.titles, titleKey(text.title), id);
      const inSource = this.places.get(text.sourceId) ?? new SourcePlaces();
      this.places.set(text.sourceId, inSource);
      inSource.add(text, id);
    }
    if (article.url !== null) append(this.urls, article.url, id);
  }

  forget(id: string): void {
    this.byId.delete(id);
  }

  byHash(contentHash: string): KnownArticle | undefined {
    const has = (article: KnownArticle) =>
      texts(article).some((text) => text.contentHash === contentHash);
    for (const article of this.found(this.hashes.get(contentHash)?.toReversed(), has)) {
      return article;
    }
    return undefined;
  }

  atLine(sourceId: string, line: number | null): KnownArticle | undefined {
    const id = line === null ? undefined : this.places.get(sourceId)?.at(line);
    return id === undefined ? undefined : this.byId.get(id);
  }

  titled(title: string): Iterable<KnownArticle> {
    const key = titleKey(title);
    return this.found(this.titles.get(key), (article) =>
      texts(article).some((text) => titleKey(text.title) === key),
    );
  }

  addressed(url: string): Iterable<KnownArticle> {
    return this.found(
      this.urls.get(url),
      (article) => article.parentId === null && article.url === url,
    );
  }

  partsOf(parentId: string): Iterable<KnownArticle> {
    return this.found(this.parents.get(parentId), (article) => article.parentId === parentId);
  }

  private *found(
    ids: readonly string[] | undefined,
    still: (article: KnownArticle) => boolean,
  ): Generator<KnownArticle> {
    for (const id of ids ?? []) {
      const article = this.byId.get(id);
      if (article !== undefined && still(article)) yield article;
    }
  }
}

/** What it is and what it was. Of a part, only what it is a part of can be asked. */
function texts(article: KnownArticle): readonly KnownArticle['earlier'][number][] {
  return article.parentId === null ? [...article.earlier, article] : [];
}

/** Nothing that can be asked for is another: it was read, say, or tagged. */
function sameTexts(one: KnownArticle, other: KnownArticle): boolean {
  return (
    one.parentId === other.parentId &&
    one.url === other.url &&
    one.title === other.title &&
    one.contentHash === other.contentHash &&
    one.sourceId === other.sourceId &&
    one.startLine === other.startLine &&
    one.earlier.length === other.earlier.length
  );
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
  else if (ids.at(-1) !== id) ids.push(id);
}
