/** Finds articles by source, by parent, by content and by address without going through all of them. */
import type { Article } from '../../shared/entities.ts';
import { addressKey } from './address-key.ts';

export class ArticleIndex {
  private readonly bySource = new Map<string, Set<string>>();
  private readonly byHash = new Map<string, Set<string>>();
  private readonly byParent = new Map<string, Set<string>>();
  private readonly byAddress = new Map<string, Set<string>>();

  constructor(private readonly articles: ReadonlyMap<string, Article>) {
    for (const article of articles.values()) this.add(article);
  }

  replaced(before: Article | undefined, after: Article | undefined): void {
    if (before !== undefined) this.remove(before);
    if (after !== undefined) this.add(after);
  }

  /** In the order of the source. */
  ofSource(sourceId: string): Article[] {
    return this.toArticles(this.bySource.get(sourceId))
      .filter((article) => article.sourceId === sourceId)
      .sort((a, b) => a.order - b.order);
  }

  /** Whether any article has, or had in an earlier version, a text from that source. */
  useSource(sourceId: string): boolean {
    return this.bySource.has(sourceId);
  }

  /** In the order of the source. */
  partsOf(id: string): Article[] {
    const ids = this.byParent.get(id);
    return ids === undefined ? [] : this.toArticles(ids).sort((a, b) => a.order - b.order);
  }

  /** Outside the trash. */
  copies(hash: string): number {
    const ids = this.byHash.get(hash);
    if (ids === undefined || ids.size < 2) return ids?.size ?? 0;
    return this.toArticles(ids).filter(({ trashed }) => trashed === null).length;
  }

  /** One that is not in the trash, if there is. */
  withHash(hash: string): Article | undefined {
    const found = this.toArticles(this.byHash.get(hash));
    return found.find(({ trashed }) => trashed === null) ?? found[0];
  }

  /** The article of a page of the web, none from the trash; whatever part of the page is meant. */
  withAddress(url: string): Article | undefined {
    const key = addressKey(url);
    const ids = key === null ? undefined : this.byAddress.get(key);
    return this.toArticles(ids).find(({ trashed }) => trashed === null);
  }

  private toArticles(ids: ReadonlySet<string> | undefined): Article[] {
    return [...(ids ?? [])].flatMap((id) => this.articles.get(id) ?? []);
  }

  private add(article: Article): void {
    for (const source of sourcesOf(article)) addTo(this.bySource, source, article.id);
    addTo(this.byHash, article.contentHash, article.id);
    if (article.parentId !== null) addTo(this.byParent, article.parentId, article.id);
    const address = addressKey(article.url);
    if (address !== null) addTo(this.byAddress, address, article.id);
  }

  private remove(article: Article): void {
    for (const source of sourcesOf(article)) removeFrom(this.bySource, source, article.id);
    removeFrom(this.byHash, article.contentHash, article.id);
    if (article.parentId !== null) removeFrom(this.byParent, article.parentId, article.id);
    const address = addressKey(article.url);
    if (address !== null) removeFrom(this.byAddress, address, article.id);
  }
}

function sourcesOf({ sourceId, earlier }: Article): Set<string> {
  return new Set([sourceId, ...earlier.map((version) => version.sourceId)]);
}

function addTo(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, new Set([id]));
  else ids.add(id);
}

function removeFrom(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids?.delete(id) === true && ids.size === 0) map.delete(key);
}
