/** Which lines of a file a rule means. Lines are counted from 0 here. */
import type { LinePattern } from '../../../shared/rules.ts';
import { foldLine, likeMatcher } from '../../../shared/text/like.ts';

export interface FoldedLines {
  readonly texts: readonly string[];
  /** The last line before each that isn't empty, or -1. */
  readonly before: Int32Array;
}

export function foldLines(lines: readonly string[]): FoldedLines {
  const texts = lines.map(foldLine);
  const before = new Int32Array(texts.length);
  let last = -1;
  for (const [at, text] of texts.entries()) {
    before[at] = last;
    if (text !== '') last = at;
  }
  return { texts, before };
}

export function textBefore({ texts, before }: FoldedLines, at: number): string {
  return texts[before[at] ?? -1] ?? '';
}

export function isAlone({ texts }: FoldedLines, at: number): boolean {
  return (texts[at - 1] ?? '') === '' && (texts[at + 1] ?? '') === '';
}

export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Answers for a line, or for another text that stands in its place. */
export type LineTest = (at: number, text?: string) => boolean;

export function lineTest(lines: FoldedLines, pattern: LinePattern): LineTest {
  const like = likeMatcher(pattern.like);
  const after = pattern.after === null ? null : likeMatcher(pattern.after);
  return (at, text = lines.texts[at] ?? '') =>
    text !== '' &&
    like(text) !== null &&
    (!pattern.capitals || isCapitals(text)) &&
    (!pattern.alone || isAlone(lines, at)) &&
    (after === null || after(textBefore(lines, at)) !== null);
}
