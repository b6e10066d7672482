/**
 * A dump as the layouts see it: its lines with what each says, and the file's own habits.
 * Lines are 0-based here and in the layouts; `split.ts` turns them into 1-based ranges.
 */
import { hasColon } from './has-colon.ts';
import { cellWidth, readTextLine, type TextLine } from './text-line.ts';

export interface Habits {
  /** Median cells of the lines that are prose. */
  proseWidth: number;
  /** Paragraphs are broken over lines of about this many cells; null when they aren't. */
  wrapWidth: number | null;
  /** Paragraphs stand apart by blank lines. */
  spaced: boolean;
  /** Most letters have upper and lower case. */
  cased: boolean;
}

export interface DumpText {
  lines: readonly TextLine[];
  /** Index of the nearest line with text before and after each line; -1 and lines.length at the ends. */
  previous: Int32Array;
  next: Int32Array;
  habits: Habits;
  /** Scores of `titleForm` that are known, exactly: they are compared. NaN for the others. */
  forms: Float64Array;
  markdown: boolean;
  fileName: string;
  /** Labels that many lines start with ("Reporter:"), which are turns of speech, not titles. */
  speakers: ReadonlySet<string>;
}

/** Long runs of tildes are separators. */
const FENCE = /^(`{3,}|~{3,4}(?!~))\s*(\S*)/u;

/** Marks fenced lines. A fence that never closes ends at its first blank line. */
function markCode(lines: TextLine[]): void {
  let open: { mark: string; at: number } | null = null;
  const release = (from: number, to: number): void => {
    let at = from + 1;
    while (at < to && lines[at]?.text !== '') at += 1;
    for (; at < to; at += 1) {
      const line = lines[at];
      if (line && line.text !== '') line.code = false;
    }
  };
  for (const [at, line] of lines.entries()) {
    const fence = FENCE.exec(line.text.slice(0, 80));
    const mark = fence?.[1];
    if (open === null) {
      if (mark !== undefined && !line.text.slice(mark.length).includes('`')) {
        open = { mark, at };
        line.code = true;
      }
      continue;
    }
    if (line.text !== '') line.code = true;
    if (mark === undefined || !mark.startsWith(open.mark)) continue;
    if (fence?.[2] === '') open = null;
    else {
      release(open.at, at);
      open = { mark, at };
    }
  }
  if (open) release(open.at, lines.length);
}

