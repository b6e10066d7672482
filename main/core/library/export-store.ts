/**
 * What was written into files of notes, by document: one small file each, so that the next export
 * can tell Lectern's words from the user's. For each folder that was exported to, newest first.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { LecternError } from '../../shared/errors.ts';
import { propertiesSchema, unitSchema } from '../export/document.ts';
import { DurableJsonFile } from './durable-json.ts';
import type { Library } from './library.ts';
import { exportPath, exportsLockPath } from './library-paths.ts';
import { acquireLock, type Lock } from './lock.ts';
import { shardedIds } from './sharded-ids.ts';
import type { StoreContext } from './store-context.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const MOST_FOLDERS = 8;

const writtenSchema = z.object({
  /** Absolute. */
  folder: z.string(),
  /** Of the file in it, with `/`. */
  path: z.string(),
  properties: propertiesSchema,
  units: z.array(unitSchema),
});
export type WrittenDocument = z.infer<typeof writtenSchema>;

const exportFileSchema = z.object({ folders: z.array(writtenSchema) });

/** How long another export is waited for, in milliseconds. */
const PATIENCE = 10_000;

export class ExportStore implements Readonly<Library['exports']> {
  constructor(private readonly context: StoreContext) {}

  ids(): Promise<string[]> {
    return shardedIds(join(this.context.folder, 'exports'));
  }

  async of(id: string): Promise<readonly WrittenDocument[]> {
    return (await this.open(id)).data.folders;
  }

  async put(id: string, written: WrittenDocument): Promise<void> {
    const file = await this.open(id);
    if (JSON.stringify(file.data.folders[0]) === JSON.stringify(written)) return;
    await file.update(({ folders }) => {
      const others = folders.filter(({ folder }) => folder !== written.folder);
      return { folders: [written, ...others].slice(0, MOST_FOLDERS) };
    });
  }

  /**
   * What is remembered of exports has a lock of its own: notes can be exported, by one at a time, while
   * another program writes the library. @throws LecternError locked, unwritable
   */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const { folder, now } = this.context;
    // There are no notes yet.
    if (!(await isThere(folder))) return work();
    const path = exportsLockPath(folder);
    const until = Date.now() + PATIENCE;
    let lock = await tryLock(path, now());
    while (lock === null && Date.now() < until) {
      await delay(50);
      lock = await tryLock(path, now());
    }
    if (lock === null) {
      throw new LecternError('locked', phrase('error.exporting'), {
        path,
      });
    }
    try {
      return await work();
    } finally {
      await lock.release();
    }
  }

  private open(id: string) {
    return DurableJsonFile.open({
      path: exportPath(this.context.folder, id),
      schema: exportFileSchema,
      fallback: { folders: [] },
      log: this.context.log,
      now: this.context.now,
    });
  }
}

async function isThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}

/** Null while another program holds it. */
async function tryLock(path: string, now: Date): Promise<Lock | null> {
  try {
    return await acquireLock(path, 'export', now);
  } catch (error) {
    if (error instanceof LecternError && error.code === 'locked') return null;
    throw error;
  }
}
