/**
 * Drops heads that differ from the file's habit in several ways at once: an inner heading of the
 * same form as the titles stands after one blank line without a date, where titles stand after
 * three with one.
 */
import type { ArticleHead } from './article-head.ts';
import { gapBefore, type DumpText } from './dump-text.ts';

const LEAST = 5;
const HABIT = 0.75;
const TOO_MANY = 0.9;

/** Tells nothing for or against a head. */
const ANY = 'any';
/** Where most heads are bare, a date under one is its own affair. */
const BARE = 'bare';

interface Trait {
  weight: number;
  of: (dump: DumpText, head: ArticleHead) => string;
}

const TRAITS: readonly Trait[] = [
  { weight: 0.5, of: dateShape },
  { weight: 0.9, of: (dump, head) => `level ${dump.lines[head.titleAt]?.heading?.level ?? 0}` },
  {
    weight: 0.55,
    of: (_, head) => (head.metaLines.some((line) => line.kind !== 'chrome') ? 'described' : BARE),
  },
  {
    weight: 0.4,
    of: (dump, head) => {
      const gap = gapBefore(dump, head.start);
      return gap >= 90 ? ANY : String(Math.min(gap, 4));
    },
  },
  {
    weight: 0.6,
    of: (dump, head) => {
      if (dump.lines[head.start]?.rule) return 'ruled';
      return dump.lines[dump.previous[head.start] ?? -1]?.rule ? 'ruled' : 'unruled';
    },
  },
  { weight: 0.3, of: (dump, head) => String((dump.next[head.titleEnd] ?? 0) - head.titleEnd) },
];

/** How the date of a head is written: "a 0, 0" for "March 3, 2021". */
function dateShape(dump: DumpText, head: ArticleHead): string {
  const line = head.metaLines.find((meta) => meta.kind === 'meta');
  const text = line === undefined ? null : dump.lines[line.at]?.meta?.dateText;
  return text?.replace(/[\p{L}\p{M}]+/gu, 'a').replace(/\p{N}+/gu, '0') ?? ANY;
}

/** The heads that keep to the habits of most; all of them where there are too few to tell. */
export function consistentHeads(dump: DumpText, heads: readonly ArticleHead[]): ArticleHead[] {
  if (heads.length < LEAST) return [...heads];
  const habits = TRAITS.map((trait) => {
    const counts = new Map<string, number>();
    for (const head of heads) {
      const value = trait.of(dump, head);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const [value, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    return count >= heads.length * HABIT && value !== ANY && value !== BARE
      ? { trait, value }
      : null;
  });
  return heads.filter((head, i) => {
    if (i === 0) return true;
    const before = dump.lines[dump.previous[head.start] ?? -1];
    if (before?.teaser) return true;
    let strange = 0;
    for (const habit of habits) {
      const value = habit?.trait.of(dump, head);
      if (habit && value !== habit.value && value !== ANY) strange += habit.trait.weight;
    }
    return strange < TOO_MANY;
  });
}
