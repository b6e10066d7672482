/** From the lines of a WordPress export to what it says of its site, and to its items one by one. */
import { parseXmlFeed, parseItem, type ParsedItem, type ParsedXmlFeed } from '../feed/parse.ts';
import { plainTitle } from '../feed/feed-title.ts';
import { readRssHead } from '../feed/rss-item.ts';
import { childrenNamed, wordsOf, type XmlElement } from '../feed/xml-element.ts';
import type { ItemRange } from '../feed/xml-items.ts';
import { readWxrItem, type WxrItem } from './item.ts';

export interface WxrSite {
  title: string | null;
  url: string | null;
  lang: string | null;
  /** Display names by login. */
  authors: ReadonlyMap<string, string>;
}

export interface ParsedWxr {
  feed: ParsedXmlFeed;
  site: WxrSite;
}

export interface ParsedWxrItem extends Omit<ParsedItem, 'element'> {
  item: WxrItem;
}

export function parseWxr(lines: readonly string[]): ParsedWxr {
  const feed = parseXmlFeed(lines);
  const { title, url, lang } = readRssHead(feed.head);
  return { feed, site: { title, url, lang, authors: authorsOf(feed.head) } };
}

/** Null for what holds no item. */
export function parseWxrItem(
  lines: readonly string[],
  range: ItemRange,
  { namespaces }: ParsedXmlFeed,
): ParsedWxrItem | null {
  const parsed = parseItem(lines, range, namespaces);
  if (parsed === null) return null;
  const { element, ...rest } = parsed;
  return { item: readWxrItem(element), ...rest };
}

function authorsOf(channel: XmlElement): Map<string, string> {
  const authors = new Map<string, string>();
  for (const author of childrenNamed(channel, 'wp:author')) {
    const login = wordsOf(author, 'wp:author_login');
    const names = ['wp:author_first_name', 'wp:author_last_name'].map((name) =>
      wordsOf(author, name),
    );
    const whole = names.filter((name) => name !== null).join(' ');
    const shown = plainTitle(wordsOf(author, 'wp:author_display_name')) ?? whole;
    if (login !== null && shown !== '') authors.set(login, shown);
  }
  return authors;
}
