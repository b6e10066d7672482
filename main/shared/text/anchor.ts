/**
 * Finds an annotation's passage in a text that may have changed since. Exact before fuzzy, after
 * the approach of the Hypothesis client's `match-quote`, but the method and the score are kept: a
 * guess must never look like a certainty. `tests/bench/anchoring.bench.ts` prints how well it does.
 *
 * Invariants: a range never splits a grapheme; by `position` and `quote` it has exactly the words;
 * a score of 1 is kept for what could not have been anything else.
 */
import type { Anchor, Quote, TextRange } from '../entities.ts';
import {
  betweenNeighbours,
  similarNearby,
  similarStretches,
  type Candidate,
  type Wanted,
} from './approximate.ts';
import { contextLikeness, contextRun } from './context.ts';
import { foldedOffset, foldText, unfoldRange, type FoldedText } from './folded.ts';
import { isWholeRange, tidyRange, wholeWords } from './quote.ts';

export interface Target {
  position: TextRange;
  quote: Quote;
}

/** Words of this many UTF-16 code units are hardly there twice by chance. */
const DISTINCTIVE = 24;
/** So many, found in other surroundings, were moved: as good as certain, unless there were two of them. */
const UNMISTAKABLE = 80;
const MOVED = 0.95;
/** Fewer than this stand somewhere in every text. */
const TELLING = 8;
/** Context this much like what is remembered belongs to the passage. */
const CLEAR_PLACE = 0.9;
const SAME_PLACE = 0.7;
/** Words this much like those that were marked. */
const CLEAR_WORDS = 0.85;
const OTHER_PLACE = 0.45;
/** Of many places with the same words only the most likely are looked at closely. */
const MOST_PLACES = 12;
/** A fuzzy match is never certain. */
const MOST_FUZZY = 0.99;

const ORPHAN: Anchor = { range: null, method: 'orphan', score: 0 };

/** Whether a person should look at where the passage is now. */
export function isCertain({ method, score }: Anchor): boolean {
  return method !== 'orphan' && method !== 'fuzzy' && score === 1;
}

/** Where a person said that the passage is gone, only certainty brings it back. */
export function unlessOrphaned(anchor: Anchor, orphaned: boolean): Anchor {
  return orphaned && !isCertain(anchor) ? ORPHAN : anchor;
}

export function anchorTarget(text: string, target: Target): Anchor {
  return anchorIn(text)(target);
}

/** For many annotations of one text: what is derived from the text is made once, when needed. */
export function anchorIn(text: string): (target: Target) => Anchor {
  let known: FoldedText | null = null;
  const folded = () => (known ??= foldText(text));
  return (target) => {
    if (target.quote.exact === '') return ORPHAN;
    const certain = atPosition(text, target) ?? wholeQuote(text, target);
    if (certain !== null) return certain;
    const place = likeliestPlace(text, target);
    if (place !== null && place.score === 1 && place.bothSides >= SAME_PLACE)
      return asAnchor(place);
    return changedWords(text, folded(), target, place);
  };
}

function atPosition(text: string, { position, quote }: Target): Anchor | null {
  const stands =
    text.slice(position.start, position.end) === quote.exact &&
    contextRun(text, position, quote) === 1 &&
    isWholeRange(text, position);
  return stands ? { range: position, method: 'position', score: 1 } : null;
}

/** The words in their whole context: the nearest, and certain when there is one only. */
function wholeQuote(text: string, { position, quote }: Target): Anchor | null {
  const whole = quote.prefix + quote.exact + quote.suffix;
  let best: TextRange | null = null;
  let found = 0;
  for (let at = text.indexOf(whole); at !== -1; at = text.indexOf(whole, at + 1)) {
    const start = at + quote.prefix.length;
    const range = { start, end: start + quote.exact.length };
    if (!isWholeRange(text, range)) continue;
    found += 1;
    if (best === null || distance(range, position) < distance(best, position)) best = range;
  }
  return best === null ? null : { range: best, method: 'quote', score: found === 1 ? 1 : 0.9 };
}

function distance(a: TextRange, b: TextRange): number {
  return Math.abs(a.start - b.start);
}

interface Place {
  range: TextRange;
  /** 0..1: likeness of the context, by the side that is more like what is remembered. */
  context: number;
  /** 0..1: the same by both sides. */
  bothSides: number;
  rank: number;
}

interface LikeliestPlace extends Place {
  method: 'position' | 'quote';
  score: number;
  /** Whether the words stand nowhere else. */
  isOnly: boolean;
}

/** The exact words where context and place speak most for them. */
function likeliestPlace(text: string, { position, quote }: Target): LikeliestPlace | null {
  const [best, second] = placesOf(text, { position, quote });
  if (best === undefined) return null;
  const { range, context, bothSides } = best;
  const isOnly = second === undefined;
  const { length } = quote.exact;
  const isClear = isOnly
    ? context >= (length >= DISTINCTIVE ? SAME_PLACE : CLEAR_PLACE)
    : bothSides >= CLEAR_PLACE && context - second.context >= OTHER_PLACE;
  const score = isClear && hasSameEdges(text, range, quote) ? 1 : guess(context);
  const method = range.start === position.start ? 'position' : 'quote';
  return { ...best, method, score, isOnly };
}

/** Words that were marked whole are still not parts of longer ones, and the other way round. */
function hasSameEdges(text: string, { start, end }: TextRange, quote: Quote): boolean {
  const { exact, prefix, suffix } = quote;
  const [first, last] = [exact.charAt(0), exact.slice(-1)];
  return (
    isInWord(text.charAt(start - 1), first) === isInWord(prefix.slice(-1), first) &&
    isInWord(last, text.charAt(end)) === isInWord(last, suffix.charAt(0))
  );
}

