/** An item of a WordPress export (WXR 1.0 to 1.2), as it is written. */
import { plainTitle } from '../feed/feed-title.ts';
import { toPublished } from '../feed/written-time.ts';
import { childrenNamed, textOfXml, wordsOf, type XmlElement } from '../feed/xml-element.ts';
import { webAddress } from '../html/address.ts';

export interface WxrItem {
  id: string | null;
  /** `post`, `page`, `attachment`, or a site's own kind. */
  type: string;
  /** `publish`, `draft`, `private`, … */
  status: string;
  title: string | null;
  url: string | null;
  /** Login of the author. */
  creator: string | null;
  published: string | null;
  /** Of the item that it belongs to. */
  parentId: string | null;
  content: string;
  excerpt: string;
  /** Names of categories and tags, once each. */
  tags: string[];
  isProtected: boolean;
  /** Where an attachment's file is. */
  attachmentUrl: string | null;
  comments: WxrComment[];
}

export interface WxrComment {
  author: string | null;
  published: string | null;
  content: string;
}

/** WordPress's own, which is nobody's choice of words. */
const NO_CATEGORY = new Set(['uncategorized', 'post_format']);

export function readWxrItem(item: XmlElement): WxrItem {
  const status = wordsOf(item, 'wp:status') ?? 'publish';
  return {
    id: wordsOf(item, 'wp:post_id'),
    type: wordsOf(item, 'wp:post_type') ?? 'post',
    status,
    title: plainTitle(wordsOf(item, 'title')),
    url: webAddress(wordsOf(item, 'link') ?? wordsOf(item, 'guid'), null),
    creator: wordsOf(item, 'dc:creator'),
    published: publishedOf(item, status),
    parentId: wordsOf(item, 'wp:post_parent'),
    content: rawText(item, 'content:encoded'),
    excerpt: rawText(item, 'excerpt:encoded'),
    tags: tagsOf(item),
    isProtected: wordsOf(item, 'wp:post_password') !== null,
    attachmentUrl: webAddress(wordsOf(item, 'wp:attachment_url'), null),
    comments: childrenNamed(item, 'wp:comment').flatMap((comment) => readComment(comment)),
  };
}

function rawText(item: XmlElement, name: string): string {
  return childrenNamed(item, name)
    .map((element) => textOfXml(element))
    .join('\n');
}

/**
 * WordPress writes year 0 for what was never published. Its local time has no zone, so that it
 * gives the day alone; that of a draft is when someone last saved it.
 */
function publishedOf(item: XmlElement, status: string): string | null {
  const gmt = wordsOf(item, 'wp:post_date_gmt');
  const instant = gmt === null ? null : toPublished(`${gmt}Z`);
  const published = instant ?? toPublished(wordsOf(item, 'pubdate') ?? '');
  if (published !== null || !/^(?:publish|private|future)$/.test(status)) return published;
  return toPublished((wordsOf(item, 'wp:post_date') ?? '').slice(0, 10));
}

function tagsOf(item: XmlElement): string[] {
  const names = childrenNamed(item, 'category')
    .filter((category) => !NO_CATEGORY.has(category.attributes.get('nicename') ?? ''))
    .filter((category) => !NO_CATEGORY.has(category.attributes.get('domain') ?? ''))
    .map((category) => plainTitle(textOfXml(category)))
    .filter((name) => name !== null && name !== 'Uncategorized');
  return [...new Set(names)].filter((name) => name !== null);
}

/** Approved words of people: pingbacks, trackbacks and spam are none. */
function readComment(comment: XmlElement): WxrComment[] {
  const isApproved = /^(?:1|approved?)$/.test(wordsOf(comment, 'wp:comment_approved') ?? '1');
  const isPing = /^(?:ping|track)back$/.test(wordsOf(comment, 'wp:comment_type') ?? '');
  if (!isApproved || isPing) return [];
  const gmt = wordsOf(comment, 'wp:comment_date_gmt');
  return [
    {
      author: wordsOf(comment, 'wp:comment_author'),
      published: gmt === null ? null : toPublished(`${gmt}Z`),
      content: rawText(comment, 'wp:comment_content'),
    },
  ];
}
