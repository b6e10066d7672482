/** Articles set apart by more blank lines than paragraphs are, or by page breaks. */
import { readHead, titleAfter, type ArticleHead } from '../article-head.ts';
import { gapBefore, type DumpText } from '../dump-text.ts';
import type { Layout } from '../layout.ts';
import { leadingHead } from '../leading-article.ts';
import { titleForm } from '../title-form.ts';
import { phrase } from '../../../../shared/messages/phrase.ts';

const WIDEST_GAP = 8;

function headsAfter(dump: DumpText, starts: readonly number[], leastForm: number): ArticleHead[] {
  const heads: ArticleHead[] = [];
  for (const start of starts) {
    const titleAt = titleAfter(dump, start - 1);
    if (titleAt === null || titleForm(dump, titleAt) < leastForm) continue;
    if (heads.at(-1)?.titleAt !== titleAt) heads.push(readHead(dump, start, titleAt));
  }
  const leading = leadingHead(dump, heads);
  return leading ? [leading, ...heads] : heads;
}

/** One layout for each width of gap that occurs at least twice and is wider than a paragraph's. */
export function findBlankGaps(dump: DumpText): Layout[] {
  const counts = new Map<number, number[]>();
  for (const [at, line] of dump.lines.entries()) {
    if (line.text === '') continue;
    const gap = Math.min(WIDEST_GAP, gapBefore(dump, at));
    for (let width = 1; width <= gap; width += 1) {
      const starts = counts.get(width) ?? [];
      starts.push(at);
      counts.set(width, starts);
    }
  }
  const texts = dump.lines.filter((line) => line.text !== '').length;
  const layouts: Layout[] = [];
  let last = -1;
  for (const [width, starts] of [...counts].sort(([one], [other]) => other - one)) {
    if (starts.length < 3 || starts.length === last) continue;
    last = starts.length;
    // A gap after every third line is how paragraphs are set, not articles.
    if (starts.length > texts * 0.3 && width === 1) continue;
    const heads = headsAfter(dump, starts, width >= 3 ? 0.15 : 0.4);
    const share = heads.length / starts.length;
    if (heads.length < 2 || share < 0.4) continue;
    layouts.push({
      id: 'blank-gaps',
      name: phrase('habit.blankGaps', { width }),
      prior: (width >= 3 ? 0.8 : width === 2 ? 0.72 : 0.5) * (0.5 + share / 2),
      heads,
      reason: phrase('reason.blankGaps', { width }),
      contents: null,
    });
  }
  return layouts;
}

/** Page breaks (form feeds), each before a title. */
export function findPageBreaks(dump: DumpText): Layout[] {
  const starts: number[] = [];
  for (const [at, line] of dump.lines.entries()) {
    if (!line.formFeed) continue;
    const start = line.text === '' ? (dump.next[at] ?? dump.lines.length) : at;
    if (start < dump.lines.length && starts.at(-1) !== start) starts.push(start);
  }
  const heads = headsAfter(dump, starts, 0.2);
  const share = heads.length / Math.max(1, starts.length);
  if (heads.length < 2 || share < 0.5) return [];
  return [
    {
      id: 'page-breaks',
      name: phrase('habit.pageBreaks'),
      prior: 0.9 * share,
      heads,
      reason: phrase('reason.pageBreak'),
      contents: null,
    },
  ];
}
