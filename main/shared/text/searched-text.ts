/**
 * A text in which much is looked for: an index of the places of every three code units tells where
 * words stand, and where something like them can stand at all, without reading all of it each time.
 * What it finds is what `indexOf`, `lastIndexOf` and `approx-string-match` find in the whole text.
 */
import search from 'approx-string-match';
import type { TextRange } from '../entities.ts';

export interface SearchedText {
  text: string;
  /** As `indexOf`. */
  first(words: string, from?: number): number;
  /** As `lastIndexOf`. */
  last(words: string, from: number): number;
  /** What is most like the words in a window, by at most so many edits: all that are equally like. */
  similar(words: string, mostErrors: number, window: TextRange): Stretch[];
}

export interface Stretch extends TextRange {
  errors: number;
}

/** A shorter text is read faster than indexed. UTF-16 code units. */
const LEAST_INDEXED = 10_000;
const GRAM = 3;
const BUCKETS = 1 << 16;
/** The rarest of the words' grams is looked for in so many code units. */
const MOST_GRAMS = 64;
/** Where even the rarest stands this often, reading is faster. */
const RARE = 1 / 500;
/** So many of them together are as wide as the diagonals of a match can lie apart, or wider. */
const STRIPES = 5;

export function searchedText(text: string): SearchedText {
  const index = text.length < LEAST_INDEXED ? null : indexOf(text);
  return {
    text,
    first(words, from = 0) {
      const rarest = rarestGram(index, words, text.length * RARE);
      if (rarest === null) return text.indexOf(words, from);
      const { places, offset } = rarest;
      for (let at = firstFrom(places, from + offset); at < places.length; at += 1) {
        const start = (places[at] ?? 0) - offset;
        if (text.startsWith(words, start)) return start;
      }
      return -1;
    },
    last(words, from) {
      const rarest = rarestGram(index, words, text.length * RARE);
      if (rarest === null) return text.lastIndexOf(words, from);
      const { places, offset } = rarest;
      for (let at = firstFrom(places, from + offset + 1) - 1; at >= 0; at -= 1) {
        const start = (places[at] ?? 0) - offset;
        if (start >= 0 && text.startsWith(words, start)) return start;
      }
      return -1;
    },
    similar(words, mostErrors, window) {
      const whole = { start: window.start, end: Math.min(window.end, text.length) };
      return index === null
        ? searchIn(text, words, mostErrors, whole)
        : similarIn(text, index, words, mostErrors, whole);
    },
  };
}

function searchIn(text: string, words: string, errors: number, window: TextRange): Stretch[] {
  const { start: from } = window;
  return search(text.slice(from, window.end), words, errors).map((one) => ({
    start: one.start + from,
    end: one.end + from,
    errors: one.errors,
  }));
}

/**
 * By the q-gram lemma: an edit takes away at most three of the words' grams, and those that are left
 * stand on diagonals (place in the text − place in the words) that lie no farther apart than there are
 * edits. Where most grams are says how many edits are enough; then all stretches are read that can
 * do with as few.
 */
function similarIn(
  text: string,
  index: Index,
  words: string,
  mostErrors: number,
  window: TextRange,
): Stretch[] {
  const grams = words.length - GRAM + 1;
  const left = (errors: number) => grams - GRAM * errors;
  const width = Math.floor(mostErrors / (STRIPES - 1)) + 1;
  const sums = gramsOnStripes(index, words, width, window);
  /** Where a match can be whose grams stand on the stripes that end with this one. */
  const around = (stripe: number): TextRange => {
    const after = window.start - words.length + (stripe + 1) * width;
    return {
      start: Math.max(window.start, after - STRIPES * width - mostErrors),
      end: Math.min(window.end, after + words.length + mostErrors),
    };
  };
  const most = sums.reduce((best, sum, stripe) => (sum > (sums[best] ?? 0) ? stripe : best), 0);
  const isPossible = (sums[most] ?? 0) >= left(mostErrors);
  const there = isPossible ? searchIn(text, words, mostErrors, around(most)) : [];
  const enough = there[0]?.errors ?? mostErrors;
  if (left(enough) < 1) return searchIn(text, words, enough, window);
  const windows: TextRange[] = [];
  let read = 0;
  for (const [stripe, sum] of sums.entries()) {
    if (sum < left(enough)) continue;
    const { start, end } = around(stripe);
    const last = windows.at(-1);
    const from = last !== undefined && start <= last.end ? last.end : start;
    read += end - from;
    if (from === start) windows.push({ start, end });
    else if (last !== undefined) last.end = end;
  }
  if (read * 2 > window.end - window.start) return searchIn(text, words, enough, window);
  return leastErrors(windows.flatMap((one) => searchIn(text, words, enough, one)));
}

