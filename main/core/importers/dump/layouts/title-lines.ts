/**
 * Where nothing marks the articles: titles known by a teaser that repeats them, by standing after
 * a teaser, and by their form, measured against the titles that are proven.
 */
import { readHead, type ArticleHead } from '../article-head.ts';
import { readDateline } from '../dateline.ts';
import { gapBefore, type DumpText } from '../dump-text.ts';
import { leadingHead } from '../leading-article.ts';
import type { Layout } from '../layout.ts';
import { BOLD_MARK } from '../rule-line.ts';
import { lineAfterTeaser, type TeaserProof } from '../teaser-proof.ts';
import { titleForm, wordCount } from '../title-form.ts';
import { titleKey, type TitlePlaces } from '../title-key.ts';
import { phrase } from '../../../../shared/messages/phrase.ts';

const SURE_FORM = 0.62;

interface Measure {
  leastForm: number;
  leastWords: number;
  mostWidth: number;
}

/** What the proven titles have in common; a cautious guess where none is proven. */
function measureOf(dump: DumpText, proven: readonly number[]): Measure {
  if (proven.length < 3) return { leastForm: SURE_FORM, leastWords: 3, mostWidth: 150 };
  const forms = proven.map((at) => titleForm(dump, at)).sort((a, b) => a - b);
  const words = proven.map((at) => wordCount(dump.lines[at]?.text ?? '')).sort((a, b) => a - b);
  const widths = proven.map((at) => dump.lines[at]?.width ?? 0).sort((a, b) => a - b);
  const low = Math.floor(proven.length * 0.1);
  return {
    leastForm: Math.max(0.5, Math.min(0.7, (forms[low] ?? SURE_FORM) - 0.08)),
    leastWords: Math.max(2, (words[low] ?? 4) * 0.6),
    mostWidth: (widths.at(-1) ?? 120) * 1.3,
  };
}

function startsReport(dump: DumpText, titleAt: number): boolean {
  const body = dump.lines[dump.next[titleAt] ?? dump.lines.length];
  return body !== undefined && readDateline(body.text) !== null;
}

/** The form of a line with its length: titles say more than inner headings do. */
function likeness(dump: DumpText, at: number): number {
  const line = dump.lines[at];
  if (!line) return 0;
  const words = Math.min(8, wordCount(line.text)) / 8;
  return titleForm(dump, at) + words * 0.6 + Math.min(100, line.width) * 0.0035;
}

const LEAST_LESSONS = 3;

/**
 * Lines of a title's form inside proven articles are inner headings: what is no better than most of
 * them isn't a title. Guesses that far outnumber the proven titles are cut down to the best.
 */
function likeliest(
  dump: DumpText,
  guessed: readonly number[],
  inside: readonly number[],
  most: number,
): number[] {
  const lessons = inside.map((at) => likeness(dump, at)).sort((a, b) => a - b);
  const bar =
    lessons.length < LEAST_LESSONS ? 0 : (lessons[Math.floor(lessons.length * 0.75)] ?? 0);
  const kept = guessed.filter((at) => likeness(dump, at) >= bar);
  if (kept.length <= most) return kept;
  const ranked = kept.map((at) => likeness(dump, at)).sort((a, b) => b - a);
  const least = ranked[Math.ceil(most)] ?? 0;
  return kept.filter((at) => likeness(dump, at) > least);
}

const LEAST_UNPROVEN = 3;
const LEAST_MEDIAN_WORDS = 5;
const LEAST_SEGMENT = 1000;

/** Without any proof, short headings close to each other are the parts of one article. */
function couldBeArticles(dump: DumpText, places: readonly number[]): boolean {
  const words = places.map((at) => wordCount(dump.lines[at]?.text ?? '')).sort((a, b) => a - b);
  const size = dump.lines.reduce((sum, line) => sum + line.width, 0);
  const median = words[words.length >> 1] ?? 0;
  if (places.length < LEAST_UNPROVEN) return false;
  return median >= LEAST_MEDIAN_WORDS && size / places.length >= LEAST_SEGMENT;
}

