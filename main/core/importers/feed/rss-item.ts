/** Items of RSS 0.9x, 1.0 and 2.0, with the modules that feeds put into them. */
import { webAddress } from '../html/address.ts';
import { fullerFirst, type FeedHead, type FeedItem, type FeedText } from './feed-item.ts';
import { plainTitle } from './feed-title.ts';
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

export function readRssHead(channel: XmlElement): FeedHead {
  const link = wordsOf(channel, 'link', 'wp:base_blog_url', 'wp:base_site_url');
  return {
    title: plainTitle(wordsOf(channel, 'title', 'dc:title')),
    url: webAddress(link, null),
    base: channel.attributes.get('xml:base') ?? null,
    lang: wordsOf(channel, 'language', 'dc:language'),
    authors: [],
  };
}

export function readRssItem(item: XmlElement, head: FeedHead): FeedItem {
  const url = linkOf(item, head);
  const base = item.attributes.get('xml:base') ?? head.base ?? url ?? head.url;
  const [content] = textsOf(item, CONTENT, base);
  const [summary] = textsOf(item, SUMMARY, base);
  return {
    title: plainTitle(wordsOf(item, 'title', 'dc:title', 'media:title', 'itunes:title')),
    authors: authorsOf(item),
    published: firstPublished([
      wordsOf(item, 'pubdate'),
      wordsOf(item, 'dcterms:issued', 'dcterms:created'),
      wordsOf(item, 'dc:date', 'dcterms:date'),
      wordsOf(item, 'atom:published', 'prism:publicationdate', 'prism:coverdate', 'date'),
      wordsOf(item, 'atom:updated'),
    ]),
    publishedInferred: null,
    url,
    tags: tagsOf(item),
    lang: wordsOf(item, 'dc:language', 'language') ?? item.attributes.get('xml:lang') ?? head.lang,
    ...fullerFirst(content ?? null, summary ?? null),
  };
}

function linkOf(item: XmlElement, head: FeedHead): string | null {
  const base = item.attributes.get('xml:base') ?? head.base ?? head.url;
  const guid = childNamed(item, 'guid');
  const isPermalink = guid?.attributes.get('ispermalink') !== 'false';
  const atom = childrenNamed(item, 'atom:link').find((link) => {
    return (link.attributes.get('rel') ?? 'alternate') === 'alternate';
  });
  const written = [
    wordsOf(item, 'feedburner:origlink'),
    wordsOf(item, 'link'),
    atom?.attributes.get('href'),
    item.attributes.get('rdf:about'),
  ];
  for (const address of written) {
    const url = webAddress(address ?? null, base);
    if (url !== null) return url;
  }
  return guid !== null && isPermalink ? webAddress(textOfXml(guid).trim(), null) : null;
}

/** Fullest first. */
const CONTENT = ['content:encoded', 'atom:content', 'xhtml:body', 'xhtml:div', 'body', 'fulltext'];
const SUMMARY = [
  'description',
  'dc:description',
  'itunes:summary',
  'atom:summary',
  'media:description',
];

function textsOf(item: XmlElement, names: readonly string[], base: string | null): FeedText[] {
  const groups = [item, ...childrenNamed(item, 'media:group', 'media:content')];
  return names
    .flatMap((name) => groups.flatMap((group) => childrenNamed(group, name)))
    .map((field): FeedText => ({ kind: 'html', value: htmlOf(field), base }))
    .filter(({ value }) => value.trim() !== '');
}

/** Text is escaped HTML; elements are HTML that nobody escaped. */
function htmlOf(element: XmlElement): string {
  return element.children.some(isXmlElement) ? innerHtml(element) : textOfXml(element);
}

function authorsOf(item: XmlElement): string[] {
  for (const name of ['dc:creator', 'author', 'atom:author', 'itunes:author']) {
    const authors = childrenNamed(item, name)
      .map((author) => personOf(author))
      .filter((author) => author !== '');
    if (authors.length > 0) return authors;
  }
  return [];
}

/** RSS asks for `mail@example.org (Name)`, and people write names. */
export function personOf(author: XmlElement): string {
  const written = wordsOf(author, 'atom:name', 'name') ?? textOfXml(author).trim();
  const named = /^[^\s@]+@[^\s@]+\s+\(([^)]+)\)$/.exec(written)?.[1];
  return plainTitle(named ?? written) ?? '';
}

function tagsOf(item: XmlElement): string[] {
  const words = childrenNamed(item, 'category', 'dc:subject').map((each) => textOfXml(each));
  const atom = childrenNamed(item, 'atom:category').map((each) => {
    return each.attributes.get('label') ?? each.attributes.get('term') ?? '';
  });
  const keywords = childrenNamed(item, 'media:keywords').flatMap((each) => {
    return textOfXml(each).split(',');
  });
  return cleanTags([...words, ...atom, ...keywords]);
}

export function cleanTags(names: readonly string[]): string[] {
  const tags = names.map((name) => plainTitle(name)).filter((name) => name !== null);
  return [...new Set(tags)];
}
