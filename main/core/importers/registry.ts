/** Which format a file is in, by its content first and its name second; what can't be read, in words. */
import type { Format } from './converted.ts';
import { markdownFormat } from './markdown/convert.ts';
import { textFormat } from './text/convert.ts';

export type Detection = { format: Format } | { refusal: string };

const MARKDOWN_NAME = /\.(?:md|mdown|markdown|mkdn?|mdwn|mdx|qmd|rmd)$/i;
const HTML_NAME = /\.(?:x?html?|xht|mht|mhtml)$/i;
const FRONT_MATTER =
  /^---[ \t]*(?:\r\n|\n|\r)[\s\S]{1,20000}?(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r|\n|$)/;
const FRONT_MATTER_KEY = /^---[ \t]*[\r\n]+[\w-]+[ \t]*:/;

/** `text` is the whole file or its head of at least some thousand characters. */
export function detectFormat(fileName: string, text: string): Detection {
  const kind = kindNotYetRead(fileName, text.slice(0, 4096).trimStart());
  if (kind !== null) return { refusal: `${kind} can't be imported yet.` };
  if (MARKDOWN_NAME.test(fileName) || startsWithFrontMatter(text)) {
    return { format: markdownFormat };
  }
  return { format: textFormat };
}

function startsWithFrontMatter(text: string): boolean {
  return FRONT_MATTER_KEY.test(text) && FRONT_MATTER.test(text);
}

/** Later formats are refused by name: taken for plain text, they would fill the library with markup. */
function kindNotYetRead(fileName: string, head: string): string | null {
  if (/^<\?xml|^<(?:rss|feed|rdf:RDF)\b/i.test(head)) return xmlKind(head);
  if (/^<!doctype html|^<html\b/i.test(head) || HTML_NAME.test(fileName)) return 'HTML pages';
  if (/\.json$/i.test(fileName) && /^[{[]/.test(head)) {
    return head.includes('jsonfeed.org') ? 'JSON Feeds' : 'JSON files';
  }
  return null;
}

function xmlKind(head: string): string {
  if (/xmlns:wp=|wordpress\.org\/export/i.test(head)) return 'WordPress exports (WXR)';
  if (/<(?:rss|feed|rdf:RDF)\b/i.test(head)) return 'RSS and Atom feeds';
  if (/<html\b/i.test(head)) return 'HTML pages';
  return 'XML files';
}
