/**
 * A segment: an immutable part of the index, in a few flat arrays (an object for each posting, as
 * lunr has it, takes some 30 times the memory and can't be loaded without being parsed).
 *
 * Terms are ordered by stem and then by spelling, so that all forms of a word stand side by side.
 * The postings of term `t` are `docs[k]`, `counts[k]` for k from `postingsFrom[t]` to
 * `postingsFrom[t + 1]`, by document and then field.
 */
import { stemOf, tokensOf } from './analysis.ts';
import { FIELDS } from './fields.ts';
import type { SearchDocument } from './search-index.ts';

export interface Segment {
  /** By document: id, revision and, FIELDS.length for each, the number of terms in its fields. */
  ids: string[];
  revs: string[];
  lengths: Uint32Array;
  stems: string[];
  terms: string[];
  /** The terms of stem `s` are `termsFrom[s]` to `termsFrom[s + 1]`. */
  termsFrom: Uint32Array;
  postingsFrom: Uint32Array;
  docs: Uint32Array;
  /** Field in the upper two bits, times the term occurs there in the rest. */
  counts: Uint16Array;
}

const FIELD_SHIFT = 14;
const MOST_OCCURRENCES = (1 << FIELD_SHIFT) - 1;

export function fieldOf(count: number): number {
  return count >>> FIELD_SHIFT;
}

export function occurrencesOf(count: number): number {
  return count & MOST_OCCURRENCES;
}

/** A term with its postings, documents by their number in the segment to be. */
export interface TermPostings {
  stem: string;
  term: string;
  docs: number[];
  counts: number[];
}

/** Collects documents, to be made a segment by `toSegment`. */
export interface SegmentDraft {
  ids: string[];
  revs: string[];
  lengths: number[];
  postings: Map<string, { docs: number[]; counts: number[] }>;
}

export function emptyDraft(): SegmentDraft {
  return { ids: [], revs: [], lengths: [], postings: new Map() };
}

/** The caller sees to it that no id comes twice. */
export function addToDraft(draft: SegmentDraft, document: SearchDocument): void {
  const doc = draft.ids.length;
  draft.ids.push(document.id);
  draft.revs.push(document.rev);
  for (const [field, name] of FIELDS.entries()) {
    const occurrences = new Map<string, number>();
    const tokens = tokensOf(document[name]);
    for (const { term } of tokens) occurrences.set(term, (occurrences.get(term) ?? 0) + 1);
    draft.lengths.push(tokens.length);
    for (const [term, times] of occurrences) {
      let postings = draft.postings.get(term);
      if (postings === undefined) draft.postings.set(term, (postings = { docs: [], counts: [] }));
      postings.docs.push(doc);
      postings.counts.push((field << FIELD_SHIFT) | Math.min(times, MOST_OCCURRENCES));
    }
  }
}

export function toSegment({ ids, revs, lengths, postings }: SegmentDraft): Segment {
  const builder = createSegmentBuilder({ ids, revs, lengths: Uint32Array.from(lengths) });
  const sorted = [...postings].map(([term, { docs, counts }]) => {
    return { stem: stemOf(term), term, docs, counts };
  });
  sorted.sort(compareTerms);
  for (const entry of sorted) builder.push(entry);
  return builder.build();
}

export function compareTerms(
  a: Pick<TermPostings, 'stem' | 'term'>,
  b: Pick<TermPostings, 'stem' | 'term'>,
): number {
  return compareText(a.stem, b.stem) || compareText(a.term, b.term);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface SegmentBuilder {
  /** Terms come in the order of `compareTerms`. */
  push(entry: TermPostings): void;
  build(): Segment;
}

export function createSegmentBuilder(
  documents: Pick<Segment, 'ids' | 'revs' | 'lengths'>,
): SegmentBuilder {
  const stems: string[] = [];
  const terms: string[] = [];
  const termsFrom: number[] = [];
  const postingsFrom: number[] = [0];
  let docs = new Uint32Array(1024);
  let counts = new Uint16Array(1024);
  let size = 0;

  function push(entry: TermPostings): void {
    if (stems.at(-1) !== entry.stem) {
      stems.push(entry.stem);
      termsFrom.push(terms.length);
    }
    terms.push(entry.term);
    const end = size + entry.docs.length;
    if (end > docs.length) {
      docs = grown(docs, Uint32Array, end);
      counts = grown(counts, Uint16Array, end);
    }
    docs.set(entry.docs, size);
    counts.set(entry.counts, size);
    size = end;
    postingsFrom.push(size);
  }

  function build(): Segment {
    return {
      ...documents,
      stems,
      terms,
      termsFrom: Uint32Array.from([...termsFrom, terms.length]),
      postingsFrom: Uint32Array.from(postingsFrom),
      docs: docs.slice(0, size),
      counts: counts.slice(0, size),
    };
  }

  return { push, build };
}

function grown<T extends Uint32Array | Uint16Array>(
  array: T,
  Kind: new (length: number) => T,
  needed: number,
): T {
  const larger = new Kind(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}

/** Where the value stands in a sorted list, or -1. */
export function placeOf(sorted: readonly string[], value: string): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] ?? '';
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
