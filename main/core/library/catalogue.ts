/**
 * Articles' and sources' metadata on lowdb. Commits run one after another: each sees what the one
 * before has made, shows in memory while it is being written, and is taken back if that fails.
 */
import { Low } from 'lowdb';
import type { Article } from '../../shared/entities.ts';
import { CatalogueAdapter, type CatalogueOptions } from './catalogue-adapter.ts';
import {
  applyBatch,
  emptyCatalogue,
  inverseBatch,
  type Batch,
  type CatalogueData,
  type Operation,
} from './catalogue-data.ts';
import type { CatalogueDamage } from './catalogue-load.ts';
import { SerialQueue } from './serial-queue.ts';

/** Undefined for an article that was not there, or is not any more. */
export type ArticleListener = (before: Article | undefined, after: Article | undefined) => void;

export class Catalogue {
  private readonly low: Low<CatalogueData>;
  private readonly queue = new SerialQueue();
  private readonly listeners: ArticleListener[] = [];

  private constructor(private readonly adapter: CatalogueAdapter) {
    this.low = new Low(adapter, emptyCatalogue());
  }

  /** @throws LecternError unreadable, unwritable */
  static async open(options: CatalogueOptions): Promise<Catalogue> {
    const catalogue = new Catalogue(new CatalogueAdapter(options));
    await catalogue.low.read();
    return catalogue;
  }

  get data(): Readonly<CatalogueData> {
    return this.low.data;
  }

  /** What was wrong in the folder when it was read. */
  get damage(): readonly CatalogueDamage[] {
    return this.adapter.damage;
  }

  /** Called after every change of an article in memory. */
  onArticle(listener: ArticleListener): void {
    this.listeners.push(listener);
  }

  /** Resolves when all of the batch is durable. @throws LecternError unwritable, and what `build` throws */
  commit(build: (data: Readonly<CatalogueData>) => Batch): Promise<void> {
    return this.queue.run(async () => {
      const batch = build(this.low.data);
      if (batch.length === 0) return;
      const inverse = inverseBatch(this.low.data, batch);
      this.adapter.stage(batch);
      try {
        await this.low.update((data) => this.apply(data, batch));
      } catch (error) {
        this.apply(this.low.data, inverse);
        throw error;
      }
    });
  }

  /** Resolves when no fold is under way. */
  folded(): Promise<void> {
    return this.adapter.folded();
  }

  async close(): Promise<void> {
    await this.queue.settled();
    await this.adapter.close();
  }

  private apply(data: CatalogueData, batch: Batch): void {
    for (const operation of batch) {
      const id = articleId(operation);
      const before = id === null ? undefined : data.articles.get(id);
      applyBatch(data, [operation]);
      if (id === null) continue;
      for (const listener of this.listeners) listener(before, data.articles.get(id));
    }
  }
}

function articleId(operation: Operation): string | null {
  if (operation.op === 'setArticle') return operation.value.id;
  return operation.op === 'removeArticle' ? operation.id : null;
}
