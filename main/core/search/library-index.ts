import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Library } from '../library/library.ts';
import type { WorkerPort } from '../ports.ts';
import type { SearchIndex } from './search-index.ts';
import { openSearchIndex } from './worker-client.ts';

export type LibraryIndex = SearchIndex;

const FOLDER = 'index';

/**
 * The index of a library. A process that may only read the library works on a copy of it, which
 * goes when it is closed: opening an index tidies its folder, and what the index lacks is added.
 */
export async function openLibraryIndex(
  library: Library,
  spawn: () => WorkerPort,
): Promise<LibraryIndex> {
  const folder = join(library.folder, FOLDER);
  if (!library.readOnly) return openSearchIndex({ folder, spawn });
  const copy = await copyIndex(folder);
  const removeCopy = () => rm(copy, { recursive: true, force: true });
  try {
    const index = await openSearchIndex({ folder: copy, spawn });
    return { ...index, close: () => index.close().finally(removeCopy) };
  } catch (error) {
    await removeCopy();
    throw error;
  }
}

/** What can't be copied, for it isn't there or is being replaced, is indexed anew. */
async function copyIndex(folder: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'lectern-index-'));
  await cp(folder, copy, { recursive: true }).catch(() => {});
  return copy;
}
