/** Titles that count through the whole file: "1. …", "2. …", "第三篇 …". */
import { readHead, type ArticleHead } from '../article-head.ts';
import { gapBefore, type DumpText } from '../dump-text.ts';
import type { Layout } from '../layout.ts';
import { numberOf } from '../text-line.ts';
import { titleForm } from '../title-form.ts';
import { phrase } from '../../../../shared/messages/phrase.ts';

interface Link {
  at: number;
  weight: number;
  length: number;
  before: Link | null;
}

const LEAST = 3;

function weightOf(dump: DumpText, at: number): number {
  const line = dump.lines[at];
  const following = dump.lines[dump.next[at] ?? dump.lines.length];
  if (!line || !following || (gapBefore(dump, at) === 0 && dump.habits.spaced)) return 0;
  if (following.ordinal && following.ordinal.style === line.ordinal?.style) return 0;
  const form = titleForm(dump, at);
  if (form < 0.3) return 0;
  const previous = dump.lines[dump.previous[at] ?? -1];
  const described = following.meta !== null || following.byline !== null ? 0.6 : 0;
  const opened = previous?.rule || previous?.teaser || gapBefore(dump, at) >= 2 ? 0.4 : 0;
  return form + described + opened;
}

/** The heaviest chain 1, 2, 3 … of one style; one pass, the best chain so far for each number. */
function heaviestChain(dump: DumpText, candidates: readonly number[]): number[] {
  const best = new Map<number, Link>();
  let top: Link | null = null;
  for (const at of candidates) {
    const number = dump.lines[at]?.ordinal?.number ?? 0;
    const weight = weightOf(dump, at);
    if (weight === 0) continue;
    const before = best.get(number - 1) ?? best.get(number - 2) ?? null;
    if (!before && number > 2) continue;
    const total = weight + (before?.weight ?? 0);
    const known = best.get(number);
    if (known && known.weight >= total) continue;
    const link: Link = { at, weight: total, length: (before?.length ?? 0) + 1, before };
    best.set(number, link);
    if (!top || link.weight > top.weight) top = link;
  }
  const chain: number[] = [];
  for (let link: Link | null = top; link; link = link.before) chain.unshift(link.at);
  return chain;
}

/** One layout for each style of number whose chain is long enough. */
export function findNumberedTitles(
  dump: DumpText,
  skip: readonly [number, number] | null,
): Layout[] {
  const styles = new Map<string, number[]>();
  for (const [at, line] of dump.lines.entries()) {
    if (!line.ordinal || line.code || (skip && at >= skip[0] && at <= skip[1])) continue;
    const lines = styles.get(line.ordinal.style) ?? [];
    lines.push(at);
    styles.set(line.ordinal.style, lines);
  }
  const layouts: Layout[] = [];
  for (const [style, candidates] of styles) {
    const chain = heaviestChain(dump, candidates);
    if (chain.length < LEAST) continue;
    const heads = chain.map((at) => {
      const title = dump.lines[at]?.ordinal?.title ?? '';
      const opening = dump.lines[dump.previous[at] ?? -1]?.rule ? (dump.previous[at] ?? at) : at;
      const head = readHead(dump, opening, at, { title: title.replace(/^\*\*|\*\*$/gu, '') });
      if (dump.lines[at]?.meta) head.metaLines.unshift({ at, kind: 'meta' });
      return head;
    });
    layouts.push({
      id: 'numbered-titles',
      name: phrase('habit.numberedTitles', { example: style.replace('#', '1') }),
      prior: Math.min(0.9, 0.6 + chain.length * 0.03),
      heads,
      reason: phrase('reason.numberedTitle'),
      contents: null,
    });
  }
  return layouts;
}

const ALONE = /^[[(]?(\d{1,3}|[IVXLC]{1,6}|[一二三四五六七八九十百]{1,4})[\])]?[.．、)]?$/u;
const LEAST_ALONE = 4;
const LEAST_FORM = 0.4;

/** Titles under numbers that stand alone on their line and count through the file. */
export function findTitlesUnderNumbers(
  dump: DumpText,
  skip: readonly [number, number] | null,
): Layout[] {
  const heads: ArticleHead[] = [];
  for (const [at, line] of dump.lines.entries()) {
    if (line.code || gapBefore(dump, at) === 0 || (skip && at >= skip[0] && at <= skip[1]))
      continue;
    const digits = ALONE.exec(line.text)?.[1];
    if (digits === undefined || numberOf(digits) !== heads.length + 1) continue;
    const titleAt = dump.next[at] ?? dump.lines.length;
    if (titleForm(dump, titleAt) >= LEAST_FORM) heads.push(readHead(dump, at, titleAt));
  }
  if (heads.length < LEAST_ALONE) return [];
  return [
    {
      id: 'numbered-titles',
      name: phrase('habit.titlesUnderNumbers'),
      prior: 0.85,
      heads,
      reason: phrase('reason.numberOverTitle'),
      contents: null,
    },
  ];
}
