/**
 * Annotations: one small lowdb file an article, so that a new one costs the same in any library.
 * A file is read when it is first asked for and stays in memory; without annotations there is none.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { annotationSchema, type Annotation } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import { grouped } from '../../shared/grouped.ts';
import { DurableJsonFile } from './durable-json.ts';
import type { Library } from './library.ts';
import { annotationsPath } from './library-paths.ts';
import { mapBounded } from './map-bounded.ts';
import { shardedIds } from './sharded-ids.ts';
import type { StoreContext } from './store-context.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const FILES_AT_ONCE = 16;

export const annotationsFileSchema = z.object({ annotations: z.array(annotationSchema) });
type AnnotationsFile = DurableJsonFile<z.infer<typeof annotationsFileSchema>>;

export class AnnotationStore implements Readonly<Library['annotations']> {
  private readonly files = new Map<string, Promise<AnnotationsFile>>();
  private readonly articleOf = new Map<string, string>();
  private loading: Promise<void> | null = null;
  private changes = 0;

  constructor(private readonly context: StoreContext) {}

  get revision(): number {
    return this.changes;
  }

  async all(): Promise<Annotation[]> {
    await this.loadAll();
    const files = await Promise.all(this.files.values());
    return files.flatMap((file) => file.data.annotations);
  }

  async ofArticle(articleId: string): Promise<Annotation[]> {
    const file = await this.open(articleId);
    return [...file.data.annotations];
  }

  async require(id: string): Promise<Annotation> {
    if (!this.articleOf.has(id)) await this.loadAll();
    const articleId = this.articleOf.get(id);
    const found = articleId === undefined ? [] : await this.ofArticle(articleId);
    const annotation = found.find((one) => one.id === id);
    if (annotation === undefined) throw notFound(id);
    return annotation;
  }

  /** Each once, in the order given. */
  private async requireMany(ids: readonly string[]): Promise<Annotation[]> {
    if (!ids.every((id) => this.articleOf.has(id))) await this.loadAll();
    const articleIds = new Set(ids.flatMap((id) => this.articleOf.get(id) ?? []));
    const all = await Promise.all([...articleIds].map((id) => this.ofArticle(id)));
    const known = new Map(all.flat().map((annotation) => [annotation.id, annotation]));
    return [...new Set(ids)].map((id) => {
      const annotation = known.get(id);
      if (annotation === undefined) throw notFound(id);
      return annotation;
    });
  }

  /** Null takes one away. One write a file. */
  private async updateMany(
    chosen: readonly Annotation[],
    change: (annotation: Annotation) => Annotation | null,
  ): Promise<void> {
    const byArticle = grouped(chosen, ({ articleId }) => articleId);
    await mapBounded([...byArticle], FILES_AT_ONCE, async ([articleId, meant]) => {
      const file = await this.open(articleId);
      const ids = new Set(meant.map(({ id }) => id));
      await this.update(file, ({ annotations }) => ({
        annotations: annotations.flatMap((one) => (ids.has(one.id) ? (change(one) ?? []) : one)),
      }));
    });
  }

  async put(annotation: Annotation): Promise<void> {
    this.context.assertWritable();
    const file = await this.open(annotation.articleId);
    this.articleOf.set(annotation.id, annotation.articleId);
    await this.update(file, ({ annotations }) => ({
      annotations: withOne(annotations, annotation),
    }));
  }

  async change(id: string, change: (annotation: Annotation) => Annotation): Promise<Annotation> {
    this.context.assertWritable();
    const { articleId } = await this.require(id);
    const file = await this.open(articleId);
    const before = file.data.annotations.find((one) => one.id === id);
    if (before === undefined) throw notFound(id);
    const after = change(before);
    await this.update(file, ({ annotations }) => ({
      annotations: annotations.map((one) => (one.id === id ? after : one)),
    }));
    return after;
  }

  async changeMany(
    ids: readonly string[],
    change: (annotation: Annotation) => Annotation,
  ): Promise<Annotation[]> {
    this.context.assertWritable();
    const changed: Annotation[] = [];
    await this.updateMany(await this.requireMany(ids), (one) => {
      const after = change(one);
      changed.push(after);
      return after;
    });
    return changed;
  }

  async putMany(annotations: readonly Annotation[]): Promise<void> {
    this.context.assertWritable();
    const byArticle = grouped(annotations, ({ articleId }) => articleId);
    await mapBounded([...byArticle], FILES_AT_ONCE, async ([articleId, given]) => {
      const file = await this.open(articleId);
      const ids = new Set(given.map(({ id }) => id));
      for (const id of ids) this.articleOf.set(id, articleId);
      await this.update(file, (data) => ({
        annotations: [...data.annotations.filter(({ id }) => !ids.has(id)), ...given],
      }));
    });
  }

  async remove(id: string): Promise<Annotation> {
    const [annotation] = await this.removeMany([id]);
    if (annotation === undefined) throw notFound(id);
    return annotation;
  }

  async removeMany(ids: readonly string[]): Promise<Annotation[]> {
    this.context.assertWritable();
    const annotations = await this.requireMany(ids);
    await this.updateMany(annotations, () => null);
    return annotations;
  }

  async removeOf(articleId: string): Promise<void> {
    this.context.assertWritable();
    const file = await this.open(articleId);
    for (const { id } of file.data.annotations) this.articleOf.delete(id);
    if (file.data.annotations.length > 0) await this.update(file, () => ({ annotations: [] }));
  }

  async settled(): Promise<void> {
    const files = await Promise.all(this.files.values());
    await Promise.all(files.map((file) => file.settled()));
  }

  /** Memory has it at once, and not any more when it can't be written. */
  private async update(
    file: AnnotationsFile,
    change: Parameters<AnnotationsFile['update']>[0],
  ): Promise<void> {
    const written = file.update(change);
    this.changes += 1;
    await written.catch((error: unknown) => {
      this.changes += 1;
      throw error;
    });
  }

  private open(articleId: string): Promise<AnnotationsFile> {
    const known = this.files.get(articleId);
    if (known !== undefined) return known;
    const opening = this.read(articleId);
    this.files.set(articleId, opening);
    opening.catch(() => this.files.delete(articleId));
    return opening;
  }

  private async read(articleId: string): Promise<AnnotationsFile> {
    const file = await DurableJsonFile.open({
      path: annotationsPath(this.context.folder, articleId),
      schema: annotationsFileSchema,
      fallback: { annotations: [] },
      isEmpty: ({ annotations }) => annotations.length === 0,
      log: this.context.log,
      now: this.context.now,
    });
    for (const { id } of file.data.annotations) this.articleOf.set(id, articleId);
    return file;
  }

  private loadAll(): Promise<void> {
    this.loading ??= this.readAll().catch((error: unknown) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  private async readAll(): Promise<void> {
    const folder = join(this.context.folder, 'annotations');
    const ids = await shardedIds(folder);
    await mapBounded(ids, FILES_AT_ONCE, (id) => this.open(id));
  }
}

function notFound(id: string): LecternError {
  return new LecternError('not_found', phrase('error.noAnnotation', { id }), { id });
}

function withOne(annotations: readonly Annotation[], annotation: Annotation): Annotation[] {
  const at = annotations.findIndex(({ id }) => id === annotation.id);
  return at === -1 ? [...annotations, annotation] : annotations.with(at, annotation);
}
