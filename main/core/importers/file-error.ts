import { LecternError } from '../../shared/errors.ts';
import { systemCode } from '../library/file-error.ts';
import { ZipError } from './zip/central-directory.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

const REASONS: Readonly<Record<string, Phrase>> = {
  ENOENT: phrase('refused.missing'),
  EACCES: phrase('refused.denied'),
  EPERM: phrase('refused.denied'),
  ELOOP: phrase('refused.circularLinks'),
  ENAMETOOLONG: phrase('refused.longName'),
  ENOTDIR: phrase('refused.notAFolder'),
  EMFILE: phrase('refused.tooManyOpen'),
  EBUSY: phrase('refused.held'),
  EIO: phrase('refused.diskError'),
};

/** Why a file could not be read, in words for users. */
export function describeReadError(error: unknown): Phrase {
  if (error instanceof LecternError || error instanceof ZipError) return error.phrase;
  const code = systemCode(error);
  if (code !== null) return REASONS[code] ?? phrase('refused.system', { code });
  return phrase('refused.notUnderstood', {
    error: error instanceof Error ? error.message : String(error),
  });
}
