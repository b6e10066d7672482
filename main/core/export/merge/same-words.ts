/** Whether a part of a file says what Lectern would write, however it is indented. */
import type { Part } from '../document.ts';
import { undressed } from '../templates/to-parts.ts';
import { comparable } from './file-text.ts';

/**
 * What its template dresses a note with, such as its indent, may be missing in a line of the user's, and
 * links may be written in another way.
 */
export function sameNote(
  text: string,
  last: Part,
  now: Part,
  meaningOf: (note: string) => string = (note) => note,
): boolean {
  if (last.prefixes === undefined || now.prefixes === undefined) return false;
  const [one, other] = [undressed(text, last.prefixes), undressed(now.text, now.prefixes)];
  return one === other || meaningOf(one) === meaningOf(other);
}

export function sameText(one: string, other: string): boolean {
  const [lines, others] = [one.split('\n'), other.split('\n')].map((all) =>
    all.filter((line) => line.trim() !== ''),
  );
  return (
    lines?.length === others?.length &&
    lines?.every((line, index) => comparable(line) === comparable(others?.[index] ?? '')) === true
  );
}
