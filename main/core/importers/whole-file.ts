import type { DumpArticle, DumpSplit } from './dump/article.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

export interface WholeFile {
  title: string;
  /** Lines in the file; all of them are the article's. */
  lines: number;
  /** 1-based; after title and metadata. May be one past the last line: then there is no body. */
  bodyStart: number;
  reason: Phrase;
}

/** A file that is one article, in the splitter's words. */
export function wholeFile({ title, lines, bodyStart, reason }: WholeFile): DumpSplit {
  const article: DumpArticle = {
    title,
    startLine: 1,
    endLine: lines,
    truncated: false,
    parent: null,
    confidence: 1,
    reasons: [reason],
    byline: null,
    source: null,
    url: null,
    tags: [],
    published: null,
    dateline: null,
    bodyLines: bodyStart <= lines ? [{ startLine: bodyStart, endLine: lines }] : [],
  };
  return {
    layout: 'single',
    layoutName: phrase('habit.wholeFile'),
    evidence: [reason],
    articles: [article],
    unassigned: [],
  };
}
