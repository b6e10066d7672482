/** Brings a layout's heads and the teasers' proofs together: what is proven outranks what is guessed. */
import { readHead, type ArticleHead } from './article-head.ts';
import type { DumpText } from './dump-text.ts';
import { hasText } from './empty-ends.ts';
import { lineAfterTeaser, type TeaserProof } from './teaser-proof.ts';
import { titleForm } from './title-form.ts';

export type Standing = 'marked' | 'proven' | 'after-teaser' | 'guessed';

export interface SettledHead {
  head: ArticleHead;
  standing: Standing;
  /** The teaser that ends this article, 0-based; null when none does. */
  teaserAt: number | null;
  cut: boolean;
}

interface Span {
  from: number;
  to: number;
}

/** Spans between a proven title and its teaser that hold no other proven beginning. */
function provenSpans(proofs: readonly TeaserProof[], strong: readonly ArticleHead[]): Span[] {
  return proofs.flatMap((proof) => {
    if (proof.titleAt === null) return [];
    const { titleAt, teaserAt } = proof;
    const next = strong[firstAfter(strong, titleAt)];
    const crossed = next !== undefined && next.titleAt <= teaserAt;
    return crossed ? [] : [{ from: titleAt, to: teaserAt }];
  });
}

/** Index of the first head whose title stands after a line. */
function firstAfter(heads: readonly ArticleHead[], at: number): number {
  let [low, high] = [0, heads.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((heads[middle]?.titleAt ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** True when a line lies in a head that is kept. */
function isHeld(
  heads: readonly ArticleHead[],
  kept: ReadonlyMap<number, SettledHead>,
  at: number,
): boolean {
  const next = firstAfter(heads, at);
  return [heads[next - 1], heads[next]].some(
    (head) =>
      head !== undefined &&
      kept.has(head.titleAt) &&
      head.start <= at &&
      at <= Math.max(head.titleEnd, head.bodyAt - 1),
  );
}

function spanOf(spans: readonly Span[], at: number): Span | null {
  let [low, high] = [0, spans.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (!span) return null;
    if (at < span.from) high = middle - 1;
    else if (at > span.to) low = middle + 1;
    else return span;
  }
  return null;
}

/** Cells: wider lines are an article's text. */
const WIDEST_ASIDE = 160;

/** True when only theme lines, rules and metadata stand between a teaser and a head. */
function followsAtOnce(
  dump: DumpText,
  teaserAt: number,
  head: ArticleHead,
  furniture: ReadonlySet<number>,
): boolean {
  if (head.titleAt <= teaserAt) return false;
  if (head.start <= lineAfterTeaser(dump, teaserAt)) return true;
  let texts = 0;
  for (let at = dump.next[teaserAt] ?? 0; at < head.start; at = dump.next[at] ?? head.start) {
    const line = dump.lines[at];
    const aside = line?.chrome ?? line?.rule ?? line?.meta ?? line?.byline ?? line?.field?.name;
    if (aside == null && !furniture.has(at)) texts += 1;
    if (texts > 2 || (line && line.width > WIDEST_ASIDE)) return false;
  }
  return true;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * The beginnings of all top-level articles, in file order. `sure` says that the layout's heads are
 * explicit marks, which a teaser's proof doesn't overrule; `furniture` are lines that no article begins with.
 */
export function settleHeads(
  dump: DumpText,
  heads: readonly ArticleHead[],
  proofs: readonly TeaserProof[],
  { sure, furniture = NONE }: { sure: boolean; furniture?: ReadonlySet<number> | undefined },
): SettledHead[] {
  const spans = provenSpans(proofs, sure ? heads : []);
  const kept = new Map<number, SettledHead>();
  const add = (head: ArticleHead, standing: Standing): void => {
    if (!kept.has(head.titleAt))
      kept.set(head.titleAt, { head, standing, teaserAt: null, cut: false });
  };
  for (const head of heads) {
    const span = spanOf(spans, head.titleAt);
    if (span && span.from >= head.start && span.from <= Math.max(head.titleEnd, head.bodyAt - 1)) {
      add(head, 'proven');
    } else if (!span) add(head, sure ? 'marked' : 'guessed');
  }
  for (const span of spans) {
    if (!isHeld(heads, kept, span.from)) add(readHead(dump, span.from, span.from), 'proven');
  }
  const settled = [...kept.values()].sort((one, other) => one.head.titleAt - other.head.titleAt);
  return assignTeasers(dump, withHeadsAfter(dump, settled, proofs, furniture), proofs);
}

/** A day is a title only where the day of the article stands under it. */
function couldBeTitle(dump: DumpText, at: number): boolean {
  if (titleForm(dump, at) > 0) return true;
  const under = dump.next[at] ?? dump.lines.length;
  return dump.lines[at]?.meta != null && dump.lines[under]?.meta != null && under - at <= 2;
}

function withHeadsAfter(
  dump: DumpText,
  settled: readonly SettledHead[],
  proofs: readonly TeaserProof[],
  furniture: ReadonlySet<number>,
): SettledHead[] {
  const more: SettledHead[] = [];
  let i = 0;
  for (const proof of proofs) {
    while (i < settled.length && (settled[i]?.head.titleAt ?? 0) <= proof.teaserAt) i += 1;
    const next = settled[i];
    if (next && followsAtOnce(dump, proof.teaserAt, next.head, furniture)) {
      if (next.standing === 'guessed') more.push({ ...next, standing: 'after-teaser' });
      continue;
    }
    let at = lineAfterTeaser(dump, proof.teaserAt);
    while (furniture.has(at)) at = dump.next[at] ?? dump.lines.length;
    if (at >= dump.lines.length || !couldBeTitle(dump, at)) continue;
    // What stands after the last teaser with nothing under it is the page's foot.
    if (!hasText(dump, at, dump.lines.length)) continue;
    const head = readHead(dump, at, at);
    more.push({ head, standing: 'after-teaser', teaserAt: null, cut: false });
  }
  const merged = new Map(settled.map((one) => [one.head.titleAt, one]));
  for (const one of more) merged.set(one.head.titleAt, one);
  return [...merged.values()].sort((one, other) => one.head.titleAt - other.head.titleAt);
}

/** A teaser ends the article it stands in. */
function assignTeasers(
  dump: DumpText,
  settled: readonly SettledHead[],
  proofs: readonly TeaserProof[],
): SettledHead[] {
  let i = 0;
  return settled.map((one, index) => {
    const end = settled[index + 1]?.head.start ?? dump.lines.length;
    let last: TeaserProof | null = null;
    while (i < proofs.length && (proofs[i]?.teaserAt ?? 0) < end) {
      const proof = proofs[i];
      if (proof && proof.teaserAt > one.head.titleAt) last = proof;
      i += 1;
    }
    return last ? { ...one, teaserAt: last.teaserAt, cut: last.kind === 'cut' } : one;
  });
}
