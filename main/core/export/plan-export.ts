/** What an export would do to its folder: for each document its file as it is and as it would be. */
import { resolve } from 'node:path';
import type { Library } from '../library/library.ts';
import type { WrittenDocument } from '../library/export-store.ts';
import { mapBounded } from '../library/map-bounded.ts';
import type { NotesDocument, Unit } from './document.ts';
import {
  mergeDocument,
  renderDocument,
  type Conflict,
  type MergeOptions,
} from './merge/merge-document.ts';
import type { TargetFile, TargetFolder } from './target-folder.ts';

export interface NamedDocument {
  document: NotesDocument;
  /** Relative to the target folder. */
  path: string;
  /** Taken where a file that is not ours has the first name. */
  otherPath: string;
}

export interface PlannedFile extends TargetFile {
  documentId: string;
  status: 'new' | 'changed' | 'unchanged';
  conflicts: PlannedConflict[];
  written: WrittenDocument;
}

export interface PlannedConflict extends Conflict {
  /** The same in the next plan, for whoever answers it. */
  id: string;
  /** Of a note on an article as a whole: the article. */
  articleId: string | null;
}

export interface PlanRequest {
  target: TargetFolder;
  documents: readonly NamedDocument[];
  /** Whether a document that was written before but is not among these should have its say. */
  isGone: (documentId: string) => boolean;
  markOf: (unit: Unit) => string;
  /** Ids of conflicts in which Lectern's side is to be written. */
  overwrite: ReadonlySet<string>;
}

const FILES_AT_ONCE = 8;

export async function planExport(
  { exports }: Pick<Library, 'exports'>,
  request: PlanRequest,
): Promise<PlannedFile[]> {
  const { target, documents } = request;
  const folder = resolve(target.folder);
  const known = new Set(await exports.ids());
  const planned = await mapBounded(documents, FILES_AT_ONCE, async (named) => {
    const { id } = named.document;
    const base = known.has(id) ? baseIn(await exports.of(id), folder) : null;
    return planOne(named, base, request);
  });
  const there = new Set(documents.map(({ document }) => document.id));
  const gone = [...known].filter((id) => !there.has(id) && request.isGone(id)).sort();
  const emptied = await mapBounded(gone, FILES_AT_ONCE, async (id) => {
    const base = (await exports.of(id)).find((written) => written.folder === folder);
    return base === undefined ? null : planGone(id, base, request);
  });
  return [...planned, ...emptied.filter((file) => file !== null)];
}

/** Of this folder; a folder that was moved is known by what was written elsewhere. */
function baseIn(all: readonly WrittenDocument[], folder: string): WrittenDocument | null {
  return all.find((written) => written.folder === folder) ?? all[0] ?? null;
}

async function planOne(
  { document, path, otherPath }: NamedDocument,
  base: WrittenDocument | null,
  request: PlanRequest,
): Promise<PlannedFile> {
  const { target } = request;
  const likely = [...(base === null ? [] : [base.path]), path, otherPath];
  const current = await target.find(document.id, likely);
  if (current !== null) return merged(document, base, current, request);
  const free = (await target.read(path)) === null ? path : otherPath;
  const { properties, units } = document;
  return {
    documentId: document.id,
    path: free,
    content: renderDocument(document),
    status: 'new',
    conflicts: [],
    written: { folder: resolve(target.folder), path: free, properties, units },
  };
}

/** Nothing is left of it in Lectern: what was written is marked, if it is still there. */
async function planGone(
  id: string,
  base: WrittenDocument,
  request: PlanRequest,
): Promise<PlannedFile | null> {
  const current = await request.target.find(id, [base.path]);
  if (current === null) return null;
  return merged({ id, properties: base.properties, units: [] }, base, current, request);
}

function merged(
  document: NotesDocument,
  base: WrittenDocument | null,
  current: TargetFile,
  { target, markOf, overwrite }: PlanRequest,
): PlannedFile {
  const idOf = ({ unit, part }: Pick<Conflict, 'unit' | 'part'>) =>
    `${document.id}/${unit}/${part}`;
  const options: MergeOptions = { markOf, overwrite: (conflict) => overwrite.has(idOf(conflict)) };
  const result = mergeDocument(current.content, base, document, options);
  return {
    documentId: document.id,
    path: current.path,
    content: result.content,
    status: result.content === current.content ? 'unchanged' : 'changed',
    conflicts: result.conflicts.map((conflict) => ({
      ...conflict,
      id: idOf(conflict),
      articleId: conflict.annotationId === null ? document.id : null,
    })),
    written: { folder: resolve(target.folder), path: current.path, ...result.base },
  };
}
