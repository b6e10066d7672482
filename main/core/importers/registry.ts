/** Which format a file is in, by its content first and its name second; what can't be read, in words. */
import type { Format } from './converted.ts';
import { feedFormat } from './feed/convert.ts';
import { htmlFormat } from './html/convert.ts';
import { isMhtml } from './html/mhtml.ts';
import { jsonFeedFormat } from './json-feed/convert.ts';
import { markdownFormat } from './markdown/convert.ts';
import { textFormat } from './text/convert.ts';
import { wxrFormat } from './wxr/convert.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

export type Detection = { format: Format } | { refusal: Phrase };

const MARKDOWN_NAME = /\.(?:md|mdown|markdown|mkdn?|mdwn|mdx|qmd|rmd)$/i;
const HTML_NAME = /\.(?:x?html?|xht|mht|mhtml)$/i;
const HEAD = 4096;
/** What may stand before the root of a document. */
const PROLOG = /^(?:\s|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)+/;
const JSON_FEED = /^\{[\s\S]{0,2000}?"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/;
const CODE_NAME = /\.(?:css|m?js|cjs|js\.download|map|wasm)$/i;
const FRONT_MATTER =
  /^---[ \t]*(?:\r\n|\n|\r)[\s\S]{1,20000}?(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r|\n|$)/;
const FRONT_MATTER_KEY = /^---[ \t]*[\r\n]+[\w-]+[ \t]*:/;

/** `text` is the whole file or its head of at least some thousand characters. */
export function detectFormat(fileName: string, text: string): Detection {
  const head = text.slice(0, HEAD).trimStart();
  const root = markupRoot(head);
  if (isHtmlRoot(root) || HTML_NAME.test(fileName) || isMhtml(head)) return { format: htmlFormat };
  if (isFeedRoot(root)) return { format: isWordPress(text) ? wxrFormat : feedFormat };
  if (JSON_FEED.test(head)) return { format: jsonFeedFormat };
  const refusal = refusalOf(fileName, root, head);
  if (refusal !== null) return { refusal };
  if (MARKDOWN_NAME.test(fileName) || startsWithFrontMatter(text)) {
    return { format: markdownFormat };
  }
  return { format: textFormat };
}

function startsWithFrontMatter(text: string): boolean {
  return FRONT_MATTER_KEY.test(text) && FRONT_MATTER.test(text);
}

/**
 * The name of a document's root element, lower case: that of its `<!DOCTYPE>` or its first tag,
 * behind comments and processing instructions. '' for XML without any, null for what is no markup.
 */
function markupRoot(head: string): string | null {
  const isXml = head.startsWith('<?xml');
  const content = head.replace(PROLOG, '');
  const name = /^<(?:!doctype\s+)?([a-z][\w:.-]*)/i.exec(content)?.[1]?.toLowerCase();
  return name ?? (isXml ? '' : null);
}

function isHtmlRoot(root: string | null): boolean {
  return root === 'html' || root === 'head' || root === 'body';
}

function isFeedRoot(root: string | null): boolean {
  return root !== null && /^(?:rss|rdf:rdf|(?:atom:)?(?:feed|entry))$/.test(root);
}

/** The first of its items is far enough to look, behind however many categories. */
function isWordPress(text: string): boolean {
  const head = text.slice(0, 1 << 20);
  return (
    /xmlns:wp\s*=|wordpress\.org\/export\//i.test(head.slice(0, HEAD)) ||
    /<wp:post_type>/.test(head)
  );
}

/** What would fill the library with markup or code if it were taken for text. */
function refusalOf(fileName: string, root: string | null, head: string): Phrase | null {
  if (root === 'opml') return phrase('refused.opml');
  if (root === 'svg') return phrase('refused.svg');
  if (root !== null && head.startsWith('<?xml')) {
    return root === '' ? phrase('refused.emptyXml') : phrase('refused.xml', { kind: root });
  }
  if (/\.json$/i.test(fileName) && /^[{[]/.test(head)) {
    return phrase('refused.json');
  }
  return CODE_NAME.test(fileName) ? phrase('refused.code') : null;
}
