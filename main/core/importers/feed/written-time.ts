/** Times as feeds, exports and pages write them: RFC 822, RFC 3339, and what people make of these. */
import { findDate, isoDate } from '../dump/calendar-date.ts';

const PLAIN_DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const ISO_TIME =
  /^(\d{4})-?(\d{2})-?(\d{2})[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(.*)$/i;
const MAIL_TIME =
  /^(?:[\p{L}.]+,?\s+)?(\d{1,2})[\s-]+(\p{L}{3,})\.?[\s-]+(\d{4}|\d{2}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(.*)$/iu;
/** As `Date.toString()` and `ctime` write: `Mon Mar 02 2015 20:00:00 GMT+0800`. */
const SCRIPT_TIME =
  /^\p{L}+,?\s+(\p{L}{3,})\s+(\d{1,2})\s+(\d{4})\s+(\d{1,2}):(\d{2}):(\d{2})\s*(.*)$/iu;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Minutes east of Greenwich, by RFC 822. Its military letters mean nothing reliable. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ...['Z', 'UT', 'UTC', 'GMT', 'WET'].map((zone): [string, number] => [zone, 0]),
  ['EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
  ['CET', 60],
  ['CEST', 120],
  ['BST', 60],
  ['MSK', 180],
  ['JST', 540],
]);

/**
 * A full ISO time in UTC; YYYY-MM-DD where no (known) zone is written, since then the instant is
 * not known; YYYY-MM or YYYY where no more is written; null for what is no date.
 */
export function toPublished(written: string): string | null {
  const text = written.trim();
  if (text === '' || /^0000|^-/.test(text)) return null;
  if (PLAIN_DATE.test(text)) return isRealDay(text) ? text : null;
  const instant = isoTime(text) ?? mailTime(text) ?? scriptTime(text);
  if (instant !== null) return instant;
  const date = findDate(text);
  return date === null ? null : isoDate(date);
}

/** The earlier of what is known: `a ?? b` for written times. */
export function firstPublished(written: readonly (string | null | undefined)[]): string | null {
  for (const each of written) {
    const published = each === null || each === undefined ? null : toPublished(each);
    if (published !== null) return published;
  }
  return null;
}

function isoTime(text: string): string | null {
  const match = ISO_TIME.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  return toIso([year, month, day, hour, minute, second], zone);
}

function mailTime(text: string): string | null {
  const match = MAIL_TIME.exec(text);
  if (match === null) return null;
  const [, day, name, year, hour, minute, second, zone] = match;
  const month = monthOf(name);
  return month === null ? null : toIso([fullYear(year), month, day, hour, minute, second], zone);
}

function scriptTime(text: string): string | null {
  const match = SCRIPT_TIME.exec(text);
  if (match === null) return null;
  const [, name, day, year, hour, minute, second, zone] = match;
  const month = monthOf(name);
  return month === null ? null : toIso([year, month, day, hour, minute, second], zone);
}

function monthOf(name: string | undefined): string | null {
  const at = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase());
  return at === -1 ? null : String(at + 1);
}

/** RFC 822 had years of two digits. */
function fullYear(year: string | undefined): string {
  if (year?.length !== 2) return year ?? '';
  return Number(year) > 69 ? `19${year}` : `20${year}`;
}

function toIso(parts: readonly (string | undefined)[], zone: string | undefined): string | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const date = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  if (!isRealDay(date) || hour > 24 || minute > 59 || second > 60) return null;
  const offset = offsetOf(zone ?? '');
  if (offset === null) return date;
  const instant = Date.UTC(year, month - 1, day, hour, minute - offset, Math.min(second, 59));
  return new Date(instant).toISOString();
}

/** Minutes east of Greenwich; null where the zone is missing or unknown. */
function offsetOf(zone: string): number | null {
  const name = /^[A-Z]+/i.exec(zone)?.[0]?.toUpperCase();
  const numeric = /^(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?/i.exec(zone);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === '-' ? -minutes : minutes;
  }
  return name === undefined ? null : (ZONES.get(name) ?? null);
}

function isRealDay(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= last;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
