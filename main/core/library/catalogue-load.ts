/**
 * Reads the catalogue from its folder and changes nothing there: the snapshot, then every journal
 * from the snapshot's generation on, in order. Replaying a journal that is in the snapshot already
 * changes nothing, since a batch sets whole entities.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { applyBatch, type CatalogueData } from './catalogue-data.ts';
import { isMissing, unreadable } from './file-error.ts';
import { readJournalLines } from './journal-lines.ts';
import { readSnapshot } from './snapshot.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

const JOURNAL_NAME = /^journal\.([1-9]\d*)\.jsonl$/;
const MOST_ATTEMPTS = 5;

export interface CatalogueDamage {
  path: string;
  message: Phrase;
  /** Whether the file is there to be set aside. */
  present: boolean;
}

export interface LoadedCatalogue {
  data: CatalogueData;
  damage: CatalogueDamage[];
  /** The journal to go on with, and its length in bytes without a torn tail. */
  generation: number;
  journalLength: number;
  /** Bytes in all journals that are not in the snapshot. */
  journalBytes: number;
  snapshotBytes: number;
  /** Generations that a fold left behind. */
  obsolete: number[];
}

export function snapshotPath(folder: string): string {
  return join(folder, 'snapshot.json');
}

export function journalPath(folder: string, generation: number): string {
  return join(folder, `journal.${generation}.jsonl`);
}

/**
 * A reader without the lock may come between the files while the holder folds: then it looks again.
 * @throws LecternError unreadable
 */
export async function loadCatalogue(folder: string, locked: boolean): Promise<LoadedCatalogue> {
  for (let attempt = 1; ; attempt += 1) {
    const loaded = await loadOnce(folder);
    const whole = loaded.damage.every(({ present }) => present);
    if (whole || locked || attempt === MOST_ATTEMPTS) return loaded;
    await delay(attempt * 10);
  }
}

async function loadOnce(folder: string): Promise<LoadedCatalogue> {
  const snapshot = await readSnapshot(snapshotPath(folder));
  const all = await journalGenerations(folder);
  const first = snapshot.generation ?? all[0] ?? 1;
  const wanted = all.filter((generation) => generation >= first);
  const loaded: LoadedCatalogue = {
    data: snapshot.data,
    damage: snapshot.damage.map((message) => ({
      path: snapshotPath(folder),
      message,
      present: true,
    })),
    generation: wanted.at(-1) ?? first,
    journalLength: 0,
    journalBytes: 0,
    snapshotBytes: snapshot.bytes,
    obsolete: all.filter((generation) => generation < first),
  };
  loaded.damage.push(...missingFiles(folder, first, wanted, snapshot.bytes > 0));
  for (const generation of wanted) await replay(folder, generation, loaded);
  return loaded;
}

async function journalGenerations(folder: string): Promise<number[]> {
  try {
    const names = await readdir(folder);
    const numbers = names.map((name) => Number(JOURNAL_NAME.exec(name)?.[1] ?? 0));
    return numbers.filter((generation) => generation > 0).sort((a, b) => a - b);
  } catch (error) {
    if (isMissing(error)) return [];
    throw unreadable(folder, error);
  }
}

/** A fold makes the next journal before its snapshot, so a sound folder has no gap. */
function missingFiles(
  folder: string,
  first: number,
  present: readonly number[],
  hasSnapshot: boolean,
): CatalogueDamage[] {
  const [lowest] = present;
  if (!hasSnapshot && lowest === undefined) return [];
  if (!hasSnapshot && lowest !== first) return [missing(snapshotPath(folder))];
  const last = present.at(-1) ?? first;
  const expected = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return expected
    .filter((generation) => !present.includes(generation))
    .map((generation) => missing(journalPath(folder, generation)));
}

function missing(path: string): CatalogueDamage {
  return { path, message: phrase('damage.missingWithAll'), present: false };
}

async function replay(folder: string, generation: number, loaded: LoadedCatalogue): Promise<void> {
  const path = journalPath(folder, generation);
  const bytes = await readFile(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw unreadable(path, error);
  });
  if (bytes === null) {
    loaded.damage.push(missing(path));
    return;
  }
  const { batches, length, damagedLines } = readJournalLines(bytes);
  for (const batch of batches) applyBatch(loaded.data, batch);
  loaded.journalLength = length;
  loaded.journalBytes += length;
  if (damagedLines.length > 0) {
    const message = phrase('damage.unreadableLines', { lines: damagedLines.join(', ') });
    loaded.damage.push({ path, message, present: true });
  }
}
