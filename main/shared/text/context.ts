/** How much of what an annotation remembers to stand around its words still stands around a range. */
import type { Quote, TextRange } from '../entities.ts';
import { foldText } from './folded.ts';

/** UTF-16 code units next to the words in which an edit is forgiven. */
const NEAR = 32;
const SLACK = 8;
/** Next to words of some length, a side that stands as it was says nearly as much as both. */
const TELLING = 8;
const ONE_SIDE = 0.9;

/**
 * 0..1: the unbroken run of remembered context on both sides. Cheap. A side of less than 32 code units
 * ended where the text did: that end stands for the units that are missing.
 */
export function contextRun(text: string, { start, end }: TextRange, quote: Quote): number {
  const { prefix, suffix } = quote;
  const before = runBefore(text, start, prefix);
  const after = runAfter(text, end, suffix);
  const [head, tail] = [missing(prefix), missing(suffix)];
  const atHead = before === prefix.length && before === start ? head : 0;
  const atTail = after === suffix.length && end + after === text.length ? tail : 0;
  return (before + atHead + after + atTail) / (prefix.length + head + suffix.length + tail);
}

function missing(side: string): number {
  return Math.max(0, NEAR - side.length);
}

function runAfter(text: string, at: number, remembered: string): number {
  let same = 0;
  while (
    same < remembered.length &&
    text.charCodeAt(at + same) === remembered.charCodeAt(same) &&
    at + same < text.length
  ) {
    same += 1;
  }
  return same;
}

function runBefore(text: string, at: number, remembered: string): number {
  let same = 0;
  while (
    same < remembered.length &&
    same < at &&
    text.charCodeAt(at - 1 - same) === remembered.charCodeAt(remembered.length - 1 - same)
  ) {
    same += 1;
  }
  return same;
}

export interface Likeness {
  /** 0..1: of both sides together. */
  both: number;
  /** 0..1: of the side that is more like what is remembered. */
  side: number;
  /** 0..1: of both, or nearly as much where one side stands as it was next to words of some length. */
  either: number;
}

/**
 * How like the nearest 32 code units on each side are, edits and typography forgiven. A side of less
 * than 32 has the end of the text as its last one.
 */
export function contextLikeness(text: string, { start, end }: TextRange, quote: Quote): Likeness {
  const reach = NEAR + SLACK;
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const left = sideLikeness(
    backwards(quote.prefix.slice(-NEAR)) + edge(quote.prefix.length < NEAR),
    backwards(before) + edge(start <= reach),
  );
  const right = sideLikeness(
    fold(quote.suffix.slice(0, NEAR)) + edge(quote.suffix.length < NEAR),
    fold(after) + edge(text.length - end <= reach),
  );
  const both = (left + right) / 2;
  const side = Math.max(left, right);
  const oneSide = quote.exact.length >= TELLING ? ONE_SIDE * side : 0;
  return { both, side, either: Math.max(both, oneSide) };
}

/** An end of the text, as a character that stands in none. */
function edge(isThere: boolean): string {
  return isThere ? '\u0003' : '';
}

function sideLikeness(remembered: string, there: string): number {
  if (remembered === '') return 0;
  return Math.max(0, 1 - prefixDistance(remembered, there) / remembered.length);
}

function fold(text: string): string {
  return foldText(text).text;
}

function backwards(text: string): string {
  return [...fold(text)].reverse().join('');
}

/** Edit distance of `pattern` to the prefix of `text` that is most like it. */
function prefixDistance(pattern: string, text: string): number {
  let row = Array.from({ length: text.length + 1 }, (_, column) => column);
  for (let at = 0; at < pattern.length; at += 1) {
    const next = [at + 1];
    for (let column = 0; column < text.length; column += 1) {
      const same = pattern.charCodeAt(at) === text.charCodeAt(column) ? 0 : 1;
      next.push(
        Math.min((row[column] ?? 0) + same, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1),
      );
    }
    row = next;
  }
  return Math.min(...row);
}
