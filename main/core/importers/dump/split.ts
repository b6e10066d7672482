/**
 * Splits a dump into its articles. Candidate layouts are scored on the whole file, teasers' proofs
 * are laid over the best, and every line ends up in exactly one article or unassigned range.
 */
import type { DumpSplit } from './article.ts';
import { assembleSplit } from './assemble-split.ts';
import { beginningMarks, rankLayouts } from './choose-layout.ts';
import { consistentHeads } from './consistent-heads.ts';
import { readDumpText, type DumpText } from './dump-text.ts';
import type { Layout } from './layout.ts';
import { sequencesOf } from './layout-sequence.ts';
import { findBlankGaps, findPageBreaks } from './layouts/blank-gaps.ts';
import { contentsLayout, findContents } from './layouts/contents-list.ts';
import { findCounters } from './layouts/counters.ts';
import { findDateLedTitles } from './layouts/date-led-titles.ts';
import { findDescribedTitles } from './layouts/described-titles.ts';
import { findHeaderBlocks } from './layouts/header-blocks.ts';
import { findMarkdownHeadings } from './layouts/markdown-headings.ts';
import { findNumberedTitles, findTitlesUnderNumbers } from './layouts/numbered-titles.ts';
import { findRecords } from './layouts/records.ts';
import { findReports } from './layouts/reports.ts';
import { findRuledTitles } from './layouts/ruled-titles.ts';
import { findTitleLines } from './layouts/title-lines.ts';
import { withoutEmptyEnds } from './empty-ends.ts';
import { withoutCitations, withoutNumbers } from './numbered-heads.ts';
import { settleHeads, type SettledHead } from './settle-heads.ts';
import { singleArticle } from './single-article.ts';
import { proveByTeasers, type TeaserProof } from './teaser-proof.ts';
import { indexTitles, type TitlePlaces } from './title-key.ts';

export type { Dateline, DumpArticle, DumpSplit, LineRange, PublishedDate } from './article.ts';

const LEAST_SCORE = 0.5;
const LEAST_PROVEN_SCORE = 0.2;
const SURE_PRIOR = 0.8;

export function allLayouts(
  dump: DumpText,
  titles: TitlePlaces,
  proofs: readonly TeaserProof[],
): Layout[] {
  const contents = findContents(dump, titles);
  const skip: readonly [number, number] | null = contents ? [contents.first, contents.last] : null;
  const found = [
    ...(contents ? [contentsLayout(dump, contents)] : []),
    ...findHeaderBlocks(dump),
    ...findRuledTitles(dump),
    ...findMarkdownHeadings(dump),
    ...findCounters(dump),
    ...findNumberedTitles(dump, skip),
    ...findTitlesUnderNumbers(dump, skip),
    ...findPageBreaks(dump),
    ...findDescribedTitles(dump),
    ...findDateLedTitles(dump),
    ...(proofs.length < 2 ? findReports(dump) : []),
    ...findBlankGaps(dump),
    ...findRecords(dump, proofs),
    ...findTitleLines(dump, titles, proofs),
  ];
  const layouts = found.map((layout) => {
    const outside = skip
      ? layout.heads.filter((head) => head.titleAt < skip[0] || head.titleAt > skip[1])
      : layout.heads;
    return {
      ...layout,
      contents: skip,
      heads: withoutCitations(
        withoutNumbers(dump, withoutEmptyEnds(dump, consistentHeads(dump, outside))),
      ),
    };
  });
  return [...layouts, ...sequencesOf(layouts)];
}

/** One front matter, at the top of the file, is that of one article, whatever its headings are. */
function hasOneFrontMatter(dump: DumpText, layouts: readonly Layout[]): boolean {
  const blocks = layouts.find((layout) => layout.id === 'header-blocks');
  const [head] = blocks?.heads ?? [];
  const first = dump.lines[0]?.rule?.mark;
  return blocks?.heads.length === 1 && head?.start === 0 && (first === '-' || first === '+');
}

/** Splits a dump. `lines` are as split on line ends; an empty file gives no articles. */
export function splitDump(
  lines: readonly string[],
  options: { fileName?: string; markdown?: boolean } = {},
): DumpSplit {
  const dump = readDumpText(lines, options);
  const titles = indexTitles(dump);
  const proofs = proveByTeasers(dump, titles);
  const layouts = allLayouts(dump, titles, proofs);
  if (proofs.length < 2 && hasOneFrontMatter(dump, layouts)) return singleArticle(dump);
  const ranked = rankLayouts(dump, layouts, proofs);
  const best = ranked[0];
  const least = proofs.length >= 2 ? LEAST_PROVEN_SCORE : LEAST_SCORE;
  if (!best || best.score < least) return singleArticle(dump);
  const { layout, score } = best;
  const settled: SettledHead[] = settleHeads(dump, layout.heads, proofs, {
    sure: layout.prior >= SURE_PRIOR,
    furniture: layout.furniture,
  });
  if (settled.length < 2) return singleArticle(dump);
  const marks = beginningMarks(dump, proofs).length;
  return assembleSplit(dump, { layout, score, settled, marks });
}
