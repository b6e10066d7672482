/**
 * The head of an article: what stands between a separator and the title, the title itself, and
 * the metadata lines under it up to the first line of text.
 */
import type { DumpText } from './dump-text.ts';
import type { Field } from './field-name.ts';
import { cannotBeTitle, textForm } from './title-form.ts';
import type { TextLine } from './text-line.ts';

/** A line of metadata and where it stands (0-based). */
export interface MetaLine {
  at: number;
  kind: 'field' | 'meta' | 'byline' | 'chrome' | 'publication' | 'author';
}

export interface ArticleHead {
  /** First line that belongs to the head: separator, counter, or the title itself. */
  start: number;
  titleAt: number;
  /** Last line of the title, where it is broken over lines. */
  titleEnd: number;
  title: string;
  /** First line of text; may be past the article's end when it is empty. */
  bodyAt: number;
  metaLines: MetaLine[];
  /** Lines of text between title and metadata: subtitles. */
  leadLines: number[];
}

const MOST_META = 14;

type TitleParts = Pick<TextLine, 'heading' | 'field' | 'framed' | 'text'>;

/** A title without the marks around it: `## Title ##`, `**Title**`, `=== Title ===`, `Title: …`. */
export function plainTitle(line: TitleParts): string {
  if (line.heading) return unmarked(line.heading.title);
  if (line.field?.name === 'title' && line.field.value !== '') return unquoted(line.field.value);
  if (line.framed) return unmarked(line.framed.title);
  return unmarked(line.text.replace(CLOCK, ''));
}

/** The time that wires put before a title. */
const CLOCK = /^(?:[01]?\d|2[0-3]):[0-5]\d\s+(?=[\p{Lu}\p{Lo}"«„“])/u;

function unmarked(text: string): string {
  const bold = /^(\*\*|__|\*|_)(.+)\1$/u.exec(text);
  const link = /^\[([^\]]+)\]\([^)\s]*\)$/u.exec(bold?.[2] ?? text);
  return (link?.[1] ?? bold?.[2] ?? text).trim();
}

export function unquoted(text: string): string {
  const quoted = /^(["'])(.*)\1$/u.exec(text);
  return quoted?.[2] ?? unmarked(text);
}

function isFieldLine(field: Field | null): boolean {
  return field !== null && field.name !== null;
}

/** The kind of metadata that a line under a title is; null when it is text. */
export function metaKind(line: TextLine): MetaLine['kind'] | null {
  if (line.text === '' || line.rule || line.code) return null;
  if (line.meta) return 'meta';
  if (isFieldLine(line.field) && line.width <= 240 && line.field?.name !== 'title') return 'field';
  if (line.byline !== null) return 'byline';
  if (line.chrome === 'filing' || line.chrome === 'reading') return 'chrome';
  if (line.chrome === 'comments' || line.chrome === 'share') return 'chrome';
  return null;
}

/** Reads the metadata under a title; `limit` is the first line that can't belong to the article. */
export function readHead(
  dump: DumpText,
  start: number,
  titleAt: number,
  options: { title?: string; titleEnd?: number; limit?: number; metaFrom?: number } = {},
): ArticleHead {
  const limit = options.limit ?? dump.lines.length;
  const titleEnd = options.titleEnd ?? titleAt;
  const metaLines: MetaLine[] = [];
  for (let at = options.metaFrom ?? start; at < titleAt; at += 1) {
    const line = dump.lines[at];
    const kind = line ? metaKind(line) : null;
    if (kind) metaLines.push({ at, kind });
  }
  let bodyAt = dump.next[titleEnd] ?? limit;
  let gap = 0;
  while (bodyAt < limit && metaLines.length < MOST_META) {
    const line = dump.lines[bodyAt];
    if (!line) break;
    gap = bodyAt - 1 - (dump.previous[bodyAt] ?? -1);
    if (gap > 2) break;
    const kind = metaKind(line);
    if (kind) metaLines.push({ at: bodyAt, kind });
    else if (!(line.rule && isHeadRule(dump, bodyAt, titleEnd, metaLines))) break;
    bodyAt = dump.next[bodyAt] ?? limit;
  }
  const title = options.title ?? plainTitle(dump.lines[titleAt] ?? emptyLine);
  return {
    start,
    titleAt,
    titleEnd,
    title,
    bodyAt: Math.min(bodyAt, limit),
    metaLines,
    leadLines: [],
  };
}

const emptyLine: TitleParts = { heading: null, field: null, framed: null, text: '' };

/** A rule right under the title or its metadata closes the head; a later one is in the text. */
function isHeadRule(
  dump: DumpText,
  at: number,
  titleEnd: number,
  metaLines: readonly MetaLine[],
): boolean {
  const before = dump.previous[at] ?? -1;
  return at - before <= 2 && (before === titleEnd || before === metaLines.at(-1)?.at);
}

const LOOK_AHEAD = 8;

/**
 * The line that is the title in the text after a separator: the first that isn't pure metadata.
 * Null when the text starts with a long paragraph.
 */
export function titleAfter(dump: DumpText, separator: number): number | null {
  let at = separator;
  for (let step = 0; step < LOOK_AHEAD; step += 1) {
    at = dump.next[at] ?? dump.lines.length;
    const line = dump.lines[at];
    if (!line) return null;
    if (line.rule) continue;
    if (line.field?.name === 'title' && line.field.value !== '') return at;
    const pure =
      (line.meta !== null && line.meta.rest.length === 0) ||
      line.byline !== null ||
      line.chrome !== null ||
      line.counter !== null ||
      (isFieldLine(line.field) && line.field?.name !== 'title' && textForm(dump, line) < 0.55);
    if (pure) continue;
    return cannotBeTitle(line) || textForm(dump, line) < 0.2 ? null : at;
  }
  return null;
}
