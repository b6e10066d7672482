/** Ranges of UTF-16 code units in a text, moved to where graphemes and words begin and end. */
import type { TextRange } from '../entities.ts';

/**
 * The range a user meant: white space at the ends left out, both ends moved outwards to grapheme
 * boundaries. Null when nothing but white space is in it.
 */
export function tidyRange(text: string, range: TextRange): TextRange | null {
  let start = Math.max(0, Math.min(range.start, range.end));
  let end = Math.min(text.length, Math.max(range.start, range.end));
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  if (start >= end) return null;
  return {
    start: graphemeBoundary(text, start, 'before'),
    end: graphemeBoundary(text, end, 'after'),
  };
}

/** Whether neither end of a range is inside a grapheme. */
export function isWholeRange(text: string, { start, end }: TextRange): boolean {
  return (
    graphemeBoundary(text, start, 'before') === start &&
    graphemeBoundary(text, end, 'after') === end
  );
}

/** How far a word is followed: scripts without spaces are one long word. UTF-16 code units. */
const LONGEST_WORD = 24;

/** A range with the words its ends are inside of taken whole. */
export function wholeWords(text: string, { start, end }: TextRange): TextRange {
  return { start: wordEdge(text, start, -1), end: wordEdge(text, end, 1) };
}

function wordEdge(text: string, offset: number, by: -1 | 1): number {
  const from = Math.max(0, offset - LONGEST_WORD * 2);
  const around = text.slice(from, offset + LONGEST_WORD * 2);
  for (const { index, segment, isWordLike } of words.segment(around)) {
    const start = from + index;
    const end = start + segment.length;
    if (end <= offset) continue;
    const isInside = start < offset && isWordLike === true && segment.length <= LONGEST_WORD;
    return isInside ? (by === -1 ? start : end) : offset;
  }
  return offset;
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Two of these side by side are always two graphemes: neither joins anything. */
const PLAIN = /[ -~\p{Ll}\p{Lu}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Graphemes are found in the stretch around the offset whose ends are certain: linear in its length. */
function graphemeBoundary(text: string, offset: number, side: 'before' | 'after'): number {
  if (isCertainBoundary(text, offset)) return offset;
  let start = offset - 1;
  while (!isCertainBoundary(text, start)) start -= 1;
  let end = offset + 1;
  while (!isCertainBoundary(text, end)) end += 1;
  for (const { index, segment } of segmenter.segment(text.slice(start, end))) {
    const at = start + index;
    if (at === offset) return offset;
    if (at + segment.length > offset) return side === 'before' ? at : at + segment.length;
  }
  return offset;
}

function isCertainBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = text.charAt(offset - 1);
  return before === '\n' || (PLAIN.test(before) && PLAIN.test(text.charAt(offset)));
}
