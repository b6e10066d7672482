/** Makes the article that a person drew: its lines are given, all else is read from them. */
import type { DumpArticle, LineRange } from './article.ts';
import { plainTitle, readHead, titleAfter, type ArticleHead } from './article-head.ts';
import { fullDateline, gatherMetadata } from './article-metadata.ts';
import { readBodyRange } from './body-range.ts';
import { readDumpText, type DumpText } from './dump-text.ts';
import { endsCut } from './teaser-line.ts';
import { cannotBeTitle } from './title-form.ts';
import { titleKey } from './title-key.ts';
import type { YearEvidence } from './year-evidence.ts';

export interface DrawnSection extends LineRange {
  /** Null: its first line is its title. */
  title: string | null;
}

export interface DrawnArticle extends LineRange {
  /** The title that stands in the lines or, for a file's name, doesn't; null: read it there. */
  title: string | null;
  sections: readonly DrawnSection[];
}

/** A dump that has text only in the ranges: lines keep their numbers, the rest costs nothing. */
export function dumpOfRanges(
  lines: readonly string[],
  ranges: readonly LineRange[],
  options: { fileName: string; markdown: boolean },
): DumpText {
  const shown = Array.from(lines, () => '');
  for (const { startLine, endLine } of ranges) {
    for (let line = startLine; line <= endLine; line += 1) shown[line - 1] = lines[line - 1] ?? '';
  }
  return readDumpText(shown, options);
}

/** The article, and the reprints inside it, whose `parent` is 0. */
export function articleInRange(
  dump: DumpText,
  years: YearEvidence,
  drawn: DrawnArticle,
): { article: DumpArticle; sections: DumpArticle[] } {
  const [from, to] = [drawn.startLine - 1, drawn.endLine - 1];
  const first = firstText(dump, from, to);
  const head = first === null ? null : headOf(dump, first, to, drawn.title);
  const body = readBodyRange(dump, Math.min(head?.bodyAt ?? first ?? to + 1, to + 1), to);
  const metaLines = [...(head?.metaLines ?? []), ...body.footLines];
  const last = dump.lines[body.last];
  const article: DumpArticle = {
    title: head?.title ?? drawn.title ?? openingWords(dump.lines[body.first]?.text ?? ''),
    startLine: drawn.startLine,
    endLine: drawn.endLine,
    truncated:
      endsCut(last?.text ?? '') || (last?.teaser?.definite === true && last.teaser.kind === 'cut'),
    parent: null,
    confidence: 1,
    reasons: [],
    ...gatherMetadata(dump, metaLines, body.first, { from, to }, years),
    bodyLines: rangeOf(body.first, body.last),
  };
  return { article, sections: drawn.sections.map((section) => sectionOf(dump, years, section)) };
}

function firstText(dump: DumpText, from: number, to: number): number | null {
  const first = dump.lines[from]?.text === '' ? (dump.next[from] ?? to + 1) : from;
  return first <= to ? first : null;
}

function headOf(
  dump: DumpText,
  first: number,
  to: number,
  title: string | null,
): ArticleHead | null {
  if (title !== null) {
    const titleEnd = endOfTitle(dump, first, to, title);
    return titleEnd === null
      ? null
      : readHead(dump, first, first, { title, titleEnd, limit: to + 1 });
  }
  const titleAt = titleLine(dump, first);
  return titleAt === null || titleAt > to
    ? null
    : readHead(dump, first, titleAt, { limit: to + 1 });
}

const MOST_TITLE_LINES = 4;

/** The last line of a title that begins at a line; null when the lines don't say it. */
function endOfTitle(dump: DumpText, first: number, to: number, title: string): number | null {
  const wanted = titleKey(title);
  let said = '';
  let at = first;
  for (let step = 0; step < MOST_TITLE_LINES && at <= to; step += 1) {
    const line = dump.lines[at];
    if (line === undefined) return null;
    const part = titleKey(plainTitle(line));
    const numbered = titleKey(line.ordinal?.title ?? '');
    if (said + part === wanted || (numbered !== '' && said + numbered === wanted)) return at;
    said += step === 0 && numbered !== '' && wanted.startsWith(numbered) ? numbered : part;
    if (!wanted.startsWith(said)) return null;
    at = dump.next[at] ?? to + 1;
  }
  return null;
}

/** The line itself, which a person chose, unless it can only be metadata or a separator. */
function titleLine(dump: DumpText, first: number): number | null {
  const line = dump.lines[first];
  if (line === undefined) return null;
  const aside =
    line.rule !== null ||
    line.counter !== null ||
    line.chrome !== null ||
    line.byline !== null ||
    line.meta?.rest.length === 0;
  if (aside) return titleAfter(dump, first);
  return cannotBeTitle(line) ? null : first;
}

const OPENING_UNITS = 80;

/** A title for a text that begins without one. */
function openingWords(text: string): string {
  if (text === '') return 'Untitled';
  if (text.length <= OPENING_UNITS) return text;
  const cut = text.slice(0, OPENING_UNITS);
  const space = cut.lastIndexOf(' ');
  return `${(space > OPENING_UNITS / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

function sectionOf(dump: DumpText, years: YearEvidence, drawn: DrawnSection): DumpArticle {
  const [start, to] = [drawn.startLine - 1, drawn.endLine - 1];
  // Drawn from an empty line, it is titled by the words that follow.
  const titleAt = dump.lines[start]?.text === '' ? Math.min(dump.next[start] ?? to, to) : start;
  const line = dump.lines[titleAt];
  const body = readBodyRange(dump, Math.min(dump.next[titleAt] ?? to + 1, to + 1), to);
  const report = fullDateline(dump, body.first, years, { from: titleAt, to });
  return {
    title: drawn.title ?? (line === undefined || line.text === '' ? 'Untitled' : plainTitle(line)),
    startLine: drawn.startLine,
    endLine: drawn.endLine,
    truncated: false,
    parent: 0,
    confidence: 1,
    reasons: [],
    byline: null,
    source: report?.dateline.agency ?? null,
    url: null,
    tags: [],
    published: report?.published ?? null,
    dateline: report?.dateline ?? null,
    bodyLines: rangeOf(body.first, body.last),
  };
}

function rangeOf(first: number, last: number): LineRange[] {
  return last < first ? [] : [{ startLine: first + 1, endLine: last + 1 }];
}
