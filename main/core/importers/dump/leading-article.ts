/** Where separators stand between articles, the first article has none before it. */
import { readHead, titleAfter, type ArticleHead } from './article-head.ts';
import type { DumpText } from './dump-text.ts';
import { endsAsSentence, titleForm } from './title-form.ts';

const LEAST_PROSE = 240;

/** Cells of text between two lines, counted up to a number. */
function proseBetween(dump: DumpText, from: number, end: number, enough: number): number {
  let prose = 0;
  for (let at = from + 1; at < end && prose < enough; at += 1) {
    const line = dump.lines[at];
    if (line && (line.width > 60 || endsAsSentence(line.text))) prose += line.width;
  }
  return prose;
}

/** What the first article must have of text: no more than half of what is usual in the file. */
function leastProse(dump: DumpText, heads: readonly ArticleHead[]): number {
  const sizes = heads.map((head, i) =>
    proseBetween(dump, head.titleAt, heads[i + 1]?.start ?? dump.lines.length, LEAST_PROSE * 2),
  );
  sizes.sort((one, other) => one - other);
  return Math.min(LEAST_PROSE, (sizes[sizes.length >> 1] ?? 0) / 2);
}

/** The head of an article that begins the file before the others; null for a mere preamble. */
export function leadingHead(dump: DumpText, heads: readonly ArticleHead[]): ArticleHead | null {
  const end = heads[0]?.start ?? 0;
  const first = dump.lines[0]?.text === '' ? (dump.next[0] ?? 0) : 0;
  if (first >= end) return null;
  const titleAt = titleAfter(dump, -1) ?? first;
  if (titleAt >= end || titleForm(dump, titleAt) < 0.35) return null;
  const head = readHead(dump, first, titleAt, { limit: end });
  const least = isAlike(head, heads) ? leastProse(dump, heads) : LEAST_PROSE;
  return proseBetween(dump, titleAt, end, LEAST_PROSE) >= Math.max(1, least) ? head : null;
}

/** As described as most of the others: with a date or a byline where they have one. */
function isAlike(head: ArticleHead, heads: readonly ArticleHead[]): boolean {
  const described = heads.filter((one) => one.metaLines.length > 0).length;
  return head.metaLines.length > 0 === described > heads.length / 2;
}
