/** A file's bytes through the importer, as the import worker reads them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadArticle, SourceHead } from '../../main/core/importers/import-messages.ts';
import { readSource, type ReadOptions } from '../../main/core/importers/read-source.ts';
import { ENGLISH } from '../../main/shared/messages/translator.ts';

export interface ReadFile {
  head: SourceHead;
  articles: ReadArticle[];
}

/** @throws with the words of the refusal */
export function readBytes(bytes: Uint8Array, name: string, options?: ReadOptions): ReadFile {
  const reading = readSource(() => bytes, `/desk/${name}`, name, options);
  if (reading.kind === 'refused') throw new Error(ENGLISH.say(reading.message));
  return { head: reading.head, articles: [...reading.articles] };
}

/** `name` is a path in `tests/fixtures`. */
export function readFixture(name: string, options?: ReadOptions): ReadFile {
  return readBytes(readFileSync(join(import.meta.dirname, '../fixtures', name)), name, options);
}

/**
 * How often each line stands in an unassigned range, or in any article: lines of markup can hold
 * several articles, so that these count once. All are 1 where every line is accounted for.
 */
export function lineAccount({ head, articles }: ReadFile): number[] {
  const held = new Set<number>();
  for (const { startLine, endLine } of articles) {
    for (let line = startLine ?? 1; line <= (endLine ?? 0); line += 1) held.add(line);
  }
  const account: number[] = Array.from({ length: head.lines }, (_, at) =>
    held.has(at + 1) ? 1 : 0,
  );
  for (const { startLine, endLine } of head.unassigned) {
    for (let line = startLine; line <= endLine; line += 1) {
      account[line - 1] = (account[line - 1] ?? 0) + 1;
    }
  }
  return account;
}
