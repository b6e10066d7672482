import type { Phrase } from '../../shared/messages/phrase.ts';
import { ENGLISH } from '../../shared/messages/translator.ts';
/** The one interface that the rest of the core has to search; what stands behind it may change. */

export interface SearchDocument {
  id: string;
  /** Says which version of the article is indexed; compared for equality only. */
  rev: string;
  title: string;
  /** The reading text. */
  body: string;
  notes: string;
  tags: string;
}

export interface SearchRequest {
  /** In lunr's query language over the fields title, body, notes and tags. */
  text: string;
  limit: number;
  offset?: number;
  /**
   * The text is still being typed: its last word also matches as a prefix, an unfinished end is
   * left out.
   */
  asYouType?: boolean;
}

export interface SearchHit {
  articleId: string;
  /** Whole part: how many of the distinct query terms matched; fraction: relevance among those. */
  score: number;
  /** The index terms matched, for `snippetsOf` and `matchRanges`. */
  terms: string[];
  fields: string[];
}

export interface SearchResults {
  total: number;
  hits: SearchHit[];
}

export interface SearchIndex {
  /** Id to revision of everything indexed, to bring the index up to date at start. */
  revisions(): Promise<Record<string, string>>;
  /** Replaces documents with the same id. Resolves when on disk. */
  add(documents: SearchDocument[]): Promise<void>;
  remove(ids: string[]): Promise<void>;
  /** Rejects with BadQueryError. */
  query(request: SearchRequest): Promise<SearchResults>;
  /** Resolves when everything pending is on disk; nothing can be asked afterwards. */
  close(): Promise<void>;
}

export class BadQueryError extends Error {
  override readonly name = 'BadQueryError';
  readonly phrase: Phrase;
  /** UTF-16 offsets into the request's text. */
  readonly start: number;
  readonly end: number;

  constructor(phrase: Phrase, start: number, end: number) {
    super(ENGLISH.say(phrase));
    this.phrase = phrase;
    this.start = start;
    this.end = end;
  }
}
