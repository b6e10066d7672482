/** Errors of the file system in words for users; the system's code and the path go into `details`. */
import { z } from 'zod';
import { LecternError } from '../../shared/errors.ts';

const systemError = z.object({ code: z.string() });

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'there is no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'a file of that name is in the way',
  EMFILE: 'too many files are open',
  EBUSY: 'another program holds it',
  EIO: 'the disk reports an error',
};

/** `ENOENT` and the like; null for errors that are not the system's. */
export function systemCode(error: unknown): string | null {
  const parsed = systemError.safeParse(error);
  return parsed.success ? parsed.data.code : null;
}

export function isMissing(error: unknown): boolean {
  return systemCode(error) === 'ENOENT';
}

export function unwritable(path: string, error: unknown): LecternError {
  if (error instanceof LecternError) return error;
  const details = { path, code: systemCode(error) };
  return new LecternError('unwritable', `Can't write ${path}: ${reasonOf(error)}`, details);
}

export function unreadable(path: string, error: unknown): LecternError {
  if (error instanceof LecternError) return error;
  const details = { path, code: systemCode(error) };
  return new LecternError('unreadable', `Can't read ${path}: ${reasonOf(error)}`, details);
}

function reasonOf(error: unknown): string {
  const code = systemCode(error);
  if (code !== null) return REASONS[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}
