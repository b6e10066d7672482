/** What a page says of itself outside its text: one walk over its tree. */
import { isElement, propertyOf, textOf, type HtmlElement, type HtmlRoot } from './hast-nodes.ts';

export interface PageFacts {
  /** Of `<title>`, as written. */
  title: string;
  /** The texts of `h1` and `h2`, trimmed. */
  headings: string[];
  h1: string[];
  /** Name (`og:title`, `dc.date`: lower case, `.` for `:`) to its values, in order. */
  metas: Map<string, string[]>;
  /** `rel` to address, the first of each. */
  links: Map<string, string>;
  /** The texts of JSON-LD scripts. */
  jsonLd: string[];
  times: PageTime[];
  /** The texts of `rel=author` and `itemprop=author`. */
  authors: string[];
  base: string | null;
  lang: string | null;
  dir: string | null;
  /** The address in the mark that browsers leave: `<!-- saved from url=(0023)https://… -->`. */
  savedFrom: string | null;
}

export interface PageTime {
  /** As written in `datetime`, or the text. */
  value: string;
  /** Whether it says that it is the date of publication. */
  isPublished: boolean;
}

export function readFacts(tree: HtmlRoot): PageFacts {
  const facts: PageFacts = {
    title: '',
    headings: [],
    h1: [],
    metas: new Map(),
    links: new Map(),
    jsonLd: [],
    times: [],
    authors: [],
    base: null,
    lang: null,
    dir: null,
    savedFrom: null,
  };
  for (const child of tree.children) walk(child, facts);
  return facts;
}

function walk(node: HtmlRoot['children'][number], facts: PageFacts): void {
  if (node.type === 'comment') noteComment(node.value, facts);
  if (!isElement(node)) return;
  note(node, facts);
  for (const child of node.children) walk(child, facts);
}

const SAVED_FROM = /^\s*saved from url=\(\d+\)(\S+)/i;
const SINGLE_FILE = /\bPage saved with SingleFile[\s\S]*?\burl:\s*(\S+)/i;

function noteComment(text: string, facts: PageFacts): void {
  facts.savedFrom ??= (SAVED_FROM.exec(text) ?? SINGLE_FILE.exec(text))?.[1] ?? null;
}

function note(element: HtmlElement, facts: PageFacts): void {
  switch (element.tagName) {
    case 'html':
      facts.lang = propertyOf(element, 'lang') || propertyOf(element, 'xmlLang') || null;
      facts.dir = propertyOf(element, 'dir') || null;
      break;
    case 'title':
      if (facts.title === '') facts.title = textOf(element).trim();
      break;
    case 'base':
      facts.base ??= propertyOf(element, 'href') || null;
      break;
    case 'meta':
      noteMeta(element, facts);
      break;
    case 'link':
      noteLink(element, facts);
      break;
    case 'script':
      if (/\bld\+json\b/i.test(propertyOf(element, 'type'))) facts.jsonLd.push(textOf(element));
      break;
    case 'h1':
    case 'h2':
      noteHeading(element, facts);
      break;
    case 'time':
      facts.times.push(timeOf(element));
      break;
    default:
  }
  noteMicrodata(element, facts);
}

function noteMeta(element: HtmlElement, facts: PageFacts): void {
  const content = propertyOf(element, 'content').trim();
  if (content === '') return;
  const names = ['property', 'name', 'itemProp'].map((name) => propertyOf(element, name));
  for (const name of names.join(' ').split(/\s+/)) {
    if (name === '') continue;
    const key = name.toLowerCase().replaceAll('.', ':');
    facts.metas.set(key, [...(facts.metas.get(key) ?? []), content]);
  }
}

function noteLink(element: HtmlElement, facts: PageFacts): void {
  const href = propertyOf(element, 'href').trim();
  for (const rel of propertyOf(element, 'rel').toLowerCase().split(/\s+/)) {
    if (rel !== '' && href !== '' && !facts.links.has(rel)) facts.links.set(rel, href);
  }
}

function noteHeading(element: HtmlElement, facts: PageFacts): void {
  const text = textOf(element).trim();
  facts.headings.push(text);
  if (element.tagName === 'h1') facts.h1.push(text);
}

const PUBLISHED_CLASS = /^(?:published|entry-date|post-date|dt-published|pubdate|date-published)$/i;

function timeOf(element: HtmlElement): PageTime {
  const classes = propertyOf(element, 'className').split(/\s+/);
  return {
    value: propertyOf(element, 'dateTime') || textOf(element).trim(),
    isPublished:
      element.properties['pubDate'] !== undefined ||
      element.properties['pubdate'] !== undefined ||
      propertyOf(element, 'itemProp').includes('datePublished') ||
      classes.some((name) => PUBLISHED_CLASS.test(name)),
  };
}

const LONGEST_NAME = 100;

function noteMicrodata(element: HtmlElement, facts: PageFacts): void {
  const item = propertyOf(element, 'itemProp');
  const isAuthor = propertyOf(element, 'rel').split(/\s+/).includes('author') || item === 'author';
  if (isAuthor && element.tagName !== 'link' && element.tagName !== 'meta') {
    const name = textOf(element).replace(/\s+/g, ' ').trim();
    if (name !== '' && name.length <= LONGEST_NAME) facts.authors.push(name);
  }
  if (item === 'datePublished' && element.tagName !== 'time') {
    const value = propertyOf(element, 'content') || textOf(element).trim();
    facts.times.push({ value, isPublished: true });
  }
}
