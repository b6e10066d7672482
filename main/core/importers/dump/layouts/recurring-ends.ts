/** Articles that all end with the same short line: "(END)", "Back to top", the initials of a desk. */
import { readHead, type ArticleHead } from '../article-head.ts';
import { gapBefore, type DumpText } from '../dump-text.ts';
import type { Layout } from '../layout.ts';
import { cannotBeTitle, endsAsSentence, textForm } from '../title-form.ts';

const LEAST = 3;
/** In cells. */
const WIDEST_END = 40;
/** Of one article, and of all on the average, in cells. */
const LEAST_ARTICLE = 60;
const LEAST_MEAN = 200;
const TALLEST_HEAD = 4;
const LEAST_FORM = 0.4;
/** Share of the ends that a title has to follow. */
const HABIT = 0.8;

function keyOf(text: string): string {
  return text.replace(/\p{Nd}+/gu, '#').toLowerCase();
}

/** Lines by what they say, numbers aside, where they say it often enough. */
function recurringLines(dump: DumpText): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, line] of dump.lines.entries()) {
    if (line.text === '' || line.rule || line.code || line.width > WIDEST_END) continue;
    if (line.meta || line.teaser || !/\p{L}/u.test(line.text)) continue;
    const key = keyOf(line.text);
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  }
  return new Map([...places].filter(([, lines]) => lines.length >= LEAST));
}

/** The likest to a title among the first lines of a block; the later of equals: labels stand over it. */
function titleInBlock(dump: DumpText, first: number): number | null {
  let best: { at: number; form: number } | null = null;
  let last = first;
  while (last < first + TALLEST_HEAD && (dump.lines[last + 1]?.text ?? '') !== '') last += 1;
  // Lines that end in a sentence are a paragraph.
  if (last - first >= TALLEST_HEAD || endsAsSentence(dump.lines[last]?.text ?? '')) return null;
  for (let at = first; at <= last; at += 1) {
    const line = dump.lines[at];
    if (!line) break;
    if (cannotBeTitle(line) || endsAsSentence(line.text)) continue;
    const form = textForm(dump, line) - (line.meta === null ? 0 : 0.3);
    if (best === null || form >= best.form) best = { at, form };
  }
  return best !== null && best.form >= LEAST_FORM ? best.at : null;
}

function isFarApart(dump: DumpText, ends: readonly number[]): boolean {
  const sizes = ends.map((end, nth) => {
    let cells = 0;
    for (let at = (ends[nth - 1] ?? -1) + 1; at < end; at += 1) cells += dump.lines[at]?.width ?? 0;
    return cells;
  });
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return all >= ends.length * LEAST_MEAN && sizes.every((size) => size >= LEAST_ARTICLE);
}

function headsBetween(dump: DumpText, ends: readonly number[]): ArticleHead[] {
  const heads: ArticleHead[] = [];
  for (const end of [-1, ...ends]) {
    const start = end === -1 && dump.lines[0]?.text !== '' ? 0 : (dump.next[Math.max(0, end)] ?? 0);
    if (start >= dump.lines.length || (end !== -1 && gapBefore(dump, start) === 0)) continue;
    const titleAt = titleInBlock(dump, start);
    if (titleAt !== null) heads.push(readHead(dump, start, titleAt));
  }
  return heads;
}

/** One layout for each line that ends articles. */
export function findRecurringEnds(dump: DumpText): Layout[] {
  const recurring = recurringLines(dump);
  const layouts: Layout[] = [];
  for (const ends of recurring.values()) {
    const text = dump.lines[ends[0] ?? 0]?.text ?? '';
    const follows = ends.map((end) => dump.lines[dump.next[end] ?? dump.lines.length]);
    const again = follows.filter((line) => line !== undefined && recurring.has(keyOf(line.text)));
    if (again.length > ends.length * (1 - HABIT) || !isFarApart(dump, ends)) continue;
    const heads = headsBetween(dump, ends);
    if (heads.length < LEAST || heads.length < ends.length * HABIT) continue;
    layouts.push({
      id: 'recurring-ends',
      name: `articles that end with “${text}”`,
      prior: 0.8,
      heads,
      reason: `it stands after “${text}”, which ends the articles of this file`,
      contents: null,
    });
  }
  return layouts;
}
