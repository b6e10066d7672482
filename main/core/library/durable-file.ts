/**
 * Writes that survive a crash: at every moment the path holds either the old bytes or all of the
 * new ones, and when a write has resolved, the new ones are on the disk. A temp file of its own in
 * the same folder is written and flushed, then renamed, then the folder is flushed.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isMissing, systemCode, unwritable } from './file-error.ts';

const TEMPORARY = /^\..+\.[0-9a-f-]{36}\.tmp$/;

/** Missing folders are made. @throws LecternError unwritable */
export async function writeDurably(path: string, data: string | Uint8Array): Promise<void> {
  await replaceDurably(path, (file) => file.writeFile(data));
}

/** The same for content that is written piece by piece. @throws LecternError unwritable */
export async function replaceDurably(
  path: string,
  fill: (file: FileHandle) => Promise<void>,
): Promise<void> {
  await replaceFile(path, fill);
  await syncFolder(dirname(path));
}

/**
 * As `replaceDurably`, but whoever writes many files of one folder calls `syncFolder` once after.
 * @throws LecternError unwritable
 */
export async function replaceFile(
  path: string,
  fill: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const temporary = temporaryPath(path);
  try {
    const file = await openNew(temporary);
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameOver(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw unwritable(path, error);
  }
}

/** Resolves also where there is no such file. @throws LecternError unwritable */
export async function removeDurably(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw unwritable(path, error);
  }
  await syncFolder(dirname(path)).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

/** Renames inside one folder; what was at `to` is replaced. @throws LecternError unwritable */
export async function renameDurably(from: string, to: string): Promise<void> {
  try {
    await renameOver(from, to);
  } catch (error) {
    throw unwritable(to, error);
  }
  await syncFolder(dirname(to));
}

/** Makes a folder with those above it, durably. @throws LecternError unwritable */
export async function makeFolder(path: string): Promise<void> {
  try {
    const first = await mkdir(path, { recursive: true });
    if (first === undefined) return;
    const top = dirname(first);
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      await syncFolder(folder);
      if (folder === top || folder === dirname(folder)) return;
    }
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Makes new names in a folder durable, where the platform can. */
export async function syncFolder(path: string): Promise<void> {
  // Windows can't open a folder; its renames are durable with the file's own flush.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // Some network and FUSE file systems can't flush a folder.
    if (!['EINVAL', 'ENOTSUP', 'EBADF', 'EPERM'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    await folder.close();
  }
}

/** Whether a file name is that of a write which was cut short: such files may be deleted. */
export function isTemporaryName(name: string): boolean {
  return TEMPORARY.test(name);
}

function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
}

async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if (!isMissing(error)) throw error;
    await makeFolder(dirname(path));
    return open(path, 'wx');
  }
}

/** On Windows a scanner may hold the target for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '');
      if (process.platform !== 'win32' || !held || attempt === 8) throw error;
      await delay(attempt * 20);
    }
  }
}
