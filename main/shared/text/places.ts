/** Where the words of a quote stand as they were marked, by how much speaks for each place. */
import type { Quote, TextRange } from '../entities.ts';
import { contextLikeness, contextRun } from './context.ts';
import { isWholeRange } from './whole-range.ts';

export interface Target {
  position: TextRange;
  quote: Quote;
}

export interface Place {
  range: TextRange;
  /** 0..1: likeness of the context, by one side alone where the words are of some length. */
  context: number;
  /** 0..1: the same by both sides. */
  bothSides: number;
  /** 0..1: likeness of the side that is more like what is remembered. */
  side: number;
  rank: number;
}

/** Of many places with the same words only the most likely are looked at closely. */
const MOST_PLACES = 12;

/** Best first, by what stands around them and how near they are to where the words were. */
export function likeliestPlaces(text: string, { position, quote }: Target): Place[] {
  let likely: { range: TextRange; run: number; rank: number }[] = [];
  const { exact } = quote;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const range = { start: at, end: at + exact.length };
    const run = contextRun(text, range, quote);
    const rank = run + 0.3 * nearness(text, at, position.start);
    if (likely.length >= MOST_PLACES && rank <= (likely.at(-1)?.rank ?? 0)) continue;
    if (!isWholeRange(text, range)) continue;
    likely = [...likely, { range, run, rank }]
      .toSorted((a, b) => b.rank - a.rank)
      .slice(0, MOST_PLACES);
  }
  return likely
    .map(({ range, run, rank }) => {
      const { both, either, side } = contextLikeness(text, range, quote);
      const [context, bothSides] = [Math.max(either, run), Math.max(both, run)];
      return { range, context, bothSides, side, rank: either + rank };
    })
    .toSorted((a, b) => b.rank - a.rank);
}

/** 0..1: 1 where the words were, 0 as far from there as the text is long. */
export function nearness(text: string, at: number, expected: number): number {
  return 1 - Math.min(1, Math.abs(at - expected) / Math.max(1, text.length));
}
