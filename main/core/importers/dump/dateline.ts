/** The head of an agency report: `BEIJING, Jan. 18 (Xinhua) —`, `新华社北京1月18日电`. */
import { findDate, type CalendarDate } from './calendar-date.ts';
import { isWeekday } from './page-chrome.ts';

export interface FoundDateline {
  text: string;
  place: string | null;
  date: CalendarDate | null;
  agency: string | null;
}

const HEAD = 130;
const DASH_END = /^(.{4,118}?)\s*(?:[—–―]|--|(?<=[)）])\s*-|\s-)(?=\s|\p{L}|["“«])/u;
const AGENCY = /\s*[(（/]\s*([^()（）/]{2,40})\s*[)）/]\s*\.?:?$/u;
const EAST_ASIAN =
  /^[（(【]?(新华社|新華社|中新社|中新网|共同社|人民网|[\p{Script=Han}]{2,6}(?:社|网|網|报|報|讯|訊|通信|新聞))?[\s,，、]?([\p{Script=Han}]{2,10}?)?(\d{1,2}月\d{1,2}日)\s*(?:电|電|讯|訊|消息)?(?:[\s（(]+(?:记者|記者)[^）)]{1,20}[）)]?)?[】）)]?/u;
const REPORT_MARK = /[电電讯訊]|社|记者|記者/u;

function isPlace(text: string): boolean {
  if (text === '' || text.length > 60 || /[.!?;:“”"]$|\d/u.test(text)) return false;
  const words = text.split(/[\s,/]+/u).filter(Boolean);
  if (words.length > 7) return false;
  const cased = words.filter((word) => /^[\p{Lu}\p{Ll}]/u.test(word));
  if (cased.length === 0) return words.length <= 3;
  return words.every(
    (word) => /^\P{Ll}/u.test(word) || /^(?:de|da|do|of|am|an|la|le|del|and|\/)$/u.test(word),
  );
}

function isShouted(text: string): boolean {
  const letters = text.replace(/\P{L}/gu, '');
  return (
    letters.length >= 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  );
}

function bare(text: string): string {
  return text.replace(/^[\s,.;:،·|]+|[\s,;:،·|]+$/gu, '');
}

function eastAsian(head: string): FoundDateline | null {
  const match = EAST_ASIAN.exec(head);
  if (!match || !REPORT_MARK.test(match[0])) return null;
  const date = findDate(match[3] ?? '');
  return { text: match[0].trim(), place: match[2] ?? null, date, agency: match[1] ?? null };
}

/** The dateline at the start of a paragraph; null when there is none. Looks at 130 characters. */
export function readDateline(paragraph: string): FoundDateline | null {
  const head = paragraph.slice(0, HEAD).replace(/^[*_"“\s]+/u, '');
  const asian = eastAsian(head);
  if (asian) return asian;
  const match = DASH_END.exec(head);
  if (!match?.[1] || paragraph.length < match[1].length + 20) return null;
  const text = match[1].replace(/[*_]+/gu, '').trim();
  const agencyMatch = AGENCY.exec(text);
  const agency = agencyMatch?.[1] && !/\d/u.test(agencyMatch[1]) ? agencyMatch[1].trim() : null;
  const rest = agency === null ? text : text.slice(0, agencyMatch?.index);
  const date = findDate(rest);
  if (date && /[\p{L}\p{N}]/u.test(rest.slice(date.end))) return null;
  const place = bare(date ? rest.slice(0, date.start) : rest);
  if (place !== '' && (!isPlace(place) || isWeekday(place))) return null;
  if (agency !== null && agency.split(/\s+/u).length > 5) return null;
  const sure =
    (agency !== null && (date !== null || isPlace(place))) || (date !== null && place !== '');
  if (!sure && !isShouted(place)) return null;
  return { text, place: place === '' ? null : place, date, agency };
}