function guess(context: number): number {
  return 0.5 + 0.45 * context;
}

function asAnchor({ range, method, score }: LikeliestPlace): Anchor {
  return { range, method, score };
}

/** Best first. */
function placesOf(text: string, { position, quote }: Target): Place[] {
  let likely: Place[] = [];
  const { exact } = quote;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const range = { start: at, end: at + exact.length };
    const run = contextRun(text, range, quote);
    const rank = run + 0.3 * nearness(text, at, position.start);
    if (likely.length >= MOST_PLACES && rank <= (likely.at(-1)?.rank ?? 0)) continue;
    if (!isWholeRange(text, range)) continue;
    likely = [...likely, { range, context: run, bothSides: run, rank }]
      .toSorted((a, b) => b.rank - a.rank)
      .slice(0, MOST_PLACES);
  }
  return likely
    .map(({ range, context: run, rank }) => {
      const { both, either } = contextLikeness(text, range, quote);
      const [context, bothSides] = [Math.max(either, run), Math.max(both, run)];
      return { range, context, bothSides, rank: either + rank };
    })
    .toSorted((a, b) => b.rank - a.rank);
}

/**
 * Where the words don't stand as they were in surroundings that are theirs: what is like them, what
 * stands between their neighbours now, and the same words elsewhere are weighed.
 */
function changedWords(
  text: string,
  folded: FoldedText,
  target: Target,
  place: LikeliestPlace | null,
): Anchor {
  const wanted = wantedIn(folded, target);
  const between = betweenNeighbours(folded.text, wanted);
  if (place !== null) {
    const there = bestCandidate(text, folded, between ?? [], target);
    if (there !== null && !overlap(unfoldRange(folded, there), place.range)) {
      return asFuzzy(text, folded, there, target) ?? ORPHAN;
    }
    return exactElsewhere(place, target, between !== null);
  }
  const nearby = bestCandidate(text, folded, similarNearby(folded.text, wanted), target);
  if (nearby !== null && isClearlyIt(text, folded, nearby, target)) {
    return asFuzzy(text, folded, nearby, target) ?? ORPHAN;
  }
  const candidates = [...(between ?? []), ...similarStretches(folded.text, wanted)];
  const best = bestCandidate(text, folded, candidates, target);
  return (best && asFuzzy(text, folded, best, target)) ?? ORPHAN;
}

/** Hardly changed and in its surroundings: there is no need to look farther off. */
function isClearlyIt(
  text: string,
  folded: FoldedText,
  candidate: Candidate,
  { quote }: Target,
): boolean {
  const { both } = contextLikeness(text, unfoldRange(folded, candidate), quote);
  return candidate.similarity >= CLEAR_WORDS && both >= SAME_PLACE;
}

/**
 * The same words in other surroundings. Few words are there by chance; and where the neighbours
 * stand without the words, the words were taken out of there.
 */
function exactElsewhere(
  place: LikeliestPlace,
  { quote }: Target,
  neighboursStand: boolean,
): Anchor {
  if (place.context >= OTHER_PLACE) return asAnchor(place);
  const { length } = quote.exact;
  if (length >= UNMISTAKABLE && place.isOnly && !neighboursStand) {
    return asAnchor({ ...place, score: Math.max(place.score, MOVED) });
  }
  if (length >= DISTINCTIVE) return asAnchor(place);
  const isTelling = place.isOnly && length >= TELLING && !neighboursStand;
  return isTelling ? asAnchor(place) : ORPHAN;
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

function wantedIn(folded: FoldedText, { position, quote }: Target): Wanted {
  return {
    exact: foldText(quote.exact).text,
    prefix: foldText(quote.prefix).text,
    suffix: foldText(quote.suffix).text,
    at: foldedOffset(folded, position.start),
  };
}

function bestCandidate(
  text: string,
  folded: FoldedText,
  candidates: readonly Candidate[],
  { position, quote }: Target,
): Candidate | null {
  let best: { candidate: Candidate; rank: number } | null = null;
  for (const candidate of candidates) {
    const range = unfoldRange(folded, candidate);
    const { either: context } = contextLikeness(text, range, quote);
    // Few words are like many others: only their surroundings tell which.
    const need = quote.exact.length >= DISTINCTIVE ? 0 : OTHER_PLACE;
    if (context < need) continue;
    const rank =
      candidate.similarity + 0.3 * context + 0.1 * nearness(text, range.start, position.start);
    if (best === null || rank > best.rank) best = { candidate, rank };
  }
  return best?.candidate ?? null;
}

function asFuzzy(
  text: string,
  folded: FoldedText,
  { start, end, similarity }: Candidate,
  { quote }: Target,
): Anchor | null {
  const tidy = tidyRange(text, unfoldRange(folded, { start, end }));
  if (tidy === null) return null;
  const whole = wholeWords(text, tidy);
  const { exact, prefix, suffix } = quote;
  const range = {
    start: isInWord(prefix.slice(-1), exact.charAt(0)) ? tidy.start : whole.start,
    end: isInWord(exact.slice(-1), suffix.charAt(0)) ? tidy.end : whole.end,
  };
  return { range, method: 'fuzzy', score: MOST_FUZZY * similarity };
}

/** Whether the words were marked from, or up to, the middle of a word. */
function isInWord(before: string, after: string): boolean {
  return /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
}

function nearness(text: string, at: number, expected: number): number {
  return 1 - Math.min(1, Math.abs(at - expected) / Math.max(1, text.length));
}
