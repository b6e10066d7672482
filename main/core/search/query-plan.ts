/**
 * From a request to what the index must match: clauses of words, words of leaves, each leaf a set
 * of terms.
 */
import { isStopWord, queryWordsOf, stemOf, type QueryWord } from './analysis.ts';
import { FIELDS } from './fields.ts';
import { fold } from './fold.ts';
import { parseQuery, unfinishedFrom, type ParsedClause } from './query-parser.ts';
import type { SearchRequest } from './search-index.ts';
import { fuzzyTest, globTest, prefixTest, type TermTest } from './term-tests.ts';

/** Index terms: all with this stem, and those that pass the test. */
export interface Leaf {
  stem: string | null;
  test: TermTest | null;
}

/** Matches a document in which all leaves of any alternative occur. */
export interface Word {
  alternatives: Leaf[][];
}

export interface Clause {
  presence: 'optional' | 'required' | 'prohibited';
  boost: number;
  /** By the field's place in FIELDS. */
  fields: boolean[];
  /** All must match. */
  words: Word[];
  /** Equal for clauses that look for the same words. */
  key: string;
  /** Matching this clause counts when documents are ordered by how many terms they match. */
  counts: boolean;
}

const PRESENCE = { 1: 'optional', 2: 'required', 3: 'prohibited' } as const;

/** Throws BadQueryError. */
export function planQuery(request: Pick<SearchRequest, 'text' | 'asYouType'>): Clause[] {
  const asYouType = request.asYouType ?? false;
  const text = asYouType ? request.text.slice(0, unfinishedFrom(request.text)) : request.text;
  const parsed = parseQuery(text);
  const open = asYouType && endsInPlainWord(text) ? parsed.length - 1 : -1;
  const clauses = parsed.flatMap((clause, at) => toClause(clause, at === open));
  // Stop words would otherwise lift "of the" over the words that matter; alone they are all there
  // is.
  const telling = clauses.some((clause) => clause.counts && clause.presence !== 'prohibited');
  return telling ? clauses : clauses.map((clause) => ({ ...clause, counts: true }));
}

function endsInPlainWord(text: string): boolean {
  return /[^\s*]$/.test(text) && !/[~^]\d*$/.test(text);
}

function toClause(parsed: ParsedClause, isOpen: boolean): Clause[] {
  const presence = PRESENCE[parsed.presence];
  // A prefix of what will be excluded excludes far too much while it is being typed.
  const words = wordsFor(parsed, isOpen && presence !== 'prohibited');
  if (words.length === 0) return [];
  return [
    {
      presence,
      boost: parsed.boost,
      fields: FIELDS.map((field) => parsed.fields.includes(field)),
      words,
      key: `${parsed.term.split('*').map(fold).join('*')}~${parsed.editDistance ?? 0}`,
      counts: !isStopWord(parsed.term),
    },
  ];
}

function wordsFor({ term, editDistance }: ParsedClause, isOpen: boolean): Word[] {
  if (term.includes('*')) {
    const test = globTest(term.split('*').map(fold));
    return [{ alternatives: [[{ stem: null, test }]] }];
  }
  const words = queryWordsOf(term);
  return words.map((word, at) => ({
    alternatives: alternativesFor(word, editDistance ?? 0, isOpen && at === words.length - 1),
  }));
}

function alternativesFor(word: QueryWord, edits: number, isOpen: boolean): Leaf[][] {
  const last = word.parts.length - 1;
  const parts = word.parts.map((part, at) =>
    leafFor(part, edits, word.prefix || (isOpen && at === last)),
  );
  return word.whole === null ? [parts] : [[leafFor(word.whole, edits, isOpen)], parts];
}

function leafFor(term: string, edits: number, asPrefix: boolean): Leaf {
  const stem = stemOf(term);
  if (edits > 0) return { stem, test: fuzzyTest(term, stem, edits) };
  return { stem, test: asPrefix ? prefixTest(term) : null };
}
