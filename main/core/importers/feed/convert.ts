/** RSS and Atom: each item is an article. Read twice, so that no two items stand in memory at once. */
import type { ConvertedArticle, ConvertedFile, Format, FormatProblem } from '../converted.ts';
import { isArticleEntry, readAtomEntry, readAtomHead } from './atom-entry.ts';
import { toFeedArticle } from './feed-article.ts';
import type { FeedPlace } from './feed-content.ts';
import type { FeedHead, FeedItem } from './feed-item.ts';
import { unassignedLines, type LeftOut } from './line-account.ts';
import { parseItem, parseXmlFeed, type ParsedXmlFeed } from './parse.ts';
import { readRssHead, readRssItem } from './rss-item.ts';
import type { XmlElement } from './xml-element.ts';
import type { ItemRange } from './xml-items.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

export const feedFormat: Format = {
  id: 'feed',
  convert: (lines, fileName, { beside }) => convertFeed(lines, { pageName: fileName, beside }),
};

const NOT_AN_ARTICLE = phrase('unassigned.notAnArticle');
const EMPTY = phrase('unassigned.emptyItem');
const HEAD = phrase('unassigned.feedHead');
const MOST_PROBLEMS = 50;

function convertFeed(lines: readonly string[], place: FeedPlace): ConvertedFile {
  const feed = parseXmlFeed(lines);
  const reader = readerFor(feed);
  const survey = surveyItems(lines, feed, reader);
  const count = survey.articles.length;
  return {
    layout: null,
    evidence: evidenceOf(reader, count),
    unassigned: unassignedLines(lines.length, survey.articles, survey.leftOut, HEAD),
    problems: [...emptyProblems(feed, count), ...survey.problems],
    articles: convertItems(lines, place, feed, reader, survey.articles),
  };
}

function evidenceOf({ isAtom }: ItemReader, count: number): Phrase[] {
  return [isAtom ? phrase('evidence.atom', { count }) : phrase('evidence.rss', { count })];
}

interface ItemReader {
  isAtom: boolean;
  head: FeedHead;
  read(item: XmlElement): FeedItem;
  isArticle(item: XmlElement): boolean;
}

function readerFor(feed: ParsedXmlFeed): ItemReader {
  if (feed.kind === 'atom:feed' || feed.kind === 'feed' || feed.kind === 'atom:entry') {
    const head = readAtomHead(feed.head);
    return {
      isAtom: true,
      head,
      read: (entry) => readAtomEntry(entry, head),
      isArticle: isArticleEntry,
    };
  }
  const head = readRssHead(feed.head);
  const read = (item: XmlElement) =>
    item.name === 'atom:entry' ? readAtomEntry(item, head) : readRssItem(item, head);
  return { isAtom: false, head, read, isArticle: () => true };
}

interface Survey {
  articles: ItemRange[];
  leftOut: LeftOut[];
  problems: FormatProblem[];
}

function surveyItems(lines: readonly string[], feed: ParsedXmlFeed, reader: ItemReader): Survey {
  const survey: Survey = { articles: [], leftOut: [], problems: [] };
  for (const range of feed.items) {
    const item = parseItem(lines, range, feed.namespaces);
    if (item !== null && survey.problems.length < MOST_PROBLEMS) {
      survey.problems.push(...item.problems);
    }
    if (item === null || item.element.children.length === 0) {
      survey.leftOut.push({ ...range, reason: EMPTY });
    } else if (reader.isArticle(item.element)) {
      survey.articles.push(range);
    } else {
      survey.leftOut.push({ ...range, reason: NOT_AN_ARTICLE });
    }
  }
  return survey;
}

function emptyProblems(feed: ParsedXmlFeed, count: number): FormatProblem[] {
  const empty = { line: null, message: phrase('problem.emptyFeed') };
  return count === 0 ? [...feed.problems, empty] : feed.problems;
}

function* convertItems(
  lines: readonly string[],
  feedPlace: FeedPlace,
  feed: ParsedXmlFeed,
  reader: ItemReader,
  ranges: readonly ItemRange[],
): Generator<ConvertedArticle> {
  for (const range of ranges) {
    const item = parseItem(lines, range, feed.namespaces);
    if (item === null) continue;
    const { startLine, endLine } = range;
    const place = { ...feedPlace, startLine, endLine, isDamaged: item.isDamaged };
    yield toFeedArticle(reader.read(item.element), reader.head, place);
  }
}
