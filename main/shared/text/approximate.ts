/**
 * Where words that were changed are likely to stand: candidates for `anchor.ts`, each with how like
 * the words it is. All offsets and strings here are of folded text (`folded.ts`).
 */
import search from 'approx-string-match';
import type { TextRange } from '../entities.ts';
import type { SearchedText } from './searched-text.ts';

/** What is left of the words must be at least this like them, or between the same neighbours. */
const LEAST_SIMILARITY = 0.75;
const LEAST_BETWEEN = 0.4;
/** Matching costs text × errors: longer quotes are matched by pieces of this many code units. */
const PIECE = 256;
/** Around the expected place everything is searched; farther off only where a seed stands. */
const REACH = 100_000;
/** So near to it first: matching costs the length of what is searched. */
const CLOSE = 4000;
const SEEDS = 8;
const LEAST_SEED = 12;
/** Words this long are looked for in so many pieces when much of them is missing. */
const LEAST_REMAINS = 96;
const PIECES = 24;
const MOST_NEIGHBOURS = 64;
const MOST_PAIRS = 8;
const NEIGHBOUR = 32;
const LEAST_NEIGHBOUR = 8;

/** Folded words and their folded neighbours. */
export interface Wanted {
  exact: string;
  prefix: string;
  suffix: string;
  /** Where the words are expected. */
  at: number;
}

export interface Candidate extends TextRange {
  /** 0..1: 1 − edit distance by length. */
  similarity: number;
}

/** Those most like the words next to where they are expected. */
export function similarNearby(searched: SearchedText, wanted: Wanted): Candidate[] {
  const { exact, at } = wanted;
  if (exact === '') return [];
  const near = { start: Math.max(0, at - CLOSE), end: at + exact.length + CLOSE };
  return stretchesIn(searched, near, wanted);
}

/** The stretches most like the words: several where they are equally like. */
export function similarStretches(searched: SearchedText, wanted: Wanted): Candidate[] {
  const { exact, at } = wanted;
  if (exact === '') return [];
  const near = { start: Math.max(0, at - REACH), end: at + exact.length + REACH };
  const found = stretchesIn(searched, near, wanted);
  if (found.length > 0) return found;
  const isAll = near.start === 0 && near.end >= searched.text.length;
  const afar = isAll
    ? []
    : seedWindows(searched, wanted).flatMap((window) => stretchesIn(searched, window, wanted));
  return afar.length > 0 ? afar : remains(searched, wanted);
}

/** What is left of a long passage of which much was taken out: pieces that stand as they were. */
function remains(searched: SearchedText, { exact, at }: Wanted): Candidate[] {
  if (exact.length < LEAST_REMAINS) return [];
  const length = Math.max(LEAST_SEED, Math.ceil(exact.length / PIECES));
  const pieces: { offset: number; found: number }[] = [];
  let from = 0;
  for (let offset = 0; offset + length <= exact.length; offset += length) {
    const piece = exact.slice(offset, offset + length);
    const last = pieces.at(-1);
    const found =
      last === undefined ? nearestOf(searched, piece, at + offset) : searched.first(piece, from);
    if (found === -1 || (last !== undefined && found - from > exact.length)) continue;
    pieces.push({ offset, found });
    from = found + length;
  }
  const [first] = pieces;
  const last = pieces.at(-1);
  const share = (pieces.length * length) / exact.length;
  if (first === undefined || last === undefined || share < LEAST_BETWEEN) return [];
  const span = widened(searched.text, exact, first, { ...last, length });
  return span.end - span.start > 1.6 * exact.length ? [] : [{ ...span, similarity: share }];
}

/** From the first piece backwards and from the last one forwards as long as the words agree. */
function widened(
  text: string,
  exact: string,
  first: { offset: number; found: number },
  last: { offset: number; found: number; length: number },
): TextRange {
  let back = 0;
  while (
    back < first.offset &&
    text[first.found - back - 1] === exact[first.offset - back - 1] &&
    back < first.found
  ) {
    back += 1;
  }
  let on = last.length;
  while (last.offset + on < exact.length && text[last.found + on] === exact[last.offset + on]) {
    on += 1;
  }
  return { start: first.found - back, end: last.found + on };
}

function nearestOf(searched: SearchedText, words: string, at: number): number {
  const before = searched.last(words, at);
  const after = searched.first(words, at);
  if (before === -1 || after === -1) return Math.max(before, after);
  return at - before < after - at ? before : after;
}

function stretchesIn(searched: SearchedText, window: TextRange, wanted: Wanted): Candidate[] {
  const { exact } = wanted;
  return exact.length <= 2 * PIECE
    ? matches(searched, exact, window)
    : spans(searched, wanted, window);
}

