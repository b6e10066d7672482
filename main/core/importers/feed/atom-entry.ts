/** Entries of Atom 1.0 (RFC 4287) and 0.3, Blogger's exports among them. */
import { webAddress } from '../html/address.ts';
import { fullerFirst, type FeedHead, type FeedItem, type FeedText } from './feed-item.ts';
import { plainTitle } from './feed-title.ts';
import { cleanTags, personOf } from './rss-item.ts';
import { firstPublished } from './written-time.ts';
import {
  childNamed,
  childrenNamed,
  innerHtml,
  isXmlElement,
  textOfXml,
  wordsOf,
  type XmlElement,
} from './xml-element.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

export function readAtomHead(feed: XmlElement): FeedHead {
  const base = feed.attributes.get('xml:base') ?? null;
  return {
    title: titleOf(feed),
    url: alternateOf(feed, base),
    base,
    lang: feed.attributes.get('xml:lang') ?? wordsOf(feed, 'dc:language'),
    authors: childrenNamed(feed, 'atom:author').map((author) => personOf(author)),
  };
}

export function readAtomEntry(entry: XmlElement, head: FeedHead): FeedItem {
  const base = baseOf(entry, head.base ?? head.url);
  const url = alternateOf(entry, base) ?? webAddress(wordsOf(entry, 'atom:id'), null);
  const published = firstPublished([
    wordsOf(entry, 'atom:published'),
    wordsOf(entry, 'atom:issued', 'dcterms:issued'),
    wordsOf(entry, 'atom:created', 'dc:date'),
  ]);
  const updated = firstPublished([wordsOf(entry, 'atom:updated'), wordsOf(entry, 'atom:modified')]);
  const content = textOfField(entry, 'atom:content', base ?? url);
  const summary =
    textOfField(entry, 'atom:summary', base ?? url) ??
    textOfField(entry, 'media:description', base ?? url) ??
    mediaDescription(entry, base ?? url);
  return {
    title: titleOf(entry),
    authors: authorsOf(entry, head),
    published: published ?? updated,
    publishedInferred: published === null && updated !== null ? phrase('dated.lastChange') : null,
    url,
    tags: tagsOf(entry),
    lang: entry.attributes.get('xml:lang') ?? wordsOf(entry, 'dc:language') ?? head.lang,
    ...fullerFirst(content, summary),
  };
}

const KIND = /#kind$/;

/**
 * Whether an entry is a text to read: Blogger keeps comments, settings and templates as entries
 * too.
 */
export function isArticleEntry(entry: XmlElement): boolean {
  const type = wordsOf(entry, 'blogger:type');
  if (type !== null) return /^(?:post|page)$/i.test(type);
  const kind = childrenNamed(entry, 'atom:category').find((each) => {
    return KIND.test(each.attributes.get('scheme') ?? '');
  });
  return kind === undefined || /#(?:post|page)$/.test(kind.attributes.get('term') ?? '');
}

function titleOf(element: XmlElement): string | null {
  const title = childNamed(element, 'atom:title');
  if (title === null) return null;
  const type = title.attributes.get('type') ?? 'text';
  // What is said to be text is text; feeds that say nothing mean HTML as often.
  const isText = title.attributes.get('type') !== undefined && /^text(?:\/plain)?$/.test(type);
  const words = textOfXml(title).replace(/\s+/g, ' ').trim();
  if (isText) return words === '' ? null : words;
  return plainTitle(words);
}

function baseOf(element: XmlElement, around: string | null): string | null {
  const own = element.attributes.get('xml:base');
  return own === undefined ? around : (webAddress(own, around) ?? around);
}

function alternateOf(element: XmlElement, base: string | null): string | null {
  const links = childrenNamed(element, 'atom:link');
  const isAlternate = (link: XmlElement) =>
    (link.attributes.get('rel') ?? 'alternate') === 'alternate';
  const isPage = (link: XmlElement) => /html/.test(link.attributes.get('type') ?? 'text/html');
  const link = links.find((each) => isAlternate(each) && isPage(each)) ?? links.find(isAlternate);
  return webAddress(link?.attributes.get('href') ?? null, base);
}

function textOfField(entry: XmlElement, name: string, around: string | null): FeedText | null {
  const field = childNamed(entry, name);
  if (field === null) return null;
  const type = (field.attributes.get('type') ?? 'text').toLowerCase();
  const base = baseOf(field, around);
  const isMarkup = field.children.some(isXmlElement);
  const value = isMarkup ? innerHtml(field) : textOfXml(field);
  if (value.trim() === '') return null;
  if (field.attributes.get('mode') === 'base64') {
    return { kind: 'html', value: Buffer.from(value, 'base64').toString('utf8'), base };
  }
  // Without a type it is text by the letter, HTML where it looks like it.
  const isText = /^text(?:\/plain)?$/.test(type) && field.attributes.get('type') !== undefined;
  return { kind: isText && !isMarkup ? 'text' : 'html', value, base };
}

function mediaDescription(entry: XmlElement, base: string | null): FeedText | null {
  const group = childNamed(entry, 'media:group');
  return group === null ? null : textOfField(group, 'media:description', base);
}

function authorsOf(entry: XmlElement, head: FeedHead): string[] {
  const own = childrenNamed(entry, 'atom:author', 'dc:creator').map((each) => personOf(each));
  const source = childNamed(entry, 'atom:source');
  const ofSource = source === null ? [] : childrenNamed(source, 'atom:author').map(personOf);
  return [own, ofSource, head.authors].find((names) => names.some((name) => name !== '')) ?? [];
}

function tagsOf(entry: XmlElement): string[] {
  const categories = childrenNamed(entry, 'atom:category')
    .filter((each) => !KIND.test(each.attributes.get('scheme') ?? ''))
    .map((each) => each.attributes.get('label') ?? each.attributes.get('term') ?? '');
  const subjects = childrenNamed(entry, 'dc:subject').map((each) => textOfXml(each));
  return cleanTags([...categories, ...subjects]);
}
