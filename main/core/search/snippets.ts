/**
 * Where a hit's index terms stand in a text, and the passages that show them best. All offsets are
 * UTF-16 code units.
 */
import { tokensOf, type Token } from './analysis.ts';

export interface Range {
  start: number;
  end: number;
}

export interface Snippet {
  /** A passage of the reading text, unchanged. */
  text: string;
  /** Into `text`; in order, apart from each other. */
  ranges: Range[];
  /** Of `text` in the reading text. */
  offset: number;
}

const MOST_SNIPPETS = 3;
/** About one line of a list on either side. */
const AROUND = 80;

/** Every match in a text, in order; overlapping ones are one. */
export function matchRanges(text: string, terms: readonly string[]): Range[] {
  return united(matchesIn(text, terms));
}

/**
 * The passages with the most different terms, in the order of the text, each with up to `around`
 * code units on either side of its first match. None when the text holds no match.
 */
export function snippetsOf(
  text: string,
  terms: readonly string[],
  { most = MOST_SNIPPETS, around = AROUND }: { most?: number; around?: number } = {},
): Snippet[] {
  const matches = matchesIn(text, terms);
  const chosen = bestPassages(passagesOf(matches, around), most);
  return chosen.map((passage) => snippetOf(text, passage, around));
}

interface Passage {
  matches: Token[];
}

function matchesIn(text: string, terms: readonly string[]): Token[] {
  const wanted = new Set(terms);
  return wanted.size === 0 ? [] : tokensOf(text).filter(({ term }) => wanted.has(term));
}

/** Neighbouring matches that fit in one snippet together. */
function passagesOf(matches: readonly Token[], around: number): Passage[] {
  const passages: Passage[] = [];
  let from = -Infinity;
  for (const match of matches) {
    const last = passages.at(-1);
    if (last !== undefined && match.end - from <= around) {
      last.matches.push(match);
    } else {
      passages.push({ matches: [match] });
      from = match.start;
    }
  }
  return passages;
}

/** Greedy: each next passage is the one that shows most that isn't shown yet. */
function bestPassages(passages: readonly Passage[], most: number): Passage[] {
  const shown = new Set<string>();
  const chosen = new Set<Passage>();
  while (chosen.size < Math.min(most, passages.length)) {
    let best: { passage: Passage; gain: number } | null = null;
    for (const passage of passages) {
      if (chosen.has(passage)) continue;
      const distinct = new Set(passage.matches.map(({ term }) => term));
      const fresh = [...distinct].filter((term) => !shown.has(term)).length;
      const gain = fresh * 100 + distinct.size;
      if (best === null || gain > best.gain) best = { passage, gain };
    }
    if (best === null) break;
    chosen.add(best.passage);
    for (const { term } of best.passage.matches) shown.add(term);
  }
  return passages.filter((passage) => chosen.has(passage));
}

function snippetOf(text: string, { matches }: Passage, around: number): Snippet {
  const ranges = united(matches);
  const first = ranges[0]?.start ?? 0;
  const last = ranges.at(-1)?.end ?? first;
  const offset = wordStart(text, Math.max(0, first - around), first);
  const end = wordEnd(text, Math.min(text.length, Math.max(last, first + around)), last);
  return {
    text: text.slice(offset, end),
    ranges: ranges.map((range) => ({ start: range.start - offset, end: range.end - offset })),
    offset,
  };
}

/**
 * The next beginning of a word at or after `at`; scripts without spaces are cut between characters.
 */
function wordStart(text: string, at: number, before: number): number {
  if (at === 0) return 0;
  const cut = /\s(?=\S)/u.exec(text.slice(at - 1, before));
  return cut === null ? characterBoundary(text, at) : at + cut.index;
}

function wordEnd(text: string, at: number, after: number): number {
  if (at === text.length) return at;
  const cut = /^.*\S(?=\s)/su.exec(text.slice(after, at + 1));
  return cut === null ? Math.max(after, characterBoundary(text, at)) : after + cut[0].length;
}

/** Moves back out of a surrogate pair. */
function characterBoundary(text: string, at: number): number {
  const isInside = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return isInside ? at - 1 : at;
}

function united(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const { start, end } of ranges) {
    const last = result.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
