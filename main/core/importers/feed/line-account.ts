/** Accounts for every line of a file of items: each belongs to articles or stands here with a reason. */
import { isDeepStrictEqual } from 'node:util';
import type { LineRange } from '../../../shared/entities.ts';
import type { Phrase } from '../../../shared/messages/phrase.ts';

export type Unassigned = LineRange & { reason: Phrase };

export interface LeftOut extends LineRange {
  reason: Phrase;
}

/**
 * The lines that no article has, in order, from 1 to `lines`. Those of items that were left out
 * carry their reason, all others `elsewhere`. Neighbours with one reason become one range.
 */
export function unassignedLines(
  lines: number,
  articles: readonly LineRange[],
  leftOut: readonly LeftOut[],
  elsewhere: Phrase,
): Unassigned[] {
  const reasons: (Phrase | null)[] = Array.from({ length: lines }, () => elsewhere);
  const mark = ({ startLine, endLine }: LineRange, reason: Phrase | null) => {
    for (let line = startLine; line <= Math.min(endLine, lines); line += 1) {
      reasons[line - 1] = reason;
    }
  };
  for (const item of leftOut) mark(item, item.reason);
  for (const article of articles) mark(article, null);
  return rangesOf(reasons);
}

function rangesOf(reasons: readonly (Phrase | null)[]): Unassigned[] {
  const ranges: Unassigned[] = [];
  for (const [index, reason] of reasons.entries()) {
    if (reason === null) continue;
    const line = index + 1;
    const last = ranges.at(-1);
    if (last?.endLine === line - 1 && isDeepStrictEqual(last.reason, reason)) last.endLine = line;
    else ranges.push({ startLine: line, endLine: line, reason });
  }
  return ranges;
}
