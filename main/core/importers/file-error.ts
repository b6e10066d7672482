import { LecternError } from '../../shared/errors.ts';
import { systemCode } from '../library/file-error.ts';
import { ZipError } from './zip/central-directory.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'Permission to read it is denied.',
  EPERM: 'Permission to read it is denied.',
  ELOOP: 'Its symbolic links run in a circle.',
  ENAMETOOLONG: 'Its name is too long for this system.',
  ENOTDIR: 'A part of its path is not a folder.',
  EMFILE: 'Too many files are open.',
  EBUSY: 'Another program holds it.',
  EIO: 'The disk could not read it.',
};

/** Why a file could not be read, in words for users. */
export function describeReadError(error: unknown): string {
  if (error instanceof LecternError || error instanceof ZipError) return error.message;
  const code = systemCode(error);
  if (code !== null) return REASONS[code] ?? `It can't be read (${code}).`;
  return `It can't be understood (${error instanceof Error ? error.message : String(error)}).`;
}