/** Lines of a title's form that no proof speaks for. */
function guess(dump: DumpText, titles: TitlePlaces, sure: ReadonlySet<number>): number[] {
  const measure = measureOf(dump, [...sure]);
  const guessed: number[] = [];
  for (const [at, line] of dump.lines.entries()) {
    if (sure.has(at) || line.text === '' || line.width > measure.mostWidth) continue;
    if (
      line.heading ||
      line.ordinal ||
      line.framed?.mark === BOLD_MARK ||
      (dump.habits.spaced && gapBefore(dump, at) === 0)
    )
      continue;
    if (titleForm(dump, at) < measure.leastForm || wordCount(line.text) < measure.leastWords)
      continue;
    // What stands twice in the file is furniture or a heading of parts.
    if ((titles.get(titleKey(line.text))?.length ?? 1) < 2) guessed.push(at);
  }
  return guessed;
}

function insideProven(proofs: readonly TeaserProof[], places: readonly number[]): Set<number> {
  const inside = new Set<number>();
  let i = 0;
  for (const { titleAt, teaserAt } of proofs) {
    if (titleAt === null) continue;
    while (i < places.length && (places[i] ?? 0) <= titleAt) i += 1;
    for (; i < places.length && (places[i] ?? 0) < teaserAt; i += 1) inside.add(places[i] ?? -1);
  }
  return inside;
}

const QUESTION = /[?？؟;][”"’»」』]*$/u;

/** Questions that follow each other, or that stand right under a title, are those of an interview. */
function withoutInterviews(
  dump: DumpText,
  sure: ReadonlySet<number>,
  places: readonly number[],
): number[] {
  const sorted = [...places].sort((a, b) => a - b);
  const asks = (at: number | undefined): boolean =>
    at !== undefined && !sure.has(at) && QUESTION.test(dump.lines[at]?.text ?? '');
  return sorted.filter((at, i) => {
    if (!asks(at)) return true;
    const over = sorted[i - 1];
    return !asks(over) && !asks(sorted[i + 1]) && dump.previous[at] !== over;
  });
}

/** At most one layout, from proofs and form together. */
export function findTitleLines(
  dump: DumpText,
  titles: TitlePlaces,
  proofs: readonly TeaserProof[],
): Layout[] {
  const titled = proofs.flatMap((proof) => (proof.titleAt === null ? [] : [proof.titleAt]));
  const after = proofs
    .map((proof) => lineAfterTeaser(dump, proof.teaserAt))
    .filter((at) => titleForm(dump, at) > 0);
  const sure = new Set([...titled, ...after]);
  const all = guess(dump, titles, sure);
  const inside = insideProven(proofs, all);
  const reports = new Set(all.filter((at) => startsReport(dump, at)));
  const lessons = [...inside].filter((at) => !reports.has(at));
  const outside = all.filter((at) => !inside.has(at));
  // Teasers that name their titles prove both the cut post and the one after it.
  const share = titled.length > 0 ? 1 : 2;
  const most = sure.size < 4 ? Infinity : sure.size * share;
  const guessed = likeliest(dump, outside, lessons, most);
  const sureReports = [...sure].filter((at) => startsReport(dump, at)).length;
  const habit =
    sure.size >= 2 ? sureReports >= sure.size * 0.4 : reports.size >= guessed.length * 0.6;
  const first = dump.lines[0]?.text === '' ? (dump.next[0] ?? 0) : 0;
  const kept = guessed.filter((at) => habit || !reports.has(at) || at === first);
  const places = withoutInterviews(dump, sure, [...sure, ...kept]);
  if (places.length === 0 || (sure.size < 2 && !couldBeArticles(dump, places))) return [];
  const heads: ArticleHead[] = places.map((at) => readHead(dump, at, at));
  const leading = leadingHead(dump, heads);
  if (leading) heads.unshift(leading);
  return [
    {
      id: 'title-lines',
      name: phrase('habit.titleLines'),
      prior: sure.size >= 2 ? 0.6 : 0.4,
      heads,
      reason: phrase('reason.titleLine'),
      contents: null,
    },
  ];
}
