/** Years and day orders that a file shows, for dates that are written without them. */
import { asciiDigits, findDate, type CalendarDate } from './calendar-date.ts';
import type { TextLine } from './text-line.ts';
import type { PublishedDate } from './article.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

export interface YearEvidence {
  /** Lines (0-based) that name a year, and the years, in file order. */
  mentions: readonly { at: number; year: number }[];
  /** The latest year that is named more than by chance: a file isn't younger than that. */
  latest: number;
  /** Day first or month first in dates such as 03/04/2021, when the file shows it. */
  dayFirst: boolean | null;
}

const YEAR = /(?<![\d.,/])(?:19[5-9]\d|20[0-4]\d)(?![\d/]|[.,]\d)/gu;
const SCANNED = 4000;
const NUMERIC = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)/u;

type DatedLine = Pick<TextLine, 'text' | 'code'>;

export function gatherYears(dump: { lines: Iterable<DatedLine> }): YearEvidence {
  const mentions: { at: number; year: number }[] = [];
  let [day, month] = [0, 0];
  let at = -1;
  for (const line of dump.lines) {
    at += 1;
    if (line.text === '' || line.code) continue;
    const text = asciiDigits(line.text.slice(0, SCANNED));
    for (const match of text.matchAll(YEAR)) mentions.push({ at, year: Number(match[0]) });
    const numeric = line.text.length < 200 ? NUMERIC.exec(text) : null;
    if (numeric && Number(numeric[1]) > 12) day += 1;
    if (numeric && Number(numeric[2]) > 12) month += 1;
  }
  return { mentions, latest: latestYear(mentions), dayFirst: day === month ? null : day > month };
}

const LEAST_SHARE = 0.04;

function latestYear(mentions: YearEvidence['mentions']): number {
  const counts = new Map<number, number>();
  for (const { year } of mentions) counts.set(year, (counts.get(year) ?? 0) + 1);
  const least = Math.max(1, mentions.length * LEAST_SHARE);
  return Math.max(0, ...[...counts].filter(([, count]) => count >= least).map(([year]) => year));
}

const WEEKDAYS: readonly RegExp[] = [
  /\b(?:on|last|this) sunday\b|воскресенье|الأحد|星期日|周日/iu,
  /\b(?:on|last|this) monday\b|понедельник|الاثنين|الإثنين|星期一|周一/iu,
  /\b(?:on|last|this) tuesday\b|во вторник|الثلاثاء|星期二|周二/iu,
  /\b(?:on|last|this) wednesday\b|в среду|الأربعاء|星期三|周三/iu,
  /\b(?:on|last|this) thursday\b|в четверг|الخميس|星期四|周四/iu,
  /\b(?:on|last|this) friday\b|в пятницу|الجمعة|星期五|周五/iu,
  /\b(?:on|last|this) saturday\b|в субботу|السبت|星期六|周六/iu,
];

function lowerBound(mentions: YearEvidence['mentions'], at: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const MOST_MENTIONS = 600;

function countYears(
  evidence: YearEvidence,
  from: number,
  to: number,
): Map<number, { count: number; at: number }> {
  const counts = new Map<number, { count: number; at: number }>();
  const first = lowerBound(evidence.mentions, from);
  for (let i = first; i < evidence.mentions.length && i < first + MOST_MENTIONS; i += 1) {
    const mention = evidence.mentions[i];
    if (!mention || mention.at > to) break;
    const known = counts.get(mention.year);
    if (known) known.count += 1;
    else counts.set(mention.year, { count: 1, at: mention.at });
  }
  return counts;
}

const AROUND = 400;

/**
 * A year for a day that is written without one: of the years that the article and its surroundings
 * name, those in which the day is the weekday its text tells; of these the one named most.
 */
export function inferYear(
  evidence: YearEvidence,
  date: CalendarDate,
  range: { from: number; to: number },
  text: string,
): { year: number; why: Phrase } | null {
  if (date.day === null) return null;
  const { month, day } = date;
  const weekday = WEEKDAYS.findIndex((pattern) => pattern.test(text.slice(0, 500)));
  const fits = (year: number): boolean =>
    weekday === -1 || new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday;
  const own = countYears(evidence, range.from, range.to);
  const around = countYears(evidence, range.from - AROUND, range.to + AROUND);
  const weight = (year: number): number =>
    2 * (own.get(year)?.count ?? 0) + (around.get(year)?.count ?? 0);
  const years = [...around.keys()].filter((year) => year <= evidence.latest && fits(year));
  const best = years.sort((one, other) => weight(other) - weight(one) || other - one)[0];
  if (best === undefined) return null;
  const at = own.get(best)?.at ?? around.get(best)?.at ?? range.from;
  const where = { year: String(best), line: at + 1 };
  const why = weekday === -1 ? phrase('dated.year', where) : phrase('dated.yearAndWeekday', where);
  return { year: best, why };
}

const INSTANT = /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?)(Z|[+-]\d{2}:?\d{2})/u;

/** The publication date in a metadata line or value; null when it tells none. */
export function readPublished(
  text: string,
  at: number,
  evidence: YearEvidence,
  range: { from: number; to: number },
): PublishedDate | null {
  const where = phrase('dated.line', { line: at + 1, text: text.slice(0, 80) });
  const instant = INSTANT.exec(text);
  if (instant?.[1] && instant[2] && instant[3]) {
    const value = `${instant[1]}T${instant[2]}${instant[3]}`;
    if (!Number.isNaN(Date.parse(value))) return { value, inferred: false, evidence: where };
  }
  const date = findDate(text);
  if (!date)
    return /^\s*\d{4}\s*$/u.test(text)
      ? { value: text.trim(), inferred: false, evidence: where }
      : null;
  const { day } = date;
  if (date.year === null) {
    const inferred = inferYear(evidence, date, range, '');
    if (!inferred) return null;
    const value = isoOf(inferred.year, date.month, day);
    return {
      value,
      inferred: true,
      evidence: phrase('dated.because', { where, why: inferred.why }),
    };
  }
  if (!date.ambiguous || day === null) {
    return { value: isoOf(date.year, date.month, day), inferred: false, evidence: where };
  }
  if (evidence.dayFirst === null) {
    const why = phrase('dated.ambiguous');
    return {
      value: String(date.year),
      inferred: true,
      evidence: phrase('dated.because', { where, why }),
    };
  }
  const [realMonth, realDay] = evidence.dayFirst ? [date.month, day] : [day, date.month];
  return {
    value: isoOf(date.year, realMonth, realDay),
    inferred: true,
    evidence: evidence.dayFirst
      ? phrase('dated.dayFirst', { where })
      : phrase('dated.monthFirst', { where }),
  };
}

export function isoOf(year: number, month: number, day: number | null): string {
  const padded = `${year}-${String(month).padStart(2, '0')}`;
  return day === null ? padded : `${padded}-${String(day).padStart(2, '0')}`;
}
