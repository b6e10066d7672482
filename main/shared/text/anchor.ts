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
  isLeft,
  similarNearby,
  similarStretches,
  type Candidate,
  type Wanted,
} from './approximate.ts';
import { contextLikeness, contextRun } from './context.ts';
import { foldedOffset, foldText, unfoldRange, type FoldedText } from './folded.ts';
import { likeliestPlaces, nearness, type Place, type Target } from './places.ts';
import { searchedText, type SearchedText } from './searched-text.ts';
import { isWholeRange, tidyRange, wholeWords } from './whole-range.ts';

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
/** Context so much more like what is remembered than any other place was is not that place's. */
const UNLIKE_RIVAL = 0.2;
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

interface Derived {
  folded: FoldedText;
  searched: SearchedText;
}

function derivedFrom(folded: FoldedText): Derived {
  return { folded, searched: searchedText(folded.text) };
}

/** For many annotations of one text: what is derived from the text is made once, when needed. */
export function anchorIn(text: string): (target: Target) => Anchor {
  let known: Derived | null = null;
  const derived = () => (known ??= derivedFrom(foldText(text)));
  return (target) => {
    if (target.quote.exact === '') return ORPHAN;
    const certain = atPosition(text, target) ?? wholeQuote(text, target);
    if (certain !== null) return certain;
    const place = likeliestPlace(text, target);
    return place === null
      ? changedWords(text, derived(), target)
      : wordsInOtherSurroundings(text, derived(), target, place);
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
    if (contextRun(text, range, quote) < 1 || !isWholeRange(text, range)) continue;
    found += 1;
    if (best === null || distance(range, position) < distance(best, position)) best = range;
  }
  return best === null ? null : { range: best, method: 'quote', score: found === 1 ? 1 : 0.9 };
}

function distance(a: TextRange, b: TextRange): number {
  return Math.abs(a.start - b.start);
}

interface LikeliestPlace extends Place {
  /** Whether the words stand nowhere else. */
  isOnly: boolean;
  /** Whether context and edges leave no doubt, as far as this place alone tells. */
  isClear: boolean;
}

/** The exact words where context and place speak most for them. */
function likeliestPlace(text: string, { position, quote }: Target): LikeliestPlace | null {
  const [best, second] = likeliestPlaces(text, { position, quote });
  if (best === undefined) return null;
  const { range, context, bothSides } = best;
  const isOnly = second === undefined;
  const { length } = quote.exact;
  const isLike = isOnly
    ? context >= (length >= DISTINCTIVE ? SAME_PLACE : CLEAR_PLACE)
    : bothSides >= CLEAR_PLACE && bothSides - second.side >= OTHER_PLACE;
  const isClear =
    isLike && bothSides - (quote.rival ?? 0) >= UNLIKE_RIVAL && hasSameEdges(text, range, quote);
  return { ...best, isOnly, isClear };
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

/**
 * The same words, but not all of what stood around them. They were left there; or moved; or these are
 * others, and the marked ones were changed or taken out of where their neighbours still stand.
 */
function wordsInOtherSurroundings(
  text: string,
  { folded, searched }: Derived,
  target: Target,
  place: LikeliestPlace,
): Anchor {
  const wanted = wantedIn(folded, target);
  const between = betweenNeighbours(searched, wanted);
  const elsewhere = between.filter((one) => !overlap(unfoldRange(folded, one), place.range));
  const isOnly = place.isOnly && standsOnce(searched, wanted.exact);
  const isCertainly = place.isClear && elsewhere.length === 0 && isOnly === place.isOnly;
  const method = place.range.start === target.position.start ? 'position' : 'quote';
  const score = isCertainly ? 1 : guess(place.context);
  const here: Anchor = { range: place.range, method, score };
  if (place.bothSides >= SAME_PLACE) return here;
  const there = bestCandidate(text, folded, elsewhere.filter(isLeft), target);
  if (there !== null) return asFuzzy(text, folded, there, target) ?? ORPHAN;
  if (place.context >= OTHER_PLACE) return here;
  // Few words are there by chance.
  const { length } = target.quote.exact;
  const wasMoved = isOnly && between.length === 0;
  if (length >= UNMISTAKABLE && wasMoved) return { ...here, score: Math.max(score, MOVED) };
  const stoodOnce = isOnly && target.quote.rival === undefined;
  return length >= DISTINCTIVE || (length >= TELLING && (wasMoved || stoodOnce)) ? here : ORPHAN;
}

function standsOnce(searched: SearchedText, words: string): boolean {
  return searched.first(words, searched.first(words) + 1) === -1;
}

/** Where the words don't stand any more: what is like them, or stands between their neighbours now. */
function changedWords(text: string, { folded, searched }: Derived, target: Target): Anchor {
  const wanted = wantedIn(folded, target);
  const nearby = bestCandidate(text, folded, similarNearby(searched, wanted), target);
  if (nearby !== null && isClearlyIt(text, folded, nearby, target)) {
    return asFuzzy(text, folded, nearby, target) ?? ORPHAN;
  }
  const between = betweenNeighbours(searched, wanted).filter(isLeft);
  const candidates = [...between, ...similarStretches(searched, wanted)];
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
  return /[\p{L}\p{N}_]/u.test(before) && /[\p{L}\p{N}_]/u.test(after);
}