function leastErrors(stretches: readonly Stretch[]): Stretch[] {
  const least = Math.min(...stretches.map(({ errors }) => errors));
  return stretches.filter(({ errors }) => errors === least);
}

/** How many of the words' grams stand on each stripe of diagonals and those before it in reach. */
function gramsOnStripes(
  { begins, places }: Index,
  words: string,
  width: number,
  { start, end }: TextRange,
): Uint32Array {
  const diagonals = end - start + words.length;
  const counts = new Uint32Array(Math.ceil(diagonals / width) + STRIPES);
  for (let offset = 0; offset + GRAM <= words.length; offset += 1) {
    const bucket = bucketAt(words, offset);
    const after = begins[bucket + 1] ?? 0;
    const shift = words.length - offset - start;
    for (let at = firstFrom(places, start, begins[bucket] ?? 0, after); at < after; at += 1) {
      const place = places[at] ?? 0;
      if (place >= end) break;
      const stripe = Math.floor((place + shift) / width);
      counts[stripe] = (counts[stripe] ?? 0) + 1;
    }
  }
  const sums = new Uint32Array(counts.length);
  let sum = 0;
  for (let stripe = 0; stripe < counts.length; stripe += 1) {
    sum += (counts[stripe] ?? 0) - (counts[stripe - STRIPES] ?? 0);
    sums[stripe] = sum;
  }
  return sums;
}

interface Index {
  /** All places, by the buckets of their grams, ascending in each. */
  places: Uint32Array;
  /** Where each bucket begins, and where the last one ends. */
  begins: Uint32Array;
}

/** Linear in the text: the places sorted by counting. */
function indexOf(text: string): Index {
  const count = text.length - GRAM + 1;
  const begins = new Uint32Array(BUCKETS + 1);
  const buckets = new Uint16Array(count);
  for (let at = 0; at < count; at += 1) {
    const bucket = bucketAt(text, at);
    buckets[at] = bucket;
    begins[bucket + 1] = (begins[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    begins[bucket + 1] = (begins[bucket + 1] ?? 0) + (begins[bucket] ?? 0);
  }
  const next = begins.slice();
  const places = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const bucket = buckets[at] ?? 0;
    const slot = next[bucket] ?? 0;
    places[slot] = at;
    next[bucket] = slot + 1;
  }
  return { places, begins };
}

function bucketAt(text: string, at: number): number {
  const first = Math.imul(text.charCodeAt(at), 0x9e3779b1);
  const second = Math.imul(first ^ text.charCodeAt(at + 1), 0x85ebca6b);
  return Math.imul(second ^ text.charCodeAt(at + 2), 0xc2b2ae35) >>> 16;
}

/** The places of what is rarest in the words. Null where reading the text is faster. */
function rarestGram(
  index: Index | null,
  words: string,
  most: number,
): { places: Uint32Array; offset: number } | null {
  if (index === null) return null;
  const { begins, places } = index;
  let rarest: { begin: number; end: number; offset: number } | null = null;
  const last = Math.min(words.length, MOST_GRAMS) - GRAM;
  for (let offset = 0; offset <= last; offset += 1) {
    const bucket = bucketAt(words, offset);
    const [begin, end] = [begins[bucket] ?? 0, begins[bucket + 1] ?? 0];
    if (rarest === null || end - begin < rarest.end - rarest.begin) rarest = { begin, end, offset };
  }
  if (rarest === null || rarest.end - rarest.begin > most) return null;
  return { places: places.subarray(rarest.begin, rarest.end), offset: rarest.offset };
}

/** The index of the first place that is not before an offset. */
function firstFrom(places: Uint32Array, offset: number, from = 0, to = places.length): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
