/**
 * The folded catalogue: JSON with one entity a line, so that a file with a bad spot gives all but
 * the entities on it. Written piece by piece, with turns of the event loop between the pieces.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { articleSchema, sourceSchema, type Article, type Source } from '../../shared/entities.ts';
import {
  collectionSchema,
  smartListSchema,
  type Collection,
  type SmartList,
} from '../../shared/lists.ts';
import { emptyCatalogue, type CatalogueData } from './catalogue-data.ts';
import { replaceDurably } from './durable-file.ts';
import { isMissing, unreadable } from './file-error.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

const PIECE = 128 * 1024;

export interface SnapshotReading {
  /** The first journal that is not in it; null when that line is damaged. */
  generation: number | null;
  data: CatalogueData;
  /** Empty for a sound file. */
  damage: Phrase[];
  /** Length of the file; 0 where there is none. */
  bytes: number;
}

/** The entities as they are now, to be written later. */
export interface Frozen {
  articles: Article[];
  sources: Source[];
  collections: Collection[];
  smartLists: SmartList[];
}

export function freeze(data: CatalogueData): Frozen {
  return {
    articles: [...data.articles.values()],
    sources: [...data.sources.values()],
    collections: [...data.collections.values()],
    smartLists: [...data.smartLists.values()],
  };
}

/** Gives the file's length. Aborting leaves the old file. @throws LecternError unwritable */
export async function writeSnapshot(
  path: string,
  generation: number,
  frozen: Frozen,
  signal: AbortSignal,
): Promise<number> {
  let length = 0;
  await replaceDurably(path, async (file) => {
    for (const piece of pieces(generation, frozen)) {
      signal.throwIfAborted();
      await file.appendFile(piece);
      length += Buffer.byteLength(piece);
    }
    signal.throwIfAborted();
  });
  return length;
}

function* pieces(generation: number, frozen: Frozen): Generator<string> {
  let piece = '';
  for (const line of snapshotLines(generation, frozen)) {
    piece += `${line}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function* snapshotLines(generation: number, frozen: Frozen): Generator<string> {
  yield `{"generation":${generation},`;
  yield '"sources":[';
  yield* entityLines(frozen.sources);
  yield '],"collections":[';
  yield* entityLines(frozen.collections);
  yield '],"smartLists":[';
  yield* entityLines(frozen.smartLists);
  yield '],"articles":[';
  yield* entityLines(frozen.articles);
  yield ']}';
}

function* entityLines(entities: readonly unknown[]): Generator<string> {
  const last = entities.length - 1;
  for (const [index, entity] of entities.entries()) {
    yield JSON.stringify(entity) + (index === last ? '' : ',');
  }
}

/** An empty catalogue of generation 1 where there is no file. @throws LecternError unreadable */
export async function readSnapshot(path: string): Promise<SnapshotReading> {
  try {
    const bytes = await readFile(path);
    return { ...parseSnapshot(bytes.toString('utf8')), bytes: bytes.length };
  } catch (error) {
    if (isMissing(error)) return emptyReading(1);
    throw unreadable(path, error);
  }
}

const snapshotSchema = z.object({
  generation: z.number().int().positive(),
  sources: z.array(z.unknown()),
  collections: z.array(z.unknown()).default([]),
  smartLists: z.array(z.unknown()).default([]),
  articles: z.array(z.unknown()),
});

export function parseSnapshot(text: string): SnapshotReading {
  const whole = snapshotSchema.safeParse(toValue(text));
  if (!whole.success) return salvage(text);
  const reading = emptyReading(whole.data.generation);
  const { sources, collections, smartLists, articles } = whole.data;
  for (const value of [...sources, ...collections, ...smartLists]) addEntity(reading, value);
  for (const value of articles) addEntity(reading, value);
  return reading;
}

/** What can be had from a file that is not JSON any more: each line that still is. */
function salvage(text: string): SnapshotReading {
  const generation = /^\{"generation":(\d+),$/m.exec(text)?.[1];
  const reading = emptyReading(generation === undefined ? null : Number(generation));
  reading.damage.push(phrase('damage.notWhole'));
  for (const line of text.split('\n')) {
    if (!line.startsWith('{') || line.startsWith('{"generation":')) continue;
    addEntity(reading, toValue(line.replace(/,$/, '')));
  }
  return reading;
}

function emptyReading(generation: number | null): SnapshotReading {
  return { generation, data: emptyCatalogue(), damage: [], bytes: 0 };
}

function addEntity({ data, damage }: SnapshotReading, value: unknown): void {
  const article = articleSchema.safeParse(value);
  if (article.success) {
    data.articles.set(article.data.id, article.data);
    return;
  }
  const source = sourceSchema.safeParse(value);
  const smartList = smartListSchema.safeParse(value);
  const collection = collectionSchema.safeParse(value);
  if (source.success) data.sources.set(source.data.id, source.data);
  else if (smartList.success) data.smartLists.set(smartList.data.id, smartList.data);
  else if (collection.success) data.collections.set(collection.data.id, collection.data);
  else damage.push(phrase('damage.entry', { entry: excerpt(value) }));
}

function excerpt(value: unknown): string {
  return (JSON.stringify(value) ?? 'not JSON').slice(0, 120);
}

/** Undefined for what is not JSON. */
function toValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
