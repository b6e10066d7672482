/**
 * What a hit matched: its index terms, for snippets, and its fields. Asked only for the hits of one
 * page.
 */
import type { ClauseMatch } from './clause-match.ts';
import { FIELDS } from './fields.ts';
import type { Clause } from './query-plan.ts';
import { fieldOf, type Segment } from './segment.ts';

/** A wildcard can match hundreds of words of one article; a snippet needs a few. */
const MOST_TERMS = 200;

export function describeHit(
  segment: Segment,
  doc: number,
  clauses: readonly Clause[],
  matches: readonly ClauseMatch[],
): { terms: string[]; fields: string[] } {
  const terms = new Set<string>();
  const fields = new Set<number>();
  for (const [c, clause] of clauses.entries()) {
    const match = matches[c];
    if (clause.presence === 'prohibited' || match === undefined) continue;
    if ((match.weights?.[doc] ?? 0) === 0) continue;
    for (const term of match.terms) {
      if (terms.size >= MOST_TERMS) break;
      for (const field of fieldsWith(segment, term, doc)) {
        if (clause.fields[field] !== true) continue;
        terms.add(segment.terms[term] ?? '');
        fields.add(field);
      }
    }
  }
  return { terms: [...terms], fields: FIELDS.filter((_, field) => fields.has(field)) };
}

function fieldsWith({ postingsFrom, docs, counts }: Segment, term: number, doc: number): number[] {
  const end = postingsFrom[term + 1] ?? 0;
  let low = postingsFrom[term] ?? end;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((docs[middle] ?? 0) < doc) low = middle + 1;
    else high = middle;
  }
  const fields: number[] = [];
  for (let at = low; at < end && docs[at] === doc; at++) fields.push(fieldOf(counts[at] ?? 0));
  return fields;
}
