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
import {
  collectionSchema,
  smartListSchema,
  type Collection,
  type SmartList,
} from '../../shared/lists.ts';

export interface CatalogueData {
  articles: Map<string, Article>;
  sources: Map<string, Source>;
  collections: Map<string, Collection>;
  smartLists: Map<string, SmartList>;
}

export const operationSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('setArticle'), value: articleSchema }),
  z.object({ op: z.literal('removeArticle'), id: idSchema }),
  z.object({ op: z.literal('setSource'), value: sourceSchema }),
  z.object({ op: z.literal('removeSource'), id: sha256Schema }),
  z.object({ op: z.literal('setCollection'), value: collectionSchema }),
  z.object({ op: z.literal('removeCollection'), id: idSchema }),
  z.object({ op: z.literal('setSmartList'), value: smartListSchema }),
  z.object({ op: z.literal('removeSmartList'), id: idSchema }),
]);
export type Operation = z.infer<typeof operationSchema>;

/** What is written together and holds together: all of it or nothing. */
export const batchSchema = z.array(operationSchema);
export type Batch = z.infer<typeof batchSchema>;

export function emptyCatalogue(): CatalogueData {
  return {
    articles: new Map(),
    sources: new Map(),
    collections: new Map(),
    smartLists: new Map(),
  };
}

export function applyBatch(data: CatalogueData, batch: Batch): void {
  for (const operation of batch) applyOperation(data, operation);
}

/** What takes the batch back when it is applied after it. */
export function inverseBatch(data: CatalogueData, batch: Batch): Batch {
  const seen = new Set<string>();
  return batch.flatMap((operation) => {
    const key = `${operation.op.replace(/^(?:set|remove)/, '')} ${idOf(operation)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [inverseOperation(data, operation)];
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
    case 'setCollection':
      data.collections.set(operation.value.id, operation.value);
      break;
    case 'removeCollection':
      data.collections.delete(operation.id);
      break;
    case 'setSmartList':
      data.smartLists.set(operation.value.id, operation.value);
      break;
    case 'removeSmartList':
      data.smartLists.delete(operation.id);
      break;
  }
}

function inverseOperation(data: CatalogueData, operation: Operation): Operation {
  const id = idOf(operation);
  switch (operation.op) {
    case 'setArticle':
    case 'removeArticle': {
      const value = data.articles.get(id);
      return value === undefined ? { op: 'removeArticle', id } : { op: 'setArticle', value };
    }
    case 'setSource':
    case 'removeSource': {
      const value = data.sources.get(id);
      return value === undefined ? { op: 'removeSource', id } : { op: 'setSource', value };
    }
    case 'setCollection':
    case 'removeCollection': {
      const value = data.collections.get(id);
      return value === undefined ? { op: 'removeCollection', id } : { op: 'setCollection', value };
    }
    case 'setSmartList':
    case 'removeSmartList': {
      const value = data.smartLists.get(id);
      return value === undefined ? { op: 'removeSmartList', id } : { op: 'setSmartList', value };
    }
  }
}

function idOf(operation: Operation): string {
  return 'value' in operation ? operation.value.id : operation.id;
}
