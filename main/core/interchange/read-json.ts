/** A file of JSON as its value; where it is damaged, the line and column in which it is. */
import { readFile } from 'node:fs/promises';
import { LecternError } from '../../shared/errors.ts';
import { phrase } from '../../shared/messages/phrase.ts';
import { unreadable } from '../library/file-error.ts';
import { jsonFault } from './json-fault.ts';

/** @throws LecternError unreadable, bad_input */
export async function readJson(path: string): Promise<unknown> {
  const text = decode(
    path,
    await readFile(path).catch((error: unknown) => {
      throw unreadable(path, error);
    }),
  );
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = jsonFault(text);
    const details = { path, line, column };
    throw new LecternError('bad_input', phrase('error.notJson', { path, line, column }), details);
  }
}

/** JSON is UTF-8; some programs for Windows write UTF-16, and say so with a byte order mark. */
function decode(path: string, bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new LecternError('bad_input', phrase('error.jsonEncoding', { path }), { path });
  }
}
