/** Turns settled beginnings into articles with 1-based ranges that tile the file. */
import type { DumpArticle, DumpSplit, LineRange } from './article.ts';
import { gatherMetadata, fullDateline, readSourceMention } from './article-metadata.ts';
import { readBodyRange } from './body-range.ts';
import type { DumpText } from './dump-text.ts';
import type { Layout } from './layout.ts';
import { findReprints, type Reprint } from './reprints.ts';
import type { SettledHead, Standing } from './settle-heads.ts';
import { endsCut } from './teaser-line.ts';
import { titleForm } from './title-form.ts';
import { gatherYears, type YearEvidence } from './year-evidence.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

export interface Settlement {
  layout: Layout;
  /** 0..1 */
  score: number;
  settled: readonly SettledHead[];
  /** Independent marks of a beginning in the file. */
  marks: number;
}

const STANDING: Readonly<Record<Standing, number>> = {
  proven: 0.98,
  marked: 0.9,
  'after-teaser': 0.85,
  guessed: 0.5,
};

function confidenceOf(dump: DumpText, one: SettledHead, settlement: Settlement): number {
  const supported = settlement.layout.supported?.has(one.head.titleAt) === true;
  const base = STANDING[one.standing === 'guessed' && supported ? 'after-teaser' : one.standing];
  if (one.standing === 'proven') return base;
  const form = titleForm(dump, one.head.titleAt);
  const value = base * 0.6 + form * 0.2 + settlement.score * 0.2;
  return Math.round(Math.min(0.97, value + (one.head.metaLines.length > 0 ? 0.05 : 0)) * 100) / 100;
}

function reasonsOf(one: SettledHead, layout: Layout): Phrase[] {
  const reasons: Phrase[] = [];
  if (one.standing === 'proven') reasons.push(phrase('reason.repeated'));
  if (one.standing === 'after-teaser') reasons.push(phrase('reason.afterTeaser'));
  if (one.standing === 'marked' || one.standing === 'guessed') reasons.push(layout.reason);
  if (one.head.metaLines.some((line) => line.kind === 'meta')) reasons.push(phrase('reason.dated'));
  if (one.cut) reasons.push(phrase('reason.cut'));
  return reasons;
}

function rangeOf(first: number, last: number): LineRange[] {
  return last < first ? [] : [{ startLine: first + 1, endLine: last + 1 }];
}

function childOf(
  dump: DumpText,
  reprint: Reprint,
  parent: number,
  textEnd: number,
  years: YearEvidence,
): DumpArticle {
  const bodyAt = dump.next[reprint.titleAt] ?? reprint.end;
  const body = readBodyRange(dump, bodyAt, Math.min(reprint.end, textEnd));
  const range = { from: reprint.titleAt, to: reprint.end };
  const report = fullDateline(dump, body.first, years, range);
  const announced =
    reprint.introducedAt === null ? '' : (dump.lines[reprint.introducedAt]?.text ?? '');
  const mention = readSourceMention(announced);
  const agency = report?.dateline.agency ?? null;
  const reasons = reprint.dated ? [phrase('reason.overDateline')] : [];
  if (reprint.introducedAt !== null) {
    reasons.push(phrase('reason.announced', { line: reprint.introducedAt + 1 }));
  }
  return {
    title: reprint.title,
    startLine: reprint.titleAt + 1,
    endLine: reprint.end + 1,
    truncated: false,
    parent,
    confidence: reprint.dated && reprint.introducedAt !== null ? 0.95 : 0.75,
    reasons,
    byline: null,
    source: agency !== null && mention?.includes(agency) ? mention : (agency ?? mention),
    url: null,
    tags: [],
    published: report?.published ?? null,
    dateline: report?.dateline ?? null,
    bodyLines: rangeOf(body.first, body.last),
  };
}

function articlesOf(
  dump: DumpText,
  one: SettledHead,
  end: number,
  index: number,
  settlement: Settlement,
  years: YearEvidence,
): DumpArticle[] {
  const { head } = one;
  const { furniture } = settlement.layout;
  const body = readBodyRange(dump, Math.min(head.bodyAt, end + 1), end, furniture);
  const range = { from: head.titleAt, to: end };
  const data = gatherMetadata(
    dump,
    [...head.metaLines, ...body.footLines],
    body.first,
    range,
    years,
  );
  const lastText = dump.lines[body.last]?.text ?? '';
  const article: DumpArticle = {
    title: head.title,
    startLine: head.titleAt + 1,
    endLine: end + 1,
    truncated: one.cut || endsCut(lastText),
    parent: null,
    confidence: confidenceOf(dump, one, settlement),
    reasons: reasonsOf(one, settlement.layout),
    ...data,
    bodyLines: [
      ...head.leadLines.filter((at) => at <= end).flatMap((at) => rangeOf(at, at)),
      ...rangeOf(body.first, body.last),
    ],
  };
  const textEnd = one.teaserAt === null ? body.last : Math.min(body.last, one.teaserAt - 1);
  const reprints = findReprints(dump, body.first, Math.min(end, textEnd) + 1);
  return [article, ...reprints.map((reprint) => childOf(dump, reprint, index, textEnd, years))];
}

function endsOf(dump: DumpText, settled: readonly SettledHead[]): number[] {
  return settled.map((_, i) => (settled[i + 1]?.head.start ?? dump.lines.length) - 1);
}

/** The lines no article owns, with the reason in words for users. */
function unassignedOf(dump: DumpText, settlement: Settlement): DumpSplit['unassigned'] {
  const { settled, layout } = settlement;
  const ranges: DumpSplit['unassigned'] = [];
  const add = (first: number, last: number, reason: Phrase): void => {
    if (last >= first) ranges.push({ startLine: first + 1, endLine: last + 1, reason });
  };
  const top = settled[0]?.head.start ?? dump.lines.length;
  const [from, to] = layout.contents ?? [top, top - 1];
  if (to < top && from <= to) {
    let until = to;
    while (until + 1 < top && dump.lines[until + 1]?.text === '') until += 1;
    add(0, from - 1, phrase('unassigned.preamble'));
    add(from, until, phrase('unassigned.contents'));
    add(until + 1, top - 1, phrase('unassigned.preamble'));
  } else add(0, top - 1, phrase('unassigned.preamble'));
  for (const { head } of settled) {
    add(head.start, head.titleAt - 1, phrase('unassigned.separator'));
  }
  return ranges.sort((one, other) => one.startLine - other.startLine);
}

export function assembleSplit(dump: DumpText, settlement: Settlement): DumpSplit {
  const { layout, settled, marks } = settlement;
  const years = gatherYears(dump);
  const ends = endsOf(dump, settled);
  const articles: DumpArticle[] = [];
  for (const [i, one] of settled.entries()) {
    const end = ends[i] ?? dump.lines.length - 1;
    articles.push(...articlesOf(dump, one, end, articles.length, settlement, years));
  }
  const proven = settled.filter((one) => one.standing === 'proven').length;
  const evidence = [
    phrase('evidence.told', {
      beginnings: phrase('evidence.beginnings', { count: layout.heads.length }),
      layout: layout.name,
    }),
    ...(marks > 0
      ? [phrase('evidence.marks', { places: phrase('evidence.places', { count: marks }) })]
      : []),
    ...(proven > 0
      ? [phrase('evidence.proven', { articles: phrase('count.articles', { count: proven }) })]
      : []),
  ];
  return {
    layout: layout.id,
    layoutName: layout.name,
    evidence,
    articles,
    unassigned: unassignedOf(dump, settlement),
  };
}
