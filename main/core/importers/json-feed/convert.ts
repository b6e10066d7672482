/** JSON Feed: each item is an article. */
import type { ConvertedArticle, ConvertedFile, Format } from '../converted.ts';
import { toFeedArticle } from '../feed/feed-article.ts';
import type { FeedPlace } from '../feed/feed-content.ts';
import { fullerFirst, type FeedHead, type FeedItem, type FeedText } from '../feed/feed-item.ts';
import { unassignedLines } from '../feed/line-account.ts';
import { firstPublished } from '../feed/written-time.ts';
import { webAddress } from '../html/address.ts';
import { itemLines } from './item-lines.ts';
import { parseJsonFeed, type JsonFeed, type JsonFeedItem } from './parse.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

export const jsonFeedFormat: Format = {
  id: 'json-feed',
  convert: (lines, fileName, { beside }) => convertJsonFeed(lines, { pageName: fileName, beside }),
};

const HEAD = phrase('unassigned.feedHead');

function convertJsonFeed(lines: readonly string[], place: FeedPlace): ConvertedFile {
  const reading = parseJsonFeed(lines.join('\n'));
  const file = {
    layout: null,
    evidence: [phrase('evidence.jsonFeed')],
    problems: [],
    articles: [],
  };
  if ('problem' in reading) {
    const unassigned = unassignedLines(lines.length, [], [], phrase('unassigned.damagedJson'));
    return { ...file, unassigned, problems: [reading.problem] };
  }
  const ranges = itemLines(lines);
  return {
    ...file,
    unassigned: unassignedLines(lines.length, ranges, [], HEAD),
    articles: convertItems(reading.feed, ranges, place),
  };
}

function* convertItems(
  feed: JsonFeed,
  ranges: ReturnType<typeof itemLines>,
  place: FeedPlace,
): Generator<ConvertedArticle> {
  const head = headOf(feed);
  for (const [index, item] of feed.items.entries()) {
    if (item === null) continue;
    const { startLine = null, endLine = null } = ranges[index] ?? {};
    yield toFeedArticle(readItem(item, head), head, {
      ...place,
      startLine,
      endLine,
      isDamaged: false,
    });
  }
}

function headOf(feed: JsonFeed): FeedHead {
  return {
    title: feed.title ?? null,
    url: webAddress(feed.home_page_url ?? null, null),
    base: null,
    lang: feed.language ?? null,
    authors: namesOf(feed),
  };
}

function readItem(item: JsonFeedItem, head: FeedHead): FeedItem {
  const url = [item.url, item.external_url, item.id]
    .map((address) => webAddress(address ?? null, head.url))
    .find((address, at) => address !== null && (at < 2 || /^https?:/i.test(item.id ?? '')));
  const base = url ?? head.url;
  const content =
    textOf('html', item.content_html, base) ?? textOf('text', item.content_text, base);
  const summary = textOf('text', item.summary, base);
  const published = firstPublished([item.date_published]);
  const modified = firstPublished([item.date_modified]);
  const authors = namesOf(item);
  return {
    title: item.title?.trim() || null,
    authors: authors.length > 0 ? authors : head.authors,
    published: published ?? modified,
    publishedInferred: published === null && modified !== null ? phrase('dated.lastChange') : null,
    url: url ?? null,
    tags: [...new Set((item.tags ?? []).map((tag) => tag.trim()))].filter((tag) => tag !== ''),
    lang: item.language ?? head.lang,
    ...fullerFirst(content, summary),
  };
}

function textOf(
  kind: FeedText['kind'],
  value: string | null | undefined,
  base: string | null,
): FeedText | null {
  return value === null || value === undefined || value.trim() === ''
    ? null
    : { kind, value, base };
}

function namesOf({ author, authors }: Pick<JsonFeed, 'author' | 'authors'>): string[] {
  return [...(authors ?? []), author]
    .map((person) => person?.name?.trim() ?? '')
    .filter((name) => name !== '');
}