function neighbours(lines: readonly TextLine[]): { previous: Int32Array; next: Int32Array } {
  const previous = new Int32Array(lines.length);
  const next = new Int32Array(lines.length);
  let last = -1;
  for (let at = 0; at < lines.length; at += 1) {
    previous[at] = last;
    if (lines[at]?.text !== '') last = at;
  }
  last = lines.length;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    next[at] = last;
    if (lines[at]?.text !== '') last = at;
  }
  return { previous, next };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function readHabits(lines: readonly TextLine[]): Habits {
  const step = Math.max(1, Math.floor(lines.length / 20000));
  const widths: number[] = [];
  let [texts, apart, cased, letters] = [0, 0, 0, 0];
  for (let at = 0; at < lines.length; at += step) {
    const line = lines[at];
    if (!line || line.text === '' || line.rule || line.code) continue;
    texts += 1;
    if (lines[at + 1]?.text === '' || at + 1 === lines.length) apart += 1;
    const sample = line.text.slice(0, 60);
    letters += sample.match(/\p{L}/gu)?.length ?? 0;
    cased += sample.match(/[\p{Lu}\p{Ll}]/gu)?.length ?? 0;
    if (line.width >= 40 || /[.!?。！？।۔…]["”’»)]?$/u.test(line.text)) widths.push(line.width);
  }
  widths.sort((one, other) => one - other);
  const [half, most] = [quantile(widths, 0.5), quantile(widths, 0.97)];
  const wrapped = widths.length >= 6 && most <= 110 && half >= most * 0.6;
  return {
    proseWidth: Math.max(40, half),
    wrapWidth: wrapped ? most : null,
    spaced: texts === 0 || apart / texts >= (wrapped ? 0.05 : 0.15),
    cased: letters === 0 || cased / letters > 0.5,
  };
}

function isAside(line: TextLine | undefined): boolean {
  if (!line) return false;
  return line.chrome !== null || line.byline !== null || line.meta?.rest.length === 0;
}

function isNamedField({ field }: TextLine): boolean {
  return field !== null && field.name !== null;
}

function wrapsInto(line: TextLine, next: TextLine | undefined, wrap: number): boolean {
  if (line.text === '' || !next || next.text === '') return false;
  if (line.rule || next.rule || line.code || line.width > wrap) return false;
  const word = /^\S+/u.exec(next.text.slice(0, 40))?.[0] ?? '';
  return line.width + 1 + cellWidth(word) > wrap * 0.95;
}

/** In wrapped paragraphs a line is only a piece of text, whatever it looks like. */
function forgetPieces(lines: readonly TextLine[], wrap: number): void {
  let before: TextLine | null = null;
  let aside = false;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    // A date in the middle of a paragraph is no metadata, however pure.
    const wasAside =
      isAside(line) && (!next || next.text === '' || isAside(next) || next.rule !== null);
    const goesOn = wrapsInto(line, next, wrap) && !isAside(next);
    const continues =
      before !== null &&
      !aside &&
      !wasAside &&
      // A long title over its date fills the line and goes on in none.
      !(isNamedField(before) && isNamedField(line)) &&
      wrapsInto(before, line, wrap);
    if (goesOn || continues) line.forget('meta', 'byline', 'chrome');
    if (continues) line.forget('field', 'ordinal', 'counter', 'heading');
    before = line;
    aside = wasAside;
  }
}

const SPEAKER = /^(.{1,40}?)[:：]\s?\S/u;

function labelOf(line: TextLine | undefined): string | null {
  const head = line?.text.slice(0, 60) ?? '';
  return hasColon(head) ? (SPEAKER.exec(head)?.[1] ?? null) : null;
}

/** Labels before a colon that recur within a few lines, or take turns with another: an interview. */
function findSpeakers(lines: readonly TextLine[]): Set<string> {
  const seen = new Map<string, { count: number; last: number; near: number }>();
  const speakers = new Set<string>();
  let before: string | null = null;
  let last: string | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.text === '') continue;
    const label = labelOf(line);
    if (label !== null && label === before && last !== null && last !== label) {
      speakers.add(label).add(last);
    }
    before = last;
    last = label;
    if (label === null) continue;
    const entry = seen.get(label) ?? { count: 0, last: -99, near: 0 };
    entry.count += 1;
    if (at - entry.last <= 8) entry.near += 1;
    entry.last = at;
    seen.set(label, entry);
  }
  for (const [label, { count, near }] of seen) {
    if (count >= 3 && near >= 2) speakers.add(label);
  }
  return speakers;
}

/** Reads a file's lines once. */
export function readDumpText(
  source: readonly string[],
  options: { fileName?: string; markdown?: boolean },
): DumpText {
  const lines = source.map(readTextLine);
  markCode(lines);
  const habits = readHabits(lines);
  if (habits.wrapWidth !== null) forgetPieces(lines, habits.wrapWidth);
  return {
    lines,
    ...neighbours(lines),
    habits,
    forms: new Float64Array(lines.length).fill(Number.NaN),
    markdown: options.markdown ?? false,
    fileName: options.fileName ?? '',
    speakers: findSpeakers(lines),
  };
}

/** Blank lines between a line and the text before it; a large number at the start of the file. */
export function gapBefore(dump: DumpText, at: number): number {
  const before = dump.previous[at] ?? -1;
  return before === -1 ? 99 : at - before - 1;
}

/** Blank lines between a line and the text after it; a large number at the end of the file. */
export function gapAfter(dump: DumpText, at: number): number {
  const after = dump.next[at] ?? dump.lines.length;
  return after === dump.lines.length ? 99 : after - at - 1;
}
