/**
 * Scores each layout by how consistently it explains the whole file: what independent marks of a
 * beginning it accounts for, how many of its own beginnings look like one, how evenly it cuts.
 */
import type { ArticleHead } from './article-head.ts';
import type { DumpText } from './dump-text.ts';
import type { Layout } from './layout.ts';
import { lineAfterTeaser, type TeaserProof } from './teaser-proof.ts';
import { endsAsSentence, textForm, titleForm } from './title-form.ts';
import { titleKey } from './title-key.ts';

interface Mark {
  at: number;
  weight: number;
  /** It marks the title itself, not a line near it. */
  exact?: true;
}

export interface ScoredLayout {
  layout: Layout;
  score: number;
}

/** Lines where an article evidently begins, whatever the layout. */
export function beginningMarks(dump: DumpText, proofs: readonly TeaserProof[]): Mark[] {
  const marks: Mark[] = [];
  const repeated = repeatedTitles(dump);
  for (const [at, line] of dump.lines.entries()) {
    if (line.text === '' || line.code || line.rule) continue;
    if (line.counter && line.counter.total !== null) marks.push({ at, weight: 1 });
    else if (line.field?.name === 'title' && line.field.value !== '') {
      if (!repeated.has(at)) marks.push({ at, weight: 1 });
    } else if (line.meta && besideTitle(dump, at)) marks.push({ at, weight: 0.7 });
  }
  for (const proof of proofs) {
    if (proof.titleAt !== null) marks.push({ at: proof.titleAt, weight: 1.5 });
    const at = lineAfterTeaser(dump, proof.teaserAt);
    if (at < dump.lines.length) marks.push({ at, weight: 1 });
  }
  return marks.sort((one, other) => one.at - other.at);
}

/** Fields that say a title again which stands over its text already. */
function repeatedTitles(dump: DumpText): Set<number> {
  const fields = new Map<string, number>();
  for (const [at, line] of dump.lines.entries()) {
    if (line.field?.name === 'title' && line.field.value !== '') fields.set(line.field.value, at);
  }
  const repeated = new Set<number>();
  if (fields.size === 0) return repeated;
  for (const [at, line] of dump.lines.entries()) {
    const field = fields.get(line.text);
    if (field !== undefined && field > at) repeated.add(field);
  }
  return repeated;
}

/** A date line counts when a title-like line stands right over or under it. */
function besideTitle(dump: DumpText, at: number): boolean {
  const [over, under] = [dump.previous[at] ?? -1, dump.next[at] ?? dump.lines.length];
  return (
    (at - over <= 2 && titleForm(dump, over) >= 0.55) ||
    (under - at <= 2 && titleForm(dump, under) >= 0.55)
  );
}

const NEAR = 3;
/** A few marks in a file may be chance: this weight of them is taken as explained by any layout. */
const UNSEEN = 3;

function isMarked(head: ArticleHead, { at, exact }: Mark): boolean {
  if (exact) return at >= head.titleAt && at <= head.titleEnd;
  return at >= head.start - NEAR && at <= Math.max(head.titleEnd + 1, head.bodyAt - 1);
}

/** Weight of the marks inside heads, over all; and which heads have one. */
function explained(
  heads: readonly ArticleHead[],
  marks: readonly Mark[],
): { recall: number; marked: Set<ArticleHead> } {
  const marked = new Set<ArticleHead>();
  let [all, hit, i] = [0, 0, 0];
  for (const mark of marks) {
    all += mark.weight;
    while (i + 1 < heads.length && (heads[i + 1]?.start ?? 0) <= mark.at) i += 1;
    const inside = [heads[i], heads[i + 1]].find((head) => head && isMarked(head, mark));
    if (!inside) continue;
    hit += mark.weight;
    marked.add(inside);
  }
  return { recall: (hit + UNSEEN) / (all + UNSEEN), marked };
}

function evenness(dump: DumpText, heads: readonly ArticleHead[]): number {
  const total = dump.lines.length;
  const first = heads[0]?.start ?? total;
  const lengths = heads.map((head, i) => (heads[i + 1]?.start ?? total) - head.start);
  // Not spread over the stack: there can be hundreds of thousands.
  const longest = lengths.reduce((most, length) => Math.max(most, length), first) / total;
  const empty = heads.filter((head, i) => head.bodyAt >= (heads[i + 1]?.start ?? total)).length;
  const fair = Math.min(1, 2.5 / heads.length + 0.15);
  return Math.max(0, 1 - Math.max(0, longest - fair)) * (1 - empty / heads.length);
}

