/** A page's own head and foot look like titles; unlike these they have no text under them. */
import type { ArticleHead } from './article-head.ts';
import type { DumpText } from './dump-text.ts';
import { endsAsSentence } from './title-form.ts';

const LEAST_TO_TELL = 4;
const HABIT = 0.8;
/** Cells. */
const LEAST_WIDTH = 60;

/** True when a line of text stands between two lines. */
export function hasText(dump: DumpText, from: number, to: number): boolean {
  for (let at = dump.next[from] ?? to; at < to; at = dump.next[at] ?? to) {
    const line = dump.lines[at];
    if (!line || line.chrome || line.meta) continue;
    if (line.width > LEAST_WIDTH || endsAsSentence(line.text) || line.teaser) return true;
  }
  return false;
}

/** The heads without the first and the last where these have no text and nearly all others do. */
export function withoutEmptyEnds(dump: DumpText, heads: readonly ArticleHead[]): ArticleHead[] {
  const kept = [...heads];
  if (kept.length < LEAST_TO_TELL) return kept;
  const end = (i: number): number => heads[i + 1]?.start ?? dump.lines.length;
  const filled = heads.map((head, i) => hasText(dump, head.titleEnd, end(i)));
  if (filled.filter(Boolean).length < heads.length * HABIT) return kept;
  if (filled.at(-1) === false) kept.pop();
  if (filled[0] === false) kept.shift();
  return kept;
}
