/**
 * The lowdb adapter of the catalogue. A write appends what was staged to the journal, as one line,
 * and resolves when that is on the disk: its cost does not grow with the catalogue. When the
 * journals have grown, they are folded into the snapshot in the background:
 *
 * 1. journal g+1 is made and takes all further writes;
 * 2. the entities as they are then are written to the snapshot, which says `generation: g+1`;
 * 3. when that is on the disk, the journals up to g are deleted.
 *
 * Loading replays all journals from the snapshot's generation on, so every step may be the last.
 */
import { rm } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import type { Log } from '../ports.ts';
import type { Batch, CatalogueData } from './catalogue-data.ts';
import {
  journalPath,
  loadCatalogue,
  snapshotPath,
  type CatalogueDamage,
  type LoadedCatalogue,
} from './catalogue-load.ts';
import { makeFolder } from './durable-file.ts';
import { Journal } from './journal.ts';
import { toJournalLine } from './journal-lines.ts';
import { copyAside } from './set-aside.ts';
import { freeze, writeSnapshot, type Frozen } from './snapshot.ts';
import { ENGLISH } from '../../shared/messages/translator.ts';

const LEAST_FOLD = 1024 * 1024;

export interface CatalogueOptions {
  folder: string;
  readOnly: boolean;
  log: Log;
  now: () => Date;
  /** Journals of at least so many bytes are folded. */
  foldAt?: number;
}

export class CatalogueAdapter implements Adapter<CatalogueData> {
  damage: CatalogueDamage[] = [];
  private staged: Batch = [];
  private journal: Journal | null = null;
  private generation = 1;
  private journalBytes = 0;
  private foldAt = 0;
  private folding: Promise<void> | null = null;
  private readonly closing = new AbortController();

  constructor(private readonly options: CatalogueOptions) {}

  /** Mends what it finds, unless the library is read-only. @throws LecternError */
  async read(): Promise<CatalogueData> {
    const { folder, readOnly } = this.options;
    const loaded = await loadCatalogue(folder, !readOnly);
    this.damage = loaded.damage;
    for (const { path, message } of loaded.damage)
      this.options.log.error(`${path}: ${ENGLISH.say(message)}`);
    if (!readOnly) await this.startJournal(loaded);
    return loaded.data;
  }

  /** What the next write shall make durable. */
  stage(batch: Batch): void {
    for (const operation of batch) this.staged.push(operation);
  }

  async write(data: CatalogueData): Promise<void> {
    const batch = this.staged;
    this.staged = [];
    if (batch.length === 0) return;
    const journal = this.openJournal();
    const before = journal.size;
    await journal.append(toJournalLine(batch));
    this.journalBytes += journal.size - before;
    if (this.folding === null && this.journalBytes >= this.foldAt) await this.startFold(data);
  }

  /** Resolves when no fold is under way. */
  async folded(): Promise<void> {
    await this.folding;
  }

  /** A fold that is under way is given up; the next open finds the journals. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.folding;
    await this.journal?.close();
    this.journal = null;
  }

  private openJournal(): Journal {
    if (this.journal === null) throw new Error('The catalogue is not open for writing');
    return this.journal;
  }

  private async startJournal(loaded: LoadedCatalogue): Promise<void> {
    const { folder, now } = this.options;
    await makeFolder(folder);
    const damaged = new Set(loaded.damage.filter((one) => one.present).map((one) => one.path));
    for (const path of damaged) await copyAside(path, now());
    for (const generation of loaded.obsolete) await rm(journalPath(folder, generation));
    this.generation = loaded.generation;
    this.journalBytes = loaded.journalBytes;
    this.foldAt = this.threshold(loaded.snapshotBytes);
    this.journal = await Journal.open(journalPath(folder, this.generation), loaded.journalLength);
    if (loaded.damage.length === 0 && this.journalBytes < this.foldAt) return;
    await this.startFold(loaded.data);
  }

  /** Must run while nothing is being appended. */
  private async startFold(data: CatalogueData): Promise<void> {
    try {
      await this.rotate();
    } catch (error) {
      this.foldFailed(error);
      return;
    }
    this.folding = this.fold(this.generation, freeze(data))
      .catch((error: unknown) => this.foldFailed(error))
      .finally(() => {
        this.folding = null;
      });
  }

  private async rotate(): Promise<void> {
    const before = this.journal;
    const generation = this.generation + 1;
    this.journal = await Journal.open(journalPath(this.options.folder, generation), 0);
    this.generation = generation;
    await before?.close();
  }

  private async fold(generation: number, frozen: Frozen): Promise<void> {
    const { folder } = this.options;
    const folded = this.journalBytes;
    const path = snapshotPath(folder);
    const bytes = await writeSnapshot(path, generation, frozen, this.closing.signal);
    this.journalBytes -= folded;
    this.foldAt = this.threshold(bytes);
    for (let old = generation - 1; old > 0; old -= 1) {
      const gone = await rm(journalPath(folder, old)).then(
        () => true,
        () => false,
      );
      if (!gone) return;
    }
  }

  private foldFailed(error: unknown): void {
    if (this.closing.signal.aborted) return;
    // Nothing is lost, and the journals go on; no use in trying again at once.
    this.foldAt = this.journalBytes * 2;
    this.options.log.warn('The journal could not be folded into the snapshot', {
      error: error instanceof Error ? error.message : String(error),
    });
  }

  /** Each byte of the snapshot is rewritten at most about twice for a byte of changes. */
  private threshold(snapshotBytes: number): number {
    return this.options.foldAt ?? LEAST_FOLD + snapshotBytes / 2;
  }
}
