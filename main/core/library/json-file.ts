/** Reads one JSON file of the library and says exactly what is wrong with a damaged one. */
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { LecternError } from '../../shared/errors.ts';
import { isMissing, unreadable } from './file-error.ts';

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
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  throw damaged(path, `${issue?.message ?? 'it does not have the expected form'}${place}`);
}

export function damaged(path: string, what: string): LecternError {
  return new LecternError('damaged', `${path} is damaged: ${what}`, { path });
}

function toValue(path: string, text: string): unknown {
  try {
    // An editor may have put a byte order mark before it.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw damaged(path, error instanceof Error ? error.message : String(error));
  }
}
