/** How strongly each document of one segment matches one clause. */
import { FIELDS } from './fields.ts';
import { fieldOf, occurrencesOf, placeOf, type Segment } from './segment.ts';
import type { Clause, Leaf } from './query-plan.ts';

/** Average number of terms, by field. */
export type Averages = readonly number[];

/**
 * By document: the weighted, length-normalised number of occurrences; 0 where the clause doesn't
 * match.
 */
export type Weights = Float64Array;

export interface ClauseMatch {
  /** Null when no document matches. */
  weights: Weights | null;
  /** The index terms that the clause stands for, by their place in the segment. */
  terms: number[];
}

const LENGTH_NORMALISATION = 0.75;
/** A word in a title says what an article is about; tags and notes are the reader's own words. */
const FIELD_WEIGHTS: readonly number[] = FIELDS.map(
  (field) => ({ title: 5, body: 1, notes: 2, tags: 4 })[field],
);

export function matchClause(segment: Segment, clause: Clause, averages: Averages): ClauseMatch {
  const terms: number[] = [];
  const weightsOf = (leaf: Leaf): Weights | null => {
    const own = termsOf(segment, leaf);
    for (const term of own) terms.push(term);
    return weigh(segment, own, clause.fields, averages);
  };
  const words = clause.words.map(({ alternatives }) =>
    alternatives.map((leaves) => leaves.map(weightsOf).reduce(both)).reduce(either),
  );
  return { weights: words.reduce(both), terms };
}

function termsOf(segment: Segment, { stem, test }: Leaf): number[] {
  const found: number[] = [];
  if (test === null) {
    if (stem !== null) pushRange(found, segment, placeOf(segment.stems, stem));
    return found;
  }
  for (let s = 0; s < segment.stems.length; s++) {
    const own = segment.stems[s] ?? '';
    if (own === stem) {
      pushRange(found, segment, s);
      continue;
    }
    const end = segment.termsFrom[s + 1] ?? 0;
    for (let term = segment.termsFrom[s] ?? end; term < end; term++) {
      if (test(segment.terms[term] ?? '', own)) found.push(term);
    }
  }
  return found;
}

function pushRange(found: number[], segment: Segment, stem: number): void {
  if (stem === -1) return;
  const end = segment.termsFrom[stem + 1] ?? 0;
  for (let term = segment.termsFrom[stem] ?? end; term < end; term++) found.push(term);
}

function weigh(
  segment: Segment,
  terms: readonly number[],
  fields: readonly boolean[],
  averages: Averages,
): Weights | null {
  if (terms.length === 0) return null;
  const { docs, counts, lengths, postingsFrom } = segment;
  const weights = new Float64Array(segment.ids.length);
  for (const term of terms) {
    const end = postingsFrom[term + 1] ?? 0;
    for (let at = postingsFrom[term] ?? end; at < end; at++) {
      const count = counts[at] ?? 0;
      const field = fieldOf(count);
      if (fields[field] !== true) continue;
      const doc = docs[at] ?? 0;
      const relativeLength = (lengths[doc * FIELDS.length + field] ?? 0) / (averages[field] || 1);
      const norm = 1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * relativeLength;
      const weight = ((FIELD_WEIGHTS[field] ?? 1) * occurrencesOf(count)) / norm;
      weights[doc] = (weights[doc] ?? 0) + weight;
    }
  }
  return weights;
}

function both(a: Weights | null, b: Weights | null): Weights | null {
  if (a === null || b === null) return null;
  return a.map((weight, doc) => {
    const other = b[doc] ?? 0;
    return weight > 0 && other > 0 ? weight + other : 0;
  });
}

function either(a: Weights | null, b: Weights | null): Weights | null {
  if (a === null || b === null) return a ?? b;
  return a.map((weight, doc) => weight + (b[doc] ?? 0));
}
