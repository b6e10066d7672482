/** A saved page is one article: what Readability finds, or all of its text. */
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type {
  ConvertedArticle,
  ConvertedFile,
  Format,
  FormatProblem,
  Neighbours,
} from '../converted.ts';
import { titleFromName } from '../title-from-name.ts';
import { webAddress } from './address.ts';
import type { HtmlRoot } from './hast-nodes.ts';
import { withImagesOut } from './embedded-images.ts';
import { settleLateImages } from './late-images.ts';
import { isMhtml, parseMhtml, type MhtmlPart } from './mhtml.ts';
import { readFacts, type PageFacts } from './page-facts.ts';
import { readMetadata, type PageMetadata } from './page-metadata.ts';
import { bodyOf, paragraphsOf } from './page-text.ts';
import { parsePage, type ParsedMarkup } from './parse.ts';
import { readArticle, type Readable } from './readable.ts';
import { htmlToMarkdown, type PageMarkdown } from './to-markdown.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

/** Beyond, Readability and the way to Markdown take minutes: the text alone is kept. */
const MOST_ELEMENTS = 150_000;
const MOST_UNITS = 30_000_000;

export const htmlFormat: Format = {
  id: 'html',
  convert(lines, fileName, { beside }) {
    const text = lines.join('\n');
    const page = isMhtml(text) ? parseMhtml(text) : { html: text, url: null, parts: [] };
    return convertPage({ ...page, fileName, beside, lines: lines.length });
  },
};

export interface PageSource {
  html: string;
  /** Where the file says that it comes from, outside the page itself. */
  url: string | null;
  /** Images that were saved with it, in the same file. */
  parts: readonly MhtmlPart[];
  fileName: string;
  beside: Neighbours;
  /** Of the file: all of them are the article's. */
  lines: number;
}

export function convertPage(source: PageSource): ConvertedFile {
  const { fileName, lines } = source;
  const { content, metadata, problems, reason, confidence } = readPage(source);
  const article: ConvertedArticle = {
    title: metadata.title ?? titleFromName(fileName).title,
    startLine: lines > 0 ? 1 : null,
    endLine: lines > 0 ? lines : null,
    truncated: false,
    confidence,
    reasons: [reason],
    byline: metadata.byline,
    origin: metadata.siteName,
    url: metadata.url,
    lang: metadata.lang,
    published: metadata.published,
    publishedInferred: metadata.publishedInferred,
    dateline: null,
    parent: null,
    tags: [],
    ...content,
    excerpt: metadata.excerpt,
  };
  return { layout: null, evidence: [reason], unassigned: [], problems, articles: [article] };
}

interface ReadPage {
  metadata: PageMetadata;
  content: PageMarkdown;
  problems: FormatProblem[];
  reason: Phrase;
  confidence: number;
}

function readPage({ html: whole, url, parts, fileName, beside }: PageSource): ReadPage {
  const html = withImagesOut(whole, beside.inside);
  const page = parsePage(html.slice(0, MOST_UNITS));
  if (page.elements <= MOST_ELEMENTS) settleLateImages(page.tree);
  const facts = readFacts(page.tree);
  facts.savedFrom ??= url;
  const readable = page.elements > MOST_ELEMENTS ? null : tryToRead(page.tree);
  const metadata = readMetadata(facts, readable);
  const sources = {
    base: baseOf(facts, metadata.url),
    pageName: fileName,
    beside,
    saved: savedIn(parts, beside),
  };
  const problems = problemsOf(page, html.length);
  const root: HtmlRoot | null =
    readable === null ? null : { type: 'root', children: [readable.content] };
  if (root !== null) {
    const content = tryToConvert(root, sources);
    if (content !== null && content.markdown.trim() !== '') {
      const reason = phrase('reason.readability');
      return { metadata, content, problems, reason, confidence: 1 };
    }
  }
  const reason = phrase('reason.wholePage');
  problems.push({ line: null, message: reason });
  const content = allText(page, sources);
  return { metadata, content, problems, reason, confidence: 0.4 };
}

/** Images are named once they are asked for: a page is saved with many that its article doesn't show. */
function savedIn(
  parts: readonly MhtmlPart[],
  beside: Neighbours,
): (address: string) => string | null {
  const byName = new Map(parts.flatMap((part) => part.names.map((name) => [name, part])));
  return (address) => {
    const part = byName.get(address.trim());
    return part === undefined ? null : beside.inside(part.bytes());
  };
}

/** Readability throws on pages that no one foresaw: then there is no article in it. */
function tryToRead(tree: HtmlRoot): Readable | null {
  try {
    return readArticle(tree);
  } catch {
    return null;
  }
}

function tryToConvert(
  tree: HtmlRoot,
  sources: Parameters<typeof htmlToMarkdown>[1],
): PageMarkdown | null {
  try {
    return htmlToMarkdown(tree, sources);
  } catch (error) {
    if (error instanceof RangeError) return null; // Nested or long beyond the stack.
    throw error;
  }
}

function allText(page: ParsedMarkup, sources: Parameters<typeof htmlToMarkdown>[1]): PageMarkdown {
  const body = page.elements > MOST_ELEMENTS ? null : tryToConvert(bodyOf(page.tree), sources);
  return body ?? { markdown: plainParagraphs(paragraphsOf(page.tree)), images: [] };
}

function plainParagraphs(paragraphs: readonly string[]): string {
  return paragraphs
    .map((value) =>
      toMarkdown(
        { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] },
        { extensions: [gfmToMarkdown()] },
      ),
    )
    .join('\n');
}

function baseOf(facts: PageFacts, url: string | null): string | null {
  return webAddress(facts.base, url) ?? webAddress(facts.savedFrom, null) ?? url;
}

function problemsOf({ dropped, inlined }: ParsedMarkup, length: number): FormatProblem[] {
  const problems: FormatProblem[] = [];
  const note = (message: Phrase) => problems.push({ line: null, message });
  if (length > MOST_UNITS) note(phrase('problem.pageTooLong'));
  if (dropped > 0) note(phrase('problem.nestedTags', { count: dropped }));
  if (inlined > 0) note(phrase('problem.inlined', { count: inlined }));
  return problems;
}
