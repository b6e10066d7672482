/** Reads one JSON file of the library and says exactly what is wrong with a damaged one. */
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { LecternError, phraseOf } from '../../shared/errors.ts';
import { isMissing, unreadable } from './file-error.ts';
import { phrase, verbatim, type Phrase } from '../../shared/messages/phrase.ts';

/** Null where there is no file. @throws LecternError damaged, unreadable */
export async function readJsonFile<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw unreadable(path, error);
  }
  return parseJson(path, text, schema);
}

/** @throws LecternError damaged */
export function parseJson<T>(path: string, text: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(toValue(path, text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const what = issue === undefined ? phrase('damage.form') : verbatim(issue.message);
  const place = issue?.path.join('.') ?? '';
  throw damaged(path, place === '' ? what : phrase('damage.at', { what, place }));
}

export function damaged(path: string, what: Phrase): LecternError {
  return new LecternError('damaged', phrase('error.damaged', { path, what }), { path });
}

function toValue(path: string, text: string): unknown {
  try {
    // An editor may have put a byte order mark before it.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw damaged(path, phraseOf(error));
  }
}
