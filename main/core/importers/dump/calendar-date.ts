/** Finds a calendar date in a short line, in numbers or with a month's name in many languages. */
import { monthNumber } from './month-names.ts';
import { fromPersian, persianMonth } from './persian-date.ts';

export interface CalendarDate {
  year: number | null;
  month: number;
  day: number | null;
  /** True when day and month could be the other way round (03/04/2021). */
  ambiguous: boolean;
  /** Where it stands in the text, in UTF-16 code units. */
  start: number;
  end: number;
}

/** ASCII digits for any script's digits; same length in code points of the BMP. */
export function asciiDigits(text: string): string {
  if (!/[^\x00-\x7f]/u.test(text)) return text;
  return text.replace(/[٠-٩۰-۹०-९০-৯๐-๙０-９]/gu, (digit) =>
    String.fromCharCode(48 + digitValue(digit.charCodeAt(0))),
  );
}

const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

function digitValue(code: number): number {
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? 0 : code - zero;
}

const ISO = /(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/u;
const EAST_ASIAN = /(?:(\d{4})\s*[年년]\s*)?(?<!\d)(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]/u;
const NUMERIC = /(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/u;
const VIETNAMESE = /(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})(?:,?\s+(?:năm\s+)?(\d{4}))?/iu;
const MONTH_WORD = /[\p{L}\p{M}][\p{L}\p{M}'’]{1,14}(?: (?:الثاني|الأول))?/gu;
const DAY_BEFORE =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|re|[ºª.])?,?\s*(?:de\s+|d['’]|of\s+|-\s?)?$/iu;
const DAY_AFTER = /^\.?,?[\s-]\s*(\d{1,2})(?!\d|:\d)(?:st|nd|rd|th|\.)?/iu;
const YEAR_AFTER = /^\.?,?[\s-]*(?:de\s+|del\s+|do\s+|of\s+|г\.?\s*)?(\d{4})(?!\d)/iu;
const YEAR_BEFORE = /(?<!\d)(\d{4})[.,]?\s*(?:г\.)?\s*$/u;

function plausible(year: number | null, month: number, day: number | null): boolean {
  const yearFits = year === null || (year >= 1700 && year <= 2100);
  return yearFits && month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= 31));
}

/** Thai years count from the year in which the Buddha is said to have died. */
const BUDDHIST = 543;

function isBuddhist(year: number): boolean {
  return year >= 2400 && year <= 2640;
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

function fullYear(text: string): number {
  if (text.length === 4) return Number(text);
  return Number(text) > 69 ? 1900 + Number(text) : 2000 + Number(text);
}

function found(
  match: { index: number; 0: string },
  year: number | null,
  month: number,
  day: number | null,
  ambiguous = false,
): CalendarDate | null {
  const common = year !== null && isBuddhist(year) ? year - BUDDHIST : year;
  if (!plausible(common, month, day)) return null;
  return {
    year: common,
    month,
    day,
    ambiguous,
    start: match.index,
    end: match.index + match[0].length,
  };
}

function numericDate(text: string): CalendarDate | null {
  const iso = ISO.exec(text);
  if (iso) {
    const date = found(iso, Number(iso[1]), Number(iso[2]), Number(iso[3]));
    if (date) return date;
  }
  const asian = EAST_ASIAN.exec(text);
  if (asian) return found(asian, numberOf(asian[1]), Number(asian[2]), Number(asian[3]));
  const vietnamese = VIETNAMESE.exec(text);
  if (vietnamese) {
    const [, day, month, year] = vietnamese;
    return found(vietnamese, numberOf(year), Number(month), Number(day));
  }
  const numeric = NUMERIC.exec(text);
  if (!numeric) return null;
  const [first, second] = [Number(numeric[1]), Number(numeric[3])];
  const year = fullYear(numeric[4] ?? '');
  if (first > 12) return found(numeric, year, second, first);
  if (second > 12) return found(numeric, year, first, second);
  if (numeric[2] === '.' || first === second) return found(numeric, year, second, first);
  return found(numeric, year, second, first, numeric[2] !== '.');
}

function namedDate(text: string): CalendarDate | null {
  for (const word of text.matchAll(MONTH_WORD)) {
    const month = monthNumber(word[0]);
    if (month === null) continue;
    const start = word.index;
    const end = start + word[0].length;
    const [before, after] = [text.slice(Math.max(0, start - 12), start), text.slice(end, end + 24)];
    const dayBefore = DAY_BEFORE.exec(before);
    if (dayBefore && Number(dayBefore[1]) <= 31) {
      const year = YEAR_AFTER.exec(after);
      return found(
        { index: start - dayBefore[0].length, 0: dayBefore[0] + word[0] + (year?.[0] ?? '') },
        numberOf(year?.[1]),
        month,
        Number(dayBefore[1]),
      );
    }
    const dayAfter = DAY_AFTER.exec(after);
    if (dayAfter) {
      const rest = after.slice(dayAfter[0].length);
      const year = YEAR_AFTER.exec(rest);
      const yearBefore = year ? null : YEAR_BEFORE.exec(before);
      return found(
        {
          index: start - (yearBefore?.[0].length ?? 0),
          0: (yearBefore?.[0] ?? '') + word[0] + dayAfter[0] + (year?.[0] ?? ''),
        },
        numberOf(year?.[1] ?? yearBefore?.[1]),
        month,
        Number(dayAfter[1]),
      );
    }
    const year = YEAR_AFTER.exec(after);
    if (year) return found({ index: start, 0: word[0] + year[0] }, Number(year[1]), month, null);
  }
  return null;
}

const PERSIAN = /(?<!\d)(\d{1,2})\s+(\p{Script=Arabic}{2,8}),?\s+(?:ماه\s+)?(1[2-4]\d\d)(?!\d)/gu;

function persianDate(text: string): CalendarDate | null {
  for (const match of text.matchAll(PERSIAN)) {
    const month = persianMonth(match[2] ?? '');
    const day = month === null ? null : fromPersian(Number(match[3]), month, Number(match[1]));
    if (day !== null) return found(match, day.year, day.month, day.day);
  }
  return null;
}

/** The first date in a line of at most some hundred characters; null when there is none. */
export function findDate(line: string): CalendarDate | null {
  const text = asciiDigits(line.slice(0, 400));
  if (!/\d/u.test(text)) return null;
  return numericDate(text) ?? persianDate(text) ?? namedDate(text);
}

/** YYYY-MM-DD, YYYY-MM, or null without a year. */
export function isoDate(date: Pick<CalendarDate, 'year' | 'month' | 'day'>): string | null {
  if (date.year === null) return null;
  const month = `${date.year}-${String(date.month).padStart(2, '0')}`;
  return date.day === null ? month : `${month}-${String(date.day).padStart(2, '0')}`;
}
