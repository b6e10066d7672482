/** Finds articles by source and by content without going through all of them. */
import type { Article } from '../../shared/entities.ts';

export class ArticleIndex {
  private readonly bySource = new Map<string, Set<string>>();
  private readonly byHash = new Map<string, Set<string>>();
  private readonly byParent = new Map<string, Set<string>>();

  constructor(private readonly articles: ReadonlyMap<string, Article>) {
    for (const article of articles.values()) this.add(article);
  }

  replaced(before: Article | undefined, after: Article | undefined): void {
    if (before !== undefined) this.remove(before);
    if (after !== undefined) this.add(after);
  }

  /** In the order of the source. */
  ofSource(sourceId: string): Article[] {
    return this.toArticles(this.bySource.get(sourceId)).sort((a, b) => a.order - b.order);
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

  private toArticles(ids: ReadonlySet<string> | undefined): Article[] {
    return [...(ids ?? [])].flatMap((id) => this.articles.get(id) ?? []);
  }

  private add(article: Article): void {
    addTo(this.bySource, article.sourceId, article.id);
    addTo(this.byHash, article.contentHash, article.id);
    if (article.parentId !== null) addTo(this.byParent, article.parentId, article.id);
  }

  private remove(article: Article): void {
    removeFrom(this.bySource, article.sourceId, article.id);
    removeFrom(this.byHash, article.contentHash, article.id);
    if (article.parentId !== null) removeFrom(this.byParent, article.parentId, article.id);
  }
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
