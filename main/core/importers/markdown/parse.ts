/**
 * A Markdown file is one article, as in Obsidian, Hugo and Jekyll, unless it has no front matter
 * and the splitter finds several posts in it.
 */
import type { FormatProblem } from '../converted.ts';
import type { DumpSplit } from '../dump/article.ts';
import { splitDump } from '../dump/split.ts';
import { wholeFile } from '../whole-file.ts';
import { titleFromName } from '../title-from-name.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

export interface ParsedMarkdown {
  split: DumpSplit;
  /** Of a file that is one article. */
  frontMatter: FrontMatter | null;
  problems: FormatProblem[];
}

export function parseMarkdown(lines: readonly string[], fileName: string): ParsedMarkdown {
  const block = readFrontMatter(lines);
  if (block !== null && !hasMoreFrontMatter(lines, block.endLine)) {
    const { values, problems, endLine } = block;
    const split = parseSingle(lines, endLine, values.title, fileName);
    const published = values.published ?? titleFromName(fileName).date;
    return { split, frontMatter: { ...values, published }, problems };
  }
  if (!isOneDocument(lines)) {
    const split = splitDump(lines, { fileName, markdown: true });
    if (split.articles.length > 1) return { split, frontMatter: null, problems: [] };
  }
  return { split: parseSingle(lines, 0, null, fileName), frontMatter: null, problems: [] };
}

const HEADING = /^ {0,3}#[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

interface Heading {
  line: number;
  title: string;
}

/** The `# ` headings outside code fences, 1-based. */
function topHeadings(lines: readonly string[]): Heading[] {
  const headings: Heading[] = [];
  let fence: string | null = null;
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true && line.trim() === mark) fence = null;
    } else if (mark !== undefined) {
      fence = mark;
    } else {
      const title = HEADING.exec(line)?.[1];
      if (title !== undefined) headings.push({ line: index + 1, title });
    }
  }
  return headings;
}

/** One `# ` heading, and it is the first thing in the file: the title of all of it. */
function isOneDocument(lines: readonly string[]): boolean {
  const headings = topHeadings(lines);
  return headings.length === 1 && headings[0]?.line === firstText(lines, 0);
}

/** Several posts, each with a block of its own, one after another. */
function hasMoreFrontMatter(lines: readonly string[], after: number): boolean {
  for (let at = after; at < lines.length - 2; at += 1) {
    if (lines[at]?.trimEnd() !== '---' || !/^title\s*:/i.test(lines[at + 1] ?? '')) continue;
    if (readFrontMatter(lines.slice(at, at + 100)) !== null) return true;
  }
  return false;
}

function parseSingle(
  lines: readonly string[],
  /** Lines of front matter. */
  skipped: number,
  written: string | null,
  fileName: string,
): DumpSplit {
  const first = firstText(lines, skipped);
  const heading = first === null ? null : headingAt(lines, first);
  const repeats = heading !== null && (written === null || sameWords(written, heading));
  return wholeFile({
    title: written ?? heading ?? titleFromName(fileName).title,
    lines: lines.length,
    bodyStart: repeats && first !== null ? first + 1 : skipped + 1,
    reason: reasonFor(written, heading),
  });
}

function reasonFor(written: string | null, heading: string | null): Phrase {
  if (written !== null) return phrase('reason.frontMatter');
  if (heading !== null) return phrase('reason.oneHeading');
  return phrase('reason.markdownWithoutTitle');
}

function headingAt(lines: readonly string[], line: number): string | null {
  return HEADING.exec(lines[line - 1] ?? '')?.[1] ?? null;
}

/** 1-based; null when only blank lines follow. */
function firstText(lines: readonly string[], after: number): number | null {
  const at = lines.findIndex((line, index) => index >= after && line.trim() !== '');
  return at === -1 ? null : at + 1;
}

function sameWords(one: string, other: string): boolean {
  const fold = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  return fold(one) === fold(other);
}
