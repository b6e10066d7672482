/** What an export would do to its folder: each of its files as it is and as it would be. */
import { resolve } from 'node:path';
import { LecternError } from '../../shared/errors.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';
import type { WrittenDocument } from '../library/export-store.ts';
import type { Library } from '../library/library.ts';
import { mapBounded } from '../library/map-bounded.ts';
import type { NotesDocument, Unit } from './document.ts';
import { anchorsIn } from './merge/locate.ts';
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
  /** What it says now; null where it isn't there. */
  before: string | null;
}

export interface PlannedDocument {
  id: string;
  /** Of the files that its passages stand in. */
  paths: string[];
  conflicts: PlannedConflict[];
  written: WrittenDocument;
}

export interface PlannedConflict extends Conflict {
  /** The same in the next plan, for whoever answers it. */
  id: string;
  path: string;
  /** Of a note on an article as a whole: the article. */
  articleId: string | null;
}

export interface ExportFailure {
  path: string;
  reason: Phrase;
}

export interface ExportPlan {
  files: PlannedFile[];
  documents: PlannedDocument[];
  failures: ExportFailure[];
}

export interface PlanRequest {
  target: TargetFolder;
  documents: readonly NamedDocument[];
  /** Whether a document that was written before but is not among these should have its say. */
  isGone: (documentId: string) => boolean;
  markOf: (unit: Unit) => string;
  meaningOf: (note: string) => string;
  /** Ids of conflicts in which Lectern's side is to be written. */
  overwrite: ReadonlySet<string>;
}

const FILES_AT_ONCE = 8;

export async function planExport(
  { exports }: Pick<Library, 'exports'>,
  request: PlanRequest,
): Promise<ExportPlan> {
  const folder = resolve(request.target.folder);
  const known = new Set(await exports.ids());
  const there = new Set(request.documents.map(({ document }) => document.id));
  const gone = [...known].filter((id) => !there.has(id) && request.isGone(id)).sort();
  const plan = new FolderPlan(request, known.size > 0);
  await mapBounded(request.documents, FILES_AT_ONCE, async (named) => {
    const { id } = named.document;
    await plan.add(named, known.has(id) ? baseIn(await exports.of(id), folder) : null);
  });
  await mapBounded(gone, FILES_AT_ONCE, async (id) => {
    const base = (await exports.of(id)).find((written) => written.folder === folder);
    if (base !== undefined) await plan.addGone(id, base);
  });
  return plan.finish();
}

/** Of this folder; a folder that was moved is known by what was written elsewhere. */
function baseIn(all: readonly WrittenDocument[], folder: string): WrittenDocument | null {
  return all.find((written) => written.folder === folder) ?? all[0] ?? null;
}

/** A passage that its user moved to another file of the folder. */
interface Strays {
  path: string;
  units: Unit[];
}

class FolderPlan {
  private readonly files = new Map<string, PlannedFile>();
  private readonly documents = new Map<string, PlannedDocument>();
  private readonly failures: ExportFailure[] = [];
  private readonly strays: { document: NotesDocument; strays: Strays[] }[] = [];

  constructor(
    private readonly request: PlanRequest,
    private readonly remembers: boolean,
  ) {}

  add(named: NamedDocument, base: WrittenDocument | null): Promise<void> {
    return this.attempt(named.path, async () => {
      const { document, path, otherPath } = named;
      const current = await this.fileOf(document, base, [path, otherPath]);
      // Where its file is there and nothing is remembered of it, its passages may stand anywhere: all
      // files are read for them. A document without a file is new.
      const isForgotten = !this.remembers || current !== null;
      const sought = base?.units ?? (isForgotten ? document.units : []);
      const strays = await this.straysOf(sought, current);
      const own = withoutUnits(document, strays);
      if (current !== null) this.merge(own, base, strays, current);
      else if (own.units.some(({ anchor }) => anchor !== null) || strays.length === 0) {
        await this.make(own, named, strays);
      } else this.remember(document.id, base?.path ?? path, [], base ?? document);
      this.strays.push({ document, strays });
    });
  }

  /** Nothing is left of it in Lectern: what was written is marked where it still is. */
  addGone(id: string, base: WrittenDocument): Promise<void> {
    return this.attempt(base.path, async () => {
      const document = { id, properties: base.properties, units: [] };
      const current = await this.fileOf(document, base, []);
      const strays = await this.straysOf(base.units, current);
      if (current !== null) this.merge(document, base, strays, current);
      else if (strays.length > 0) this.remember(id, base.path, [], base);
      this.strays.push({ document, strays });
    });
  }

  /** Files that other documents are in as well are brought up to date last, one after another. */
  async finish(): Promise<ExportPlan> {
    for (const { document, strays } of this.strays) {
      for (const each of strays) {
        await this.attempt(each.path, () => this.mergeStrays(document, each));
      }
    }
    const order = new Map(this.request.documents.map(({ document }, at) => [document.id, at]));
    const placeOf = ({ id }: PlannedDocument) => order.get(id) ?? order.size;
    const documents = [...this.documents.values()].sort(
      (one, other) => placeOf(one) - placeOf(other) || (one.id < other.id ? -1 : 1),
    );
    const paths = new Set(documents.flatMap((document) => document.paths));
    const files = [...paths].flatMap((path) => this.files.get(path) ?? []);
    return { files, documents, failures: this.failures };
  }

