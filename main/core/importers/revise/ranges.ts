/** Lists of line ranges: sorted, not overlapping, 1-based and inclusive. */
import type { LineRange } from '../../../shared/entities.ts';

/** What of the ranges lies between two lines. */
export function clip(ranges: readonly LineRange[], from: number, to: number): LineRange[] {
  return ranges
    .map(({ startLine, endLine }) => ({
      startLine: Math.max(startLine, from),
      endLine: Math.min(endLine, to),
    }))
    .filter(({ startLine, endLine }) => startLine <= endLine);
}

/** Those that begin between two lines, cut at the second. */
export function clipSections<S extends LineRange>(
  sections: readonly S[],
  from: number,
  to: number,
): S[] {
  return sections
    .filter(({ startLine }) => startLine >= from && startLine <= to)
    .map((section) => ({ ...section, endLine: Math.min(section.endLine, to) }));
}

export function withRange(ranges: readonly LineRange[], added: LineRange): LineRange[] {
  const sorted = [...ranges, added].sort((one, other) => one.startLine - other.startLine);
  const joined: LineRange[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && range.startLine <= last.endLine + 1) {
      last.endLine = Math.max(last.endLine, range.endLine);
    } else joined.push({ ...range });
  }
  return joined;
}

/** The ranges without the lines of others. */
export function subtract(ranges: readonly LineRange[], removed: readonly LineRange[]): LineRange[] {
  return removed.reduce<LineRange[]>(
    (left, hole) =>
      left.flatMap((range) => [
        ...clip([range], range.startLine, hole.startLine - 1),
        ...clip([range], hole.endLine + 1, range.endLine),
      ]),
    [...ranges],
  );
}
