/**
 * The catalogue in memory, and changes to it. Entities are replaced, never mutated, so that whoever
 * holds one (a snapshot that is being written) sees it as it was.
 */
import { z } from 'zod';
import {
  articleSchema,
  idSchema,
  sha256Schema,
  sourceSchema,
  type Article,
  type Source,
} from '../../shared/entities.ts';

export interface CatalogueData {
  articles: Map<string, Article>;
  sources: Map<string, Source>;
}

export const operationSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('setArticle'), value: articleSchema }),
  z.object({ op: z.literal('removeArticle'), id: idSchema }),
  z.object({ op: z.literal('setSource'), value: sourceSchema }),
  z.object({ op: z.literal('removeSource'), id: sha256Schema }),
]);
export type Operation = z.infer<typeof operationSchema>;

/** What is written together and holds together: all of it or nothing. */
export const batchSchema = z.array(operationSchema);
export type Batch = z.infer<typeof batchSchema>;

export function emptyCatalogue(): CatalogueData {
  return { articles: new Map(), sources: new Map() };
}

export function applyBatch(data: CatalogueData, batch: Batch): void {
  for (const operation of batch) applyOperation(data, operation);
}

/** What takes the batch back when it is applied after it. */
export function inverseBatch(data: CatalogueData, batch: Batch): Batch {
  const seen = new Set<string>();
  return batch.flatMap((operation) => {
    const id = idOf(operation);
    if (seen.has(id)) return [];
    seen.add(id);
    return [inverseOperation(data, operation, id)];
  });
}

function applyOperation(data: CatalogueData, operation: Operation): void {
  switch (operation.op) {
    case 'setArticle':
      data.articles.set(operation.value.id, operation.value);
      break;
    case 'removeArticle':
      data.articles.delete(operation.id);
      break;
    case 'setSource':
      data.sources.set(operation.value.id, operation.value);
      break;
    case 'removeSource':
      data.sources.delete(operation.id);
      break;
  }
}

function inverseOperation(data: CatalogueData, operation: Operation, id: string): Operation {
  if (operation.op === 'setArticle' || operation.op === 'removeArticle') {
    const value = data.articles.get(id);
    return value === undefined ? { op: 'removeArticle', id } : { op: 'setArticle', value };
  }
  const value = data.sources.get(id);
  return value === undefined ? { op: 'removeSource', id } : { op: 'setSource', value };
}

function idOf(operation: Operation): string {
  return 'value' in operation ? operation.value.id : operation.id;
}
