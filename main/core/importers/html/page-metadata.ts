/**
 * Title, byline, date, site, language and address of a page. Where Readability knows a field, its
 * word stands; what it doesn't look at fills the gaps: JSON-LD in `@graph`, Dublin Core and the
 * usual vendors' names, microdata, `<time>`, the date in the address.
 */
import { firstPublished, toPublished } from '../feed/written-time.ts';
import { webAddress } from './address.ts';
import { articleTitle } from './article-title.ts';
import { readJsonLd, type LinkedArticle } from './json-ld.ts';
import type { PageFacts } from './page-facts.ts';
import type { Readable } from './readable.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

export interface PageMetadata {
  title: string | null;
  byline: string | null;
  excerpt: string | null;
  siteName: string | null;
  lang: string | null;
  dir: string | null;
  /** Canonical address. */
  url: string | null;
  published: string | null;
  /** Why, where the date is not written as such. */
  publishedInferred: Phrase | null;
}

const TITLE_NAMES = [
  'dc:title',
  'dcterm:title',
  'og:title',
  'weibo:article:title',
  'weibo:webpage:title',
  'title',
  'twitter:title',
  'parsely-title',
];
const AUTHOR_NAMES = ['citation_author', 'sailthru:author', 'dcterms:creator', 'byl', 'authors'];
const DATE_NAMES = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'parsely-pub-date',
  'sailthru:date',
  'datepublished',
  'date:published',
  'dc:date:issued',
  'dc:date:created',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:date',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'ptime',
  'pdate',
  'article_date_original',
  'originalpublicationdate',
  'cxensebot:recs:publishtime',
  'date',
];
const SITE_NAMES = ['og:site_name', 'application-name', 'citation_journal_title'];

export function readMetadata(facts: PageFacts, readable: Readable | null): PageMetadata {
  const linked = readJsonLd(facts.jsonLd);
  const url = canonicalUrl(facts, linked);
  return {
    title: titleOf(facts, readable, linked),
    byline: readable?.byline ?? bylineOf(facts, linked),
    excerpt: readable?.excerpt ?? metaOf(facts, ['og:description', 'description']),
    siteName: readable?.siteName ?? linked?.publisher ?? metaOf(facts, SITE_NAMES),
    lang: readable?.lang ?? facts.lang ?? linked?.lang ?? metaOf(facts, ['og:locale']),
    dir: readable?.dir ?? facts.dir,
    url,
    ...publishedOf(facts, readable, linked, url),
  };
}

function titleOf(
  facts: PageFacts,
  readable: Readable | null,
  linked: LinkedArticle | null,
): string | null {
  const fromDocument =
    articleTitle({ documentTitle: facts.title, headings: facts.headings, h1: facts.h1 }) || null;
  const written = metaOf(facts, TITLE_NAMES) ?? linked?.title ?? null;
  if (written === null) return fromDocument ?? facts.h1.find((text) => text !== '') ?? null;
  return readable?.title ?? written;
}

/** Names alone: an address in their place says who it is only to a machine. */
function bylineOf(facts: PageFacts, linked: LinkedArticle | null): string | null {
  if (linked !== null && linked.authors.length > 0) return linked.authors.join(', ');
  for (const name of AUTHOR_NAMES) {
    const people = facts.metas.get(name)?.filter((value) => !/^https?:/i.test(value)) ?? [];
    if (people.length > 0) return people.join(', ');
  }
  return facts.authors[0] ?? null;
}

function metaOf(facts: PageFacts, names: readonly string[]): string | null {
  for (const name of names) {
    const value = facts.metas.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return null;
}

function canonicalUrl(facts: PageFacts, linked: LinkedArticle | null): string | null {
  const saved = webAddress(facts.savedFrom, null);
  const base = webAddress(facts.base, saved) ?? saved;
  const written = [facts.links.get('canonical'), metaOf(facts, ['og:url', 'twitter:url'])];
  for (const address of [...written, linked?.url, facts.savedFrom]) {
    const url = webAddress(address ?? null, base);
    if (url !== null) return url;
  }
  return null;
}

type Published = Pick<PageMetadata, 'published' | 'publishedInferred'>;

function publishedOf(
  facts: PageFacts,
  readable: Readable | null,
  linked: LinkedArticle | null,
  url: string | null,
): Published {
  const marked = facts.times.find((time) => time.isPublished)?.value;
  const metas = DATE_NAMES.map((name) => facts.metas.get(name)?.[0]);
  const published = firstPublished([readable?.published, linked?.published, ...metas, marked]);
  if (published !== null) return { published, publishedInferred: null };
  return soleTime(facts) ?? dateInAddress(url) ?? { published: null, publishedInferred: null };
}

function soleTime(facts: PageFacts): Published | null {
  const dates = new Set(facts.times.map(({ value }) => toPublished(value)));
  const [published = null] = dates;
  if (published === null || dates.size !== 1) return null;
  return { published, publishedInferred: phrase('dated.onlyTime') };
}

const DATE_IN_PATH =
  /\/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_-]|$)/;

function dateInAddress(url: string | null): Published | null {
  const match = url === null ? null : DATE_IN_PATH.exec(new URL(url).pathname);
  if (match === null) return null;
  const [, year, month, day] = match;
  const published = toPublished([year, month, day].filter((part) => part !== undefined).join('-'));
  return published === null ? null : { published, publishedInferred: phrase('dated.inAddress') };
}
