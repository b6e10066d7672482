/** Which format a file is in, by its content first and its name second; what can't be read, in words. */
import type { Format } from './converted.ts';
import { htmlFormat } from './html/convert.ts';
import { isMhtml } from './html/mhtml.ts';
import { markdownFormat } from './markdown/convert.ts';
import { textFormat } from './text/convert.ts';

export type Detection = { format: Format } | { refusal: string };

const MARKDOWN_NAME = /\.(?:md|mdown|markdown|mkdn?|mdwn|mdx|qmd|rmd)$/i;
const HTML_NAME = /\.(?:x?html?|xht|mht|mhtml)$/i;
const HEAD = 4096;
/** What may stand before the root of a document. */
const PROLOG = /^(?:\s|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)+/;
const FRONT_MATTER =
  /^---[ \t]*(?:\r\n|\n|\r)[\s\S]{1,20000}?(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r|\n|$)/;
const FRONT_MATTER_KEY = /^---[ \t]*[\r\n]+[\w-]+[ \t]*:/;

/** `text` is the whole file or its head of at least some thousand characters. */
export function detectFormat(fileName: string, text: string): Detection {
  const head = text.slice(0, HEAD).trimStart();
  const root = markupRoot(head);
  if (isHtmlRoot(root) || HTML_NAME.test(fileName) || isMhtml(head)) return { format: htmlFormat };
  const kind = kindNotYetRead(fileName, root, head);
  if (kind !== null) return { refusal: `${kind} can't be imported yet.` };
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

/** Later formats are refused by name: taken for plain text, they would fill the library with markup. */
function kindNotYetRead(fileName: string, root: string | null, head: string): string | null {
  if (root === 'rss' || root === 'feed' || root === 'rdf:rdf') {
    const isWordPress = /xmlns:wp=|wordpress\.org\/export/i.test(head);
    return isWordPress ? 'WordPress exports (WXR)' : 'RSS and Atom feeds';
  }
  if (root !== null && head.startsWith('<?xml')) return 'XML files';
  if (/\.json$/i.test(fileName) && /^[{[]/.test(head)) {
    return head.includes('jsonfeed.org') ? 'JSON Feeds' : 'JSON files';
  }
  return null;
}
