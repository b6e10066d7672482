/**
 * What to do with a damaged file: it is kept beside its place under a name that says so, never
 * overwritten and never deleted. `verify` reports every such file.
 */
import { copyFile, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { renameDurably, syncFolder } from './durable-file.ts';
import { unwritable } from './file-error.ts';

const SET_ASIDE = /\.damaged-\d{8}T\d{9}Z$/;

export function isSetAside(name: string): boolean {
  return SET_ASIDE.test(name);
}

export function setAsidePath(path: string, now: Date): string {
  return `${path}.damaged-${now.toISOString().replace(/[-:.]/g, '')}`;
}

/** Moves the file out of the way; gives its new path. @throws LecternError unwritable */
export async function setAside(path: string, now: Date): Promise<string> {
  const target = setAsidePath(path, now);
  await renameDurably(path, target);
  return target;
}

/** Keeps a copy, where the file itself is going to be mended. @throws LecternError unwritable */
export async function copyAside(path: string, now: Date): Promise<string> {
  const target = setAsidePath(path, now);
  try {
    await copyFile(path, target);
    const file = await open(target, 'r+');
    await file.sync().finally(() => file.close());
    await syncFolder(dirname(target));
  } catch (error) {
    throw unwritable(target, error);
  }
  return target;
}
