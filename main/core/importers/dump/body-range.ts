/** Which lines of an article are reading text: not the theme's lines and rules around it. */
import type { MetaLine } from './article-head.ts';
import type { DumpText } from './dump-text.ts';

export interface BodyRange {
  /** First and last line of text, 0-based; `last < first` when there is none. */
  first: number;
  last: number;
  /** Theme lines under the text that tell something ("Posted in Politics"). */
  footLines: MetaLine[];
}

const LONGEST_FOOT = 14;
const NONE: ReadonlySet<number> = new Set();

function isFoot(dump: DumpText, at: number, furniture: ReadonlySet<number>): boolean {
  const line = dump.lines[at];
  if (!line || line.code) return false;
  if (furniture.has(at)) return true;
  if (line.rule) return true;
  if (line.chrome && line.chrome !== 'related') return true;
  const name = line.field?.name;
  return name === 'tags' || name === 'category' || name === 'url';
}

/** The text between the head of an article and the theme's lines at its foot. */
export function readBodyRange(
  dump: DumpText,
  bodyAt: number,
  end: number,
  furniture: ReadonlySet<number> = NONE,
): BodyRange {
  let first = bodyAt;
  while (first <= end && dump.lines[first]?.text === '') first += 1;
  let last = end;
  while (last >= first && dump.lines[last]?.text === '') last -= 1;
  const footLines: MetaLine[] = [];
  for (
    let step = 0;
    step < LONGEST_FOOT && last >= first && isFoot(dump, last, furniture);
    step += 1
  ) {
    footLines.unshift({ at: last, kind: 'chrome' });
    last = Math.max(dump.previous[last] ?? -1, first - 1);
  }
  return { first, last, footLines };
}
