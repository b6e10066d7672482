/** Articles: metadata in the catalogue, text in a file each. Files are written before the catalogue names them. */
import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Article } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import type { Sort } from '../../shared/list-view.ts';
import { fromArticleFile, toArticleFile } from './article-file.ts';
import { ArticleIndex } from './article-index.ts';
import { ArticleOrder } from './article-order.ts';
import type { ArticleListener, Catalogue } from './catalogue.ts';
import type { Batch, Operation } from './catalogue-data.ts';
import { replaceFile, syncFolder } from './durable-file.ts';
import { isMissing, unreadable } from './file-error.ts';
import { damaged } from './json-file.ts';
import type { ArticleWithText, Library } from './library.ts';
import { articlePath, articlePaths } from './library-paths.ts';
import { mapBounded } from './map-bounded.ts';
import { SerialQueue } from './serial-queue.ts';
import type { StoreContext } from './store-context.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const FILES_AT_ONCE = 16;

export class ArticleStore implements Readonly<Library['articles']> {
  private readonly index: ArticleIndex;
  private readonly order: ArticleOrder;
  private readonly puts = new SerialQueue();
  private changes = 0;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly context: StoreContext,
  ) {
    const { articles, sources } = catalogue.data;
    this.index = new ArticleIndex(articles);
    this.order = new ArticleOrder(articles, sources);
    catalogue.onArticle((before, after) => {
      this.index.replaced(before, after);
      this.order.replaced(before, after);
      if (!onlyMoved(before, after)) this.changes += 1;
    });
  }

  get size(): number {
    return this.catalogue.data.articles.size;
  }

  get revision(): number {
    return this.changes;
  }

  get(id: string): Article | undefined {
    return this.catalogue.data.articles.get(id);
  }

  require(id: string): Article {
    const article = this.get(id);
    if (article === undefined)
      throw new LecternError('not_found', phrase('error.noArticle', { id }), { id });
    return article;
  }

  all(): Iterable<Article> {
    return this.catalogue.data.articles.values();
  }

  onChange(listener: ArticleListener): void {
    this.catalogue.onArticle(listener);
  }

  sorted(sort: Sort, descending: boolean): readonly Article[] {
    return this.order.sorted(sort, descending);
  }

  ofSource(sourceId: string): Article[] {
    return this.index.ofSource(sourceId);
  }

  useSource(sourceId: string): boolean {
    return this.index.useSource(sourceId);
  }

  partsOf(id: string): Article[] {
    return this.index.partsOf(id);
  }

  copies(contentHash: string): number {
    return this.index.copies(contentHash);
  }

  byUrl(url: string): Article | undefined {
    return this.index.withAddress(url);
  }

  byContentHash(hash: string): Article | undefined {
    return this.index.withHash(hash);
  }

  async markdown(id: string, version?: number): Promise<string> {
    const article = this.require(id);
    if (version !== undefined && !hasVersion(article, version)) {
      throw new LecternError('not_found', phrase('error.noVersion', { version, id }));
    }
    const path = articlePath(this.context.folder, article, version);
    try {
      return fromArticleFile(id, await readFile(path, 'utf8'));
    } catch (error) {
      if (isMissing(error)) throw damaged(path, phrase('damage.missing'));
      throw unreadable(path, error);
    }
  }

  async put(entries: readonly ArticleWithText[]): Promise<void> {
    this.context.assertWritable();
    await this.puts.run(async () => {
      try {
        await this.writeFiles(entries);
        await this.catalogue.commit(() =>
          entries.map(({ article }) => ({ op: 'setArticle', value: article })),
        );
      } catch (error) {
        await this.removeStrays(entries);
        throw error;
      }
    });
  }

  async change(ids: readonly string[], change: (article: Article) => Article): Promise<void> {
    this.context.assertWritable();
    await this.catalogue.commit(() =>
      [...new Set(ids)].flatMap((id): Batch => {
        const before = this.require(id);
        const value = change(before);
        return value === before ? [] : [{ op: 'setArticle', value }];
      }),
    );
  }

  async remove(ids: readonly string[]): Promise<void> {
    this.context.assertWritable();
    const gone = new Set(ids);
    await this.puts.run(async () => {
      let files: string[] = [];
      await this.catalogue.commit(() => {
        const removed = [...gone].map((id) => this.require(id));
        files = removed.flatMap((article) => articlePaths(this.context.folder, article));
        return [...removed.map(({ id }) => toRemoval(id)), ...this.orphanedParts(removed, gone)];
      });
      await mapBounded(files, FILES_AT_ONCE, (path) => rm(path, { force: true }));
    });
  }

  settled(): Promise<void> {
    return this.puts.settled();
  }

  private orphanedParts(removed: readonly Article[], gone: ReadonlySet<string>): Batch {
    const parts = removed.flatMap(({ id }) => this.partsOf(id)).filter(({ id }) => !gone.has(id));
    return parts.map((part) => ({ op: 'setArticle', value: { ...part, parentId: null } }));
  }

  private async writeFiles(entries: readonly ArticleWithText[]): Promise<void> {
    const { folder } = this.context;
    await mapBounded(entries, FILES_AT_ONCE, async ({ article, markdown }) => {
      const sourceName = this.catalogue.data.sources.get(article.sourceId)?.name ?? null;
      const text = toArticleFile(article, sourceName, markdown);
      await replaceFile(articlePath(folder, article), (file) => file.writeFile(text));
    });
    const folders = new Set(entries.map(({ article }) => dirname(articlePath(folder, article))));
    await mapBounded(folders, FILES_AT_ONCE, syncFolder);
  }

  /** After a failure: what no catalogue entry names would only be in the way. */
  private async removeStrays(entries: readonly ArticleWithText[]): Promise<void> {
    const { folder } = this.context;
    const strays = entries.flatMap(({ article }) => {
      const path = articlePath(folder, article);
      const known = this.get(article.id);
      return known !== undefined && articlePaths(folder, known).includes(path) ? [] : [path];
    });
    await mapBounded(strays, FILES_AT_ONCE, (path) => rm(path, { force: true }).catch(() => {}));
  }
}

function toRemoval(id: string): Operation {
  return { op: 'removeArticle', id };
}

/** Whether nothing but the reading position is another. */
function onlyMoved(before: Article | undefined, after: Article | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return Object.entries(after).every(
    ([key, value]) => key === 'position' || before[key as keyof Article] === value,
  );
}

function hasVersion(article: Article, version: number): boolean {
  return article.version === version || article.earlier.some((one) => one.version === version);
}
