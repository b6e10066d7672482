import type { Phrase } from '../../../shared/messages/phrase.ts';
/** What RSS, Atom and JSON Feed agree on: their common ground on the way to an article. */

export interface FeedText {
  kind: 'html' | 'text';
  value: string;
  /** What relative addresses in it are relative to. */
  base: string | null;
}

export interface FeedItem {
  title: string | null;
  authors: string[];
  published: string | null;
  publishedInferred: Phrase | null;
  url: string | null;
  tags: string[];
  lang: string | null;
  /** The fullest text that it has. */
  body: FeedText | null;
  /** Its author's summary, where the body is another text. */
  summary: FeedText | null;
  /** Whether the body is what the feed calls a summary or description, not the content. */
  isSummary: boolean;
}

export interface FeedHead {
  title: string | null;
  /** The site's address. */
  url: string | null;
  /** `xml:base`. */
  base: string | null;
  lang: string | null;
  authors: string[];
}

/** Joins names, each once. */
export function bylineOf(names: readonly string[]): string | null {
  const folded = names
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
  return folded.length === 0 ? null : [...new Set(folded)].join(', ');
}

/** Body and summary of an item: some feeds give their content less than its description. */
export function fullerFirst(
  content: FeedText | null,
  summary: FeedText | null,
): Pick<FeedItem, 'body' | 'summary' | 'isSummary'> {
  if (content === null || (summary !== null && lengthOf(summary) > 2 * lengthOf(content))) {
    return { body: summary, summary: content, isSummary: true };
  }
  return { body: content, summary, isSummary: false };
}

/** UTF-16 code units of the text without its markup, about. */
function lengthOf({ value }: FeedText): number {
  return value.replace(/<[^<>]*>/g, '').trim().length;
}