  /** By its id; where its user took the front matter away, by its place and its passages. */
  private async fileOf(
    { id, units }: NotesDocument,
    base: WrittenDocument | null,
    likely: readonly string[],
  ): Promise<TargetFile | null> {
    const { target } = this.request;
    const found = await target.find(id, [...(base === null ? [] : [base.path]), ...likely]);
    if (found !== null) return found;
    const ours = new Set((base?.units ?? units).flatMap(({ anchor }) => anchor ?? []));
    for (const path of base === null ? likely : [base.path]) {
      const file = await target.read(path).catch(() => null);
      if (file !== null && anchorsIn(file.content).some((anchor) => ours.has(anchor))) return file;
    }
    return null;
  }

  /** Passages that don't stand in their own file any more, but in others. */
  private async straysOf(units: readonly Unit[], current: TargetFile | null): Promise<Strays[]> {
    const here = new Set(current === null ? [] : anchorsIn(current.content));
    const missing = units.flatMap(({ anchor }) =>
      anchor === null || here.has(anchor) ? [] : [anchor],
    );
    if (missing.length === 0) return [];
    const found = await this.request.target.findAnchors(missing);
    const byPath = new Map<string, Unit[]>();
    for (const unit of units) {
      const [path] = found.get(unit.anchor ?? '') ?? [];
      if (path !== undefined) byPath.set(path, [...(byPath.get(path) ?? []), unit]);
    }
    return [...byPath].map(([path, strayed]) => ({ path, units: strayed }));
  }

  private async make(
    document: NotesDocument,
    { path, otherPath }: NamedDocument,
    strays: readonly Strays[],
  ): Promise<void> {
    const free = await this.request.target.freeName(names(path, otherPath));
    this.files.set(free, { path: free, content: renderDocument(document), before: null });
    const units = [...document.units, ...strays.flatMap((each) => each.units)];
    this.remember(document.id, free, [], { properties: document.properties, units }, [free]);
  }

  private merge(
    document: NotesDocument,
    base: WrittenDocument | null,
    strays: readonly Strays[],
    { path, content }: TargetFile,
  ): void {
    const elsewhere = strays.flatMap(({ units }) => units);
    const keys = new Set(elsewhere.map(({ key }) => key));
    const last =
      base === null ? null : { ...base, units: base.units.filter(({ key }) => !keys.has(key)) };
    const merged = mergeDocument(content, last, document, this.optionsFor(document.id));
    this.files.set(path, { path, content: merged.content, before: content });
    const units = [...merged.base.units, ...elsewhere];
    this.remember(document.id, path, merged.conflicts, { ...merged.base, units }, [path]);
  }

  private async mergeStrays(whole: NotesDocument, { path, units }: Strays): Promise<void> {
    const planned = this.documents.get(whole.id);
    const file = this.files.get(path) ?? (await this.unplanned(path));
    if (file === null || planned === undefined) return;
    const keys = new Set(units.map(({ key }) => key));
    const document = {
      ...whole,
      properties: {},
      units: whole.units.filter(({ key }) => keys.has(key)),
    };
    const { content, base, conflicts } = mergeDocument(
      file.content,
      { properties: {}, units },
      document,
      this.optionsFor(whole.id),
    );
    this.files.set(path, { path, content, before: file.before });
    const now = new Map(base.units.map((unit) => [unit.key, unit]));
    planned.paths.push(path);
    planned.conflicts.push(...this.named(whole.id, path, conflicts));
    planned.written.units = planned.written.units.map((unit) => now.get(unit.key) ?? unit);
  }

  private async unplanned(path: string): Promise<PlannedFile | null> {
    const file = await this.request.target.read(path);
    return file === null ? null : { ...file, before: file.content };
  }

  private remember(
    id: string,
    path: string,
    conflicts: readonly Conflict[],
    { properties, units }: Pick<WrittenDocument, 'properties' | 'units'>,
    paths: string[] = [],
  ): void {
    const folder = resolve(this.request.target.folder);
    this.documents.set(id, {
      id,
      paths,
      conflicts: this.named(id, path, conflicts),
      written: { folder, path, properties, units },
    });
  }

  private named(id: string, path: string, conflicts: readonly Conflict[]): PlannedConflict[] {
    return conflicts.map((conflict) => ({
      ...conflict,
      path,
      id: conflictId(id, conflict),
      articleId: conflict.annotationId === null ? id : null,
    }));
  }

  private optionsFor(id: string): MergeOptions {
    const { markOf, meaningOf, overwrite } = this.request;
    return { markOf, meaningOf, overwrite: (conflict) => overwrite.has(conflictId(id, conflict)) };
  }

  /** What is wrong with one file stops no other. */
  private async attempt(path: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof LecternError)) throw error;
      this.failures.push({ path, reason: error.phrase });
    }
  }
}

function conflictId(documentId: string, { unit, part }: Pick<Conflict, 'unit' | 'part'>): string {
  return `${documentId}/${unit}/${part}`;
}

function withoutUnits(document: NotesDocument, strays: readonly Strays[]): NotesDocument {
  if (strays.length === 0) return document;
  const keys = new Set(strays.flatMap(({ units }) => units.map(({ key }) => key)));
  return { ...document, units: document.units.filter(({ key }) => !keys.has(key)) };
}

/** The second one counted up, where that is taken too. */
function* names(path: string, otherPath: string): Generator<string> {
  yield path;
  yield otherPath;
  for (let count = 2; count < 100; count += 1) yield otherPath.replace(/\.md$/u, ` ${count}.md`);
}
