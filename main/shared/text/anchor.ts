/**
 * Finds an annotation's passage in a text that may have changed since. Exact before fuzzy, after
 * the approach of the Hypothesis client's `match-quote`, but the method and the score are kept:
 * a guess must never look like a certainty.
 */
import search from 'approx-string-match';
import type { Anchor, Quote, TextRange } from '../entities.ts';

export interface Target {
  position: TextRange;
  quote: Quote;
}

/** What is left of the words must be at least this like them; below it, an orphan. */
const LEAST_SIMILARITY = 0.75;
/** Fuzzy matching costs text length × errors: longer quotes are matched by their head and tail. */
const LONGEST_FUZZY = 512;
const CONTEXT_WEIGHT = 0.7;
const PLACE_WEIGHT = 0.3;

const ORPHAN: Anchor = { range: null, method: 'orphan', score: 0 };

export function anchorTarget(text: string, target: Target): Anchor {
  const { position, quote } = target;
  if (quote.exact === '') return ORPHAN;
  if (
    text.slice(position.start, position.end) === quote.exact &&
    contextLikeness(text, position, quote) === 1
  ) {
    return { range: position, method: 'position', score: 1 };
  }
  return exactAnchor(text, target) ?? fuzzyAnchor(text, target) ?? ORPHAN;
}

function exactAnchor(text: string, { position, quote }: Target): Anchor | null {
  let best: { range: TextRange; context: number; rank: number } | null = null;
  let found = 0;
  for (let at = text.indexOf(quote.exact); at !== -1; at = text.indexOf(quote.exact, at + 1)) {
    found += 1;
    const range = { start: at, end: at + quote.exact.length };
    const context = contextLikeness(text, range, quote);
    const near = nearness(text, at, position.start);
    // The whole context is proof; only short of that does the place count.
    const rank = context === 1 ? 1 + near : CONTEXT_WEIGHT * context + PLACE_WEIGHT * near;
    if (best === null || rank > best.rank) best = { range, context, rank };
  }
  if (best === null) return null;
  const { range, context } = best;
  // The words stand once: they are the ones. More often: as sure as their surroundings.
  if (range.start === position.start && context === 1)
    return { range, method: 'position', score: 1 };
  return { range, method: 'quote', score: found === 1 ? 1 : 0.5 + context / 2 };
}

function fuzzyAnchor(text: string, { position, quote }: Target): Anchor | null {
  const haystack = foldUnits(text);
  const needle = foldUnits(quote.exact);
  const range =
    needle.length <= LONGEST_FUZZY
      ? bestMatch(text, haystack, needle, position.start, quote)
      : spanOfEnds(text, haystack, needle, position, quote);
  if (range === null) return null;
  return { range: { start: range.start, end: range.end }, method: 'fuzzy', score: range.score };
}

interface Match extends TextRange {
  score: number;
}

function bestMatch(
  text: string,
  haystack: string,
  needle: string,
  expected: number,
  quote: Quote,
): Match | null {
  const mostErrors = Math.floor(needle.length * (1 - LEAST_SIMILARITY));
  let best: (Match & { rank: number }) | null = null;
  for (const { start, end, errors } of search(haystack, needle, mostErrors)) {
    const score = 1 - errors / needle.length;
    const context = contextLikeness(text, { start, end }, quote);
    const rank = score + 0.2 * context + 0.1 * nearness(text, start, expected);
    if (best === null || rank > best.rank) best = { start, end, score: score * 0.99, rank };
  }
  return best;
}

function spanOfEnds(
  text: string,
  haystack: string,
  needle: string,
  position: TextRange,
  quote: Quote,
): Match | null {
  const half = LONGEST_FUZZY / 2;
  const head = bestMatch(text, haystack, needle.slice(0, half), position.start, {
    ...quote,
    suffix: '',
  });
  const tail = bestMatch(text, haystack, needle.slice(-half), position.end - half, {
    ...quote,
    prefix: '',
  });
  if (head === null || tail === null || tail.end <= head.start) return null;
  const length = tail.end - head.start;
  const stretch = Math.min(length, needle.length) / Math.max(length, needle.length);
  if (stretch < LEAST_SIMILARITY) return null;
  return { start: head.start, end: tail.end, score: Math.min(head.score, tail.score) * stretch };
}

/** 0..1: how much of the remembered context still stands around a range. */
function contextLikeness(text: string, { start, end }: TextRange, quote: Quote): number {
  const remembered = quote.prefix.length + quote.suffix.length;
  if (remembered === 0) return 1;
  const before = text.slice(Math.max(0, start - quote.prefix.length), start);
  const after = text.slice(end, end + quote.suffix.length);
  return (commonEnd(before, quote.prefix) + commonStart(after, quote.suffix)) / remembered;
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return same;
}

function commonEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) {
    same += 1;
  }
  return same;
}

function nearness(text: string, at: number, expected: number): number {
  return 1 - Math.min(1, Math.abs(at - expected) / Math.max(1, text.length));
}

const FOLDS: Record<string, string> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '\n': ' ',
  '\t': ' ',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
};
const FOLDED = new RegExp(`[${Object.keys(FOLDS).join('')}]`, 'gu');

/** Folds typography one code unit for one, so that offsets stay what they were. */
function foldUnits(text: string): string {
  return text
    .replace(FOLDED, (unit) => FOLDS[unit] ?? unit)
    .replace(/\p{Lu}/gu, (letter) => {
      const lower = letter.toLowerCase();
      return lower.length === letter.length ? lower : letter;
    });
}
