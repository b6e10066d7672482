/** Files that change their habit: one layout up to a line, another one after it. */
import type { ArticleHead } from './article-head.ts';
import type { Layout } from './layout.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

const LEAST_HEADS = 2;
const LEAST_PRIOR = 0.8;
/** Share of the second layout's heads that may fall inside the first's: more means inner headings. */
const MOST_MIXED = 0.15;

function describedShare(heads: readonly ArticleHead[]): number {
  return heads.filter((head) => head.metaLines.length > 0).length / Math.max(1, heads.length);
}

function joined(one: Layout, other: Layout): Layout | null {
  const [first, last] = [one.heads[0], one.heads.at(-1)];
  if (!first || !last) return null;
  const outside = other.heads.filter(
    (head) => head.titleAt < first.start || head.start > Math.max(last.titleEnd, last.bodyAt - 1),
  );
  if (outside.length < LEAST_HEADS || outside.length < one.heads.length * 0.15) return null;
  const inside = other.heads.filter(
    (head) => head.titleAt > first.bodyAt && head.titleAt < last.start && !isHeadOf(one, head),
  );
  if (inside.length > other.heads.length * MOST_MIXED) return null;
  if (other.prior < 0.9 && describedShare(outside) < 0.6) return null;
  const heads = [...one.heads, ...outside].sort((a, b) => a.titleAt - b.titleAt);
  const share = outside.length / heads.length;
  return {
    ...one,
    id: `${one.id}+${other.id}`,
    name: phrase('habit.sequence', { one: one.name, other: other.name }),
    prior: one.prior * (1 - share) + other.prior * share - 0.02,
    reason: phrase('reason.either', { one: one.reason, other: other.reason }),
    heads,
  };
}

function isHeadOf(layout: Layout, head: ArticleHead): boolean {
  let [low, high] = [0, layout.heads.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const own = layout.heads[middle];
    if (!own) return false;
    if (head.titleAt < own.start) high = middle - 1;
    else if (head.titleAt >= own.bodyAt) low = middle + 1;
    else return true;
  }
  return false;
}

/** Pairs of explicit layouts that take turns in the file, as layouts of their own. */
export function sequencesOf(layouts: readonly Layout[]): Layout[] {
  const explicit = layouts.filter(
    (layout) => layout.prior >= LEAST_PRIOR && layout.heads.length >= LEAST_HEADS,
  );
  return explicit.flatMap((one) =>
    explicit.flatMap((other) => {
      const sequence = one === other ? null : joined(one, other);
      return sequence ? [sequence] : [];
    }),
  );
}