function matches(searched: SearchedText, words: string, window: TextRange): Candidate[] {
  const mostErrors = Math.floor(words.length * (1 - LEAST_SIMILARITY));
  return searched.similar(words, mostErrors, window).map(({ start, end, errors }) => ({
    start,
    end,
    similarity: 1 - errors / words.length,
  }));
}

/** From the first piece of long words to the last. */
function spans(searched: SearchedText, { exact, at }: Wanted, window: TextRange): Candidate[] {
  const head = nearest(matches(searched, exact.slice(0, PIECE), window), at);
  if (head === null) return [];
  const tail = nearest(matches(searched, exact.slice(-PIECE), window), at + exact.length - PIECE);
  if (tail === null || tail.end <= head.start) return [];
  const span = { start: head.start, end: tail.end };
  const similarity = similarityOf(searched.text.slice(span.start, span.end), exact);
  return similarity < LEAST_SIMILARITY ? [] : [{ ...span, similarity }];
}

function nearest(candidates: readonly Candidate[], expected: number): Candidate | null {
  let best: Candidate | null = null;
  for (const one of candidates) {
    if (best === null || Math.abs(one.start - expected) < Math.abs(best.start - expected)) {
      best = one;
    }
  }
  return best;
}

/** Windows around places where pieces of the words stand as they were. Linear in the text. */
function seedWindows(searched: SearchedText, { exact }: Wanted): TextRange[] {
  const length = Math.max(LEAST_SEED, Math.floor(exact.length / SEEDS));
  const windows: TextRange[] = [];
  for (let offset = 0; offset + LEAST_SEED <= exact.length; offset += length) {
    const found = searched.first(exact.slice(offset, offset + length));
    if (found === -1) continue;
    const start = Math.max(0, found - offset - exact.length);
    const end = found + 2 * exact.length;
    if (windows.some((known) => known.start < end && start < known.end)) continue;
    windows.push({ start, end });
  }
  return windows;
}

/**
 * What stands now between the neighbours of the words, the nearest first, with how like them it
 * still is. Empty when the neighbours don't stand together at all.
 */
export function betweenNeighbours(searched: SearchedText, wanted: Wanted): Candidate[] {
  const { text } = searched;
  const { exact, at } = wanted;
  return neighbourPairs(searched, wanted)
    .toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))
    .slice(0, MOST_PAIRS)
    .map((pair) => ({
      ...pair,
      similarity: similarityOf(text.slice(pair.start, pair.end), exact),
    }));
}

/** Whether what stands between the neighbours is still the words, changed. */
export function isLeft({ similarity }: Candidate): boolean {
  return similarity >= LEAST_BETWEEN;
}

function neighbourPairs(searched: SearchedText, { exact, prefix, suffix }: Wanted): TextRange[] {
  const before = prefix.slice(-NEIGHBOUR);
  const after = suffix.slice(0, NEIGHBOUR);
  const starts =
    before === '' ? [0] : occurrences(searched, before).map((found) => found + before.length);
  const ends = after === '' ? [searched.text.length] : occurrences(searched, after);
  if (before.length + after.length < LEAST_NEIGHBOUR) return [];
  const longest = exact.length * 1.6 + NEIGHBOUR;
  const pairs: TextRange[] = [];
  for (const start of starts) {
    // Neighbours of a word that was taken out overlap in the space between them.
    const end = ends.find((one) => one >= start - 1);
    if (end !== undefined && end - start <= longest) {
      pairs.push({ start, end: Math.max(start, end) });
    }
  }
  return pairs;
}

function occurrences(searched: SearchedText, words: string): number[] {
  const found: number[] = [];
  let at = searched.first(words);
  while (at !== -1 && found.length < MOST_NEIGHBOURS) {
    found.push(at);
    at = searched.first(words, at + 1);
  }
  return found;
}

/** 0..1: how much of the words is in a stretch, in order, piece by piece; longer stretches count less. */
function similarityOf(stretch: string, words: string): number {
  if (words === '' || stretch === '') return 0;
  let errors = 0;
  let from = 0;
  for (let at = 0; at < words.length; at += PIECE) {
    const piece = words.slice(at, at + PIECE);
    const most = Math.floor(piece.length * 0.6);
    const part = words.length <= PIECE ? stretch : stretch.slice(from, from + 3 * PIECE);
    const found = search(part, piece, most)[0];
    errors += found?.errors ?? piece.length;
    from = found === undefined ? from + PIECE : from + found.end;
  }
  const spare = Math.max(0, stretch.length - words.length - errors);
  return Math.max(0, 1 - (errors + spare) / words.length);
}
