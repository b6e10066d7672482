/** Errors of the file system in words for users; the system's code and the path go into `details`. */
import { z } from 'zod';
import { LecternError, phraseOf } from '../../shared/errors.ts';
import { phrase, verbatim, type Phrase } from '../../shared/messages/phrase.ts';

const systemError = z.object({ code: z.string() });

const CAUSES: Readonly<Record<string, Phrase>> = {
  EACCES: phrase('cause.denied'),
  EPERM: phrase('cause.denied'),
  EROFS: phrase('cause.readOnlyDisk'),
  ENOSPC: phrase('cause.fullDisk'),
  EDQUOT: phrase('cause.quota'),
  ENOENT: phrase('cause.missing'),
  ENOTDIR: phrase('cause.notAFolder'),
  EISDIR: phrase('cause.isAFolder'),
  EEXIST: phrase('cause.inTheWay'),
  EMFILE: phrase('cause.tooManyOpen'),
  EBUSY: phrase('cause.held'),
  EIO: phrase('cause.diskError'),
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
  return new LecternError(
    'unwritable',
    phrase('error.unwritable', { path, cause: causeOf(error) }),
    details,
  );
}

export function unreadable(path: string, error: unknown): LecternError {
  if (error instanceof LecternError) return error;
  const details = { path, code: systemCode(error) };
  return new LecternError(
    'unreadable',
    phrase('error.unreadable', { path, cause: causeOf(error) }),
    details,
  );
}

function causeOf(error: unknown): Phrase {
  const code = systemCode(error);
  if (code !== null) return CAUSES[code] ?? verbatim(code);
  return phraseOf(error);
}
