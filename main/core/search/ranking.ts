/**
 * Finds and orders the documents that a plan matches.
 *
 * Score: BM25F (Robertson, Zaragoza and Taylor 2004, "Simple BM25 extension to multiple weighted
 * fields") with lunr's k1 and b: a clause's occurrences are added up over fields, each by its
 * weight and divided by its field's relative length, and saturate once. A clause counts as one
 * term, whatever number of index terms it stands for.
 *
 * Scores don't depend on how documents are spread over segments: document frequencies and average
 * lengths are taken over all live documents at query time, for which the postings are read anyway.
 *
 * Coordination: clauses are alternatives, as in lunr, but a document that matches more of the
 * distinct query words comes first; that number is the whole part of the score.
 */
import { FIELDS } from './fields.ts';
import type { LiveSegment } from './live-segment.ts';
import type { Clause } from './query-plan.ts';
import { describeHit } from './hit-terms.ts';
import { matchClause, type Averages, type ClauseMatch } from './clause-match.ts';
import type { SearchResults } from './search-index.ts';

const K1 = 1.2;

export interface Corpus {
  segments: readonly LiveSegment[];
  documentCount: number;
  averages: Averages;
}

export function corpusOf(segments: readonly LiveSegment[]): Corpus {
  const totals: number[] = FIELDS.map(() => 0);
  let documentCount = 0;
  for (const { segment, dead, liveCount } of segments) {
    documentCount += liveCount;
    for (let doc = 0; doc < dead.length; doc++) {
      if (dead[doc] === 1) continue;
      for (let field = 0; field < FIELDS.length; field++) {
        const length = segment.lengths[doc * FIELDS.length + field] ?? 0;
        totals[field] = (totals[field] ?? 0) + length;
      }
    }
  }
  const averages = totals.map((total) => total / Math.max(1, documentCount));
  return { segments, documentCount, averages };
}

interface Found {
  at: number;
  doc: number;
  id: string;
  score: number;
}

export function search(
  corpus: Corpus,
  clauses: readonly Clause[],
  page: { limit: number; offset: number },
): SearchResults {
  if (clauses.length === 0) return { total: 0, hits: [] };
  const matches = corpus.segments.map((live) =>
    clauses.map((clause) => matchClause(live.segment, clause, corpus.averages)),
  );
  const idfs = clauses.map((_, c) => idf(corpus, (at) => matches[at]?.[c]));
  const keys = new Map<string, number>();
  for (const { key } of clauses) if (!keys.has(key)) keys.set(key, keys.size);
  const places = clauses.map(({ key }) => keys.get(key) ?? 0);

  const found: Found[] = [];
  for (const [at, live] of corpus.segments.entries()) {
    const ofSegment = matches[at] ?? [];
    const score = createScorer(clauses, ofSegment, idfs, places);
    for (let doc = 0; doc < live.dead.length; doc++) {
      if (live.dead[doc] === 1) continue;
      const points = score(doc);
      if (points !== null) found.push({ at, doc, id: live.segment.ids[doc] ?? '', score: points });
    }
  }
  found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const hits = found.slice(page.offset, page.offset + page.limit).map(({ at, doc, id, score }) => {
    const segment = corpus.segments[at]?.segment;
    const described = segment && describeHit(segment, doc, clauses, matches[at] ?? []);
    return { articleId: id, score, terms: described?.terms ?? [], fields: described?.fields ?? [] };
  });
  return { total: found.length, hits };
}

function idf(corpus: Corpus, matchIn: (at: number) => ClauseMatch | undefined): number {
  let frequency = 0;
  for (const [at, { dead }] of corpus.segments.entries()) {
    const weights = matchIn(at)?.weights;
    if (weights == null) continue;
    for (let doc = 0; doc < dead.length; doc++) {
      if (dead[doc] === 0 && (weights[doc] ?? 0) > 0) frequency += 1;
    }
  }
  return Math.log(1 + (corpus.documentCount - frequency + 0.5) / (frequency + 0.5));
}

/**
 * The score of a document, or null if it doesn't match. With prohibited clauses only, all others
 * match with 0.
 */
function createScorer(
  clauses: readonly Clause[],
  matches: readonly ClauseMatch[],
  idfs: readonly number[],
  places: readonly number[],
): (doc: number) => number | null {
  const isNegated = clauses.every(({ presence }) => presence === 'prohibited');
  return (doc) => {
    let relevance = 0;
    let isMatched = isNegated;
    const matched = new Set<number>();
    for (let c = 0; c < clauses.length; c++) {
      const clause = clauses[c];
      const weight = matches[c]?.weights?.[doc] ?? 0;
      if (clause === undefined) continue;
      if (weight === 0) {
        if (clause.presence === 'required') return null;
        continue;
      }
      if (clause.presence === 'prohibited') return null;
      isMatched = true;
      if (clause.counts) matched.add(places[c] ?? 0);
      relevance += (clause.boost * (idfs[c] ?? 0) * weight * (K1 + 1)) / (K1 + weight);
    }
    if (!isMatched) return null;
    return matched.size + relevance / (1 + relevance);
  };
}