function scoreOf(dump: DumpText, layout: Layout, marks: readonly Mark[]): number {
  const { heads } = layout;
  if (heads.length < 2) return 0;
  const { recall, marked } = explained(heads, marks);
  const anyMarks = marked.size >= Math.max(2, heads.length * 0.3);
  const support = heads.map((head) => {
    const line = dump.lines[head.titleAt];
    const form = head.title === '' || !line ? 0 : Math.max(textForm(dump, line), headForm(head));
    if (layout.supported?.has(head.titleAt)) return 1;
    return marked.has(head) ? 1 : anyMarks ? form * 0.6 : form;
  });
  const precision =
    (support.reduce((sum, value) => sum + value, 0) / heads.length) * distinct(heads);
  const prior = layout.prior * (1 - 0.5 / heads.length);
  const fit = evenness(dump, heads) * sizeFit(dump, heads);
  const parts = headless(dump, heads) && layout.prior < 0.9 && marked.size < heads.length * 0.3;
  const whole = coverage(dump, layout) * (parts ? PARTS : 1);
  return (prior * 0.4 + precision * 0.3 + recall * 0.3) * (0.5 + 0.5 * fit) * whole;
}

/** Heads without marks after a title and its text are inner headings of one article. */
const PARTS = 0.6;
const FREE_START = 0.05;

/** Share of the file from the first head on; a preamble and a table of contents are free. */
function coverage(dump: DumpText, layout: Layout): number {
  const start = layout.heads[0]?.start ?? 0;
  const listed = layout.contents && layout.contents[0] < start ? layout.contents[1] : 0;
  const left = Math.max(0, start - Math.max(listed, 6)) / dump.lines.length;
  return 1 - Math.max(0, left - FREE_START) * 0.9;
}

/**
 * How much the heads look like titles of articles and not of their parts, which recur
 * ("Conclusion").
 */
function distinct(heads: readonly ArticleHead[]): number {
  // "612 words" and "96 words" are no two titles.
  const titles = new Set(heads.map((head) => titleKey(head.title.replace(/\p{Nd}+/gu, ''))));
  return Math.min(1, titles.size / heads.length + 0.05);
}

const LEAST_PROSE = 240;

/** True when the file begins with text of its own before the first head. */
function headless(dump: DumpText, heads: readonly ArticleHead[]): boolean {
  const start = heads[0]?.start ?? 0;
  let prose = 0;
  for (let at = 0; at < start && prose < LEAST_PROSE; at += 1) {
    const line = dump.lines[at];
    if (line && (line.width > 60 || endsAsSentence(line.text))) prose += line.width;
  }
  return prose >= LEAST_PROSE;
}

const LONG_ARTICLE = 15_000;
const SHORT_ARTICLE = 250;

/** Articles of a book's length, or of a line's, are seldom what a dump holds: 0..1. */
function sizeFit(dump: DumpText, heads: readonly ArticleHead[]): number {
  const from = heads[0]?.start ?? 0;
  let size = 0;
  for (let at = from; at < dump.lines.length; at += 1) size += dump.lines[at]?.width ?? 0;
  const mean = size / heads.length;
  if (mean > LONG_ARTICLE) return Math.max(0, 1 - Math.log2(mean / LONG_ARTICLE) * 0.3);
  return mean < SHORT_ARTICLE ? Math.max(0, 1 - Math.log2(SHORT_ARTICLE / mean) * 0.4) : 1;
}

function headForm(head: ArticleHead): number {
  return head.metaLines.length > 0 ? 0.85 : 0;
}

/** What the records of the file tell: the titles that one of its layouts has evidence for. */
function recordMarks(layouts: readonly Layout[]): Mark[] {
  const known = layouts.find((layout) => layout.supported !== undefined)?.supported;
  return [...(known ?? [])].map((at) => ({ at, weight: 0.7, exact: true }));
}

/** Best first. Layouts with fewer than two heads score 0. */
export function rankLayouts(
  dump: DumpText,
  layouts: readonly Layout[],
  proofs: readonly TeaserProof[],
): ScoredLayout[] {
  const marks = [...beginningMarks(dump, proofs), ...recordMarks(layouts)];
  marks.sort((one, other) => one.at - other.at);
  return layouts
    .map((layout) => ({ layout, score: scoreOf(dump, layout, marks) }))
    .sort((one, other) => other.score - one.score);
}
