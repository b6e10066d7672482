/**
 * What changed between two texts, in words. Stretches of words that stand once in either text are
 * fixed first, in their longest common order (the idea of patience diff, Bram Cohen); only what
 * lies between them is compared by Myers' O(ND) algorithm (1986), with a bound on its edits. So
 * the cost stays near linear however long the texts are.
 *
 * Invariant: the `same` and `removed` segments, in order, are the text before; the `same` and
 * `added` ones the text after.
 */
import { diffArrays } from 'diff';
import { countWords } from './words.ts';

export const DIFF_KINDS = ['same', 'removed', 'added'] as const;

export interface DiffSegment {
  kind: (typeof DIFF_KINDS)[number];
  text: string;
}

/** Characters of scripts without spaces stand for themselves, as do marks; white space is a token. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*|\s+|[^]/gu;
/** Tokens that have to stand once together in both texts to fix a place. */
const ANCHOR = 7;
/** Beyond this many edits, what lies between two fixed places is taken as rewritten. */
const MOST_EDITS = 600;

export function wordDiff(before: string, after: string): DiffSegment[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const edits: DiffSegment[] = [];
  let [oldAt, nowAt] = [0, 0];
  for (const place of [...fixedPlaces(old, now), { old: old.length, now: now.length }]) {
    if (place.old < oldAt || place.now < nowAt) continue;
    compare(old.slice(oldAt, place.old), now.slice(nowAt, place.now), edits);
    [oldAt, nowAt] = [place.old, place.now];
    while (oldAt < old.length && old[oldAt] === now[nowAt]) {
      edits.push({ kind: 'same', text: old[oldAt] ?? '' });
      [oldAt, nowAt] = [oldAt + 1, nowAt + 1];
    }
  }
  return readable(edits);
}

export interface ChangedWords {
  removed: number;
  added: number;
}

export function countChangedWords(segments: readonly DiffSegment[]): ChangedWords {
  const counts = { same: 0, removed: 0, added: 0 };
  for (const { kind, text } of segments) counts[kind] += kind === 'same' ? 0 : countWords(text);
  return { removed: counts.removed, added: counts.added };
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

interface Place {
  old: number;
  now: number;
}

/** Where the same stretch of tokens, once in either text, begins: in growing order in both. */
function fixedPlaces(old: readonly string[], now: readonly string[]): Place[] {
  const inOld = singles(old);
  const both: Place[] = [];
  for (const [stretch, at] of singles(now)) {
    const there = inOld.get(stretch);
    if (there !== undefined) both.push({ old: there, now: at });
  }
  return longestRising(both.toSorted((a, b) => a.now - b.now));
}

function singles(tokens: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let at = 0; at + ANCHOR <= tokens.length; at += 1) {
    const stretch = tokens.slice(at, at + ANCHOR).join('\0');
    if (places.has(stretch)) repeated.add(stretch);
    else places.set(stretch, at);
  }
  for (const stretch of repeated) places.delete(stretch);
  return places;
}

/** The longest subsequence whose places in the old text rise. O(n log n). */
function longestRising(places: readonly Place[]): Place[] {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [at, { old }] of places.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0]?.old ?? 0) < old) low = middle + 1;
      else high = middle;
    }
    previous[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  }
  const rising: Place[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) {
    const place = places[at];
    if (place !== undefined) rising.push(place);
  }
  return rising.reverse();
}

function compare(old: readonly string[], now: readonly string[], edits: DiffSegment[]): void {
  const changes =
    old.length === 0 || now.length === 0
      ? undefined
      : diffArrays([...old], [...now], { maxEditLength: MOST_EDITS });
  if (changes === undefined) {
    edits.push({ kind: 'removed', text: old.join('') }, { kind: 'added', text: now.join('') });
    return;
  }
  for (const { value, added, removed } of changes) {
    edits.push({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') });
  }
}

/** Joins neighbours; what removes and adds on both sides of a mere space or mark is one change. */
function readable(edits: readonly DiffSegment[]): DiffSegment[] {
  const segments: DiffSegment[] = [];
  let [removed, added, between] = ['', '', ''];
  const flush = () => {
    if (removed !== '') segments.push({ kind: 'removed', text: removed });
    if (added !== '') segments.push({ kind: 'added', text: added });
    if (between !== '') segments.push({ kind: 'same', text: between });
    [removed, added, between] = ['', '', ''];
  };
  for (const { kind, text } of edits) {
    if (text === '') continue;
    if (kind === 'same') {
      between += text;
      if (removed + added === '' || /[\p{L}\p{N}]|\n/u.test(between)) flush();
      continue;
    }
    removed += between;
    added += between;
    between = '';
    if (kind === 'removed') removed += text;
    else added += text;
  }
  flush();
  return joinSame(segments);
}

function joinSame(segments: readonly DiffSegment[]): DiffSegment[] {
  const joined: DiffSegment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last?.kind === segment.kind) last.text += segment.text;
    else joined.push({ ...segment });
  }
  return joined;
}
