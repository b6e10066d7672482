import type { Phrase } from '../../../shared/messages/phrase.ts';
/** What the splitter says about a dump. Lines are 1-based and inclusive everywhere in this file. */

export interface LineRange {
  startLine: number;
  endLine: number;
}

export interface Dateline {
  text: string;
  place: string | null;
  /** ISO YYYY-MM-DD; null when the day or the year is unknown. */
  date: string | null;
  agency: string | null;
}

export interface PublishedDate {
  /** YYYY, YYYY-MM, YYYY-MM-DD or a full ISO instant. */
  value: string;
  /** True when a part of the date (mostly the year) isn't written at the article itself. */
  inferred: boolean;
  evidence: Phrase;
}

export interface DumpArticle {
  title: string;
  /** The title line. */
  startLine: number;
  endLine: number;
  /** True for a teaser: the article's text was cut in the dump. */
  truncated: boolean;
  /** Index in `articles` of the post that this is a reprint inside of; null at the top level. */
  parent: number | null;
  /** 0..1 */
  confidence: number;
  reasons: Phrase[];
  byline: string | null;
  source: string | null;
  url: string | null;
  tags: string[];
  published: PublishedDate | null;
  dateline: Dateline | null;
  /** What becomes reading text: without title, metadata lines and separators, with the teaser. */
  bodyLines: LineRange[];
}

export interface DumpSplit {
  layout: string;
  layoutName: Phrase;
  evidence: Phrase[];
  articles: DumpArticle[];
  unassigned: (LineRange & { reason: Phrase })[];
}
