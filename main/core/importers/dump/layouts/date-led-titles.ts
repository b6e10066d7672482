/** Titles that begin with the day of their article: "2019-03-04 The ferry is back". */
import { readHead, type ArticleHead } from '../article-head.ts';
import { findDate } from '../calendar-date.ts';
import { gapBefore, type DumpText } from '../dump-text.ts';
import type { Layout } from '../layout.ts';
import { cannotBeTitle, endsAsSentence, wordCount } from '../title-form.ts';
import { phrase } from '../../../../shared/messages/phrase.ts';

const LEAST = 3;
const LEAST_WORDS = 2;
const WIDEST = 160;
/** Cells of what stands between a day and its text: a title, a place. */
const WIDEST_LABEL = 90;
/** What stands between the day and the title. */
const JOINT = /^[\s:：.,)\]–—|·-]+/u;

interface Found {
  head: ArticleHead;
  /** How the day is written: "0-0-0". */
  shape: string;
}

function foundAt(dump: DumpText, at: number): Found | null {
  const line = dump.lines[at];
  if (!line || line.code || line.width > WIDEST || cannotBeTitle(line)) return null;
  if (!/^[\p{L}\p{Nd}[(]/u.test(line.text) || endsAsSentence(line.text)) return null;
  if (dump.habits.spaced && gapBefore(dump, at) === 0) return null;
  const date = findDate(line.text);
  if (date === null || date.start > 1 || date.day === null) return null;
  const rest = line.text.slice(date.end);
  const title = rest.replace(JOINT, '');
  if (
    title === rest ||
    wordCount(title) < LEAST_WORDS ||
    !/^["'«„“¿¡]?[\p{Lu}\p{Lo}]/u.test(title)
  ) {
    return null;
  }
  const head = readHead(dump, at, at, { title });
  if (line.meta !== null) head.metaLines.unshift({ at, kind: 'meta' });
  const written = line.text.slice(0, date.end);
  const shape = written.replace(/[\p{L}\p{M}]+/gu, 'a').replace(/\p{Nd}+/gu, '0');
  return { head, shape };
}

const LEAST_ENTRIES = 4;
/** Share of the days alone on a line that have text under them, and that follow in time. */
const HABIT = 0.8;

/** The days of a diary, which are all the titles that its entries have. */
function findDayEntries(dump: DumpText): Layout[] {
  const days: { at: number; time: number }[] = [];
  let titled = 0;
  for (const [at, line] of dump.lines.entries()) {
    if (!line.meta?.full || line.meta.rest.length > 0 || line.meta.byline !== null) continue;
    const date = findDate(line.text);
    if (date?.day == null || gapBefore(dump, at) === 0) continue;
    const under = dump.lines[dump.next[at] ?? dump.lines.length];
    const isText = under && (under.width > WIDEST_LABEL || endsAsSentence(under.text));
    if (!isText) titled += 1;
    else days.push({ at, time: Date.UTC(date.year ?? 2000, date.month - 1, date.day) });
  }
  if (days.length < LEAST_ENTRIES || days.length < (days.length + titled) * HABIT) return [];
  const steps = days.slice(1).map((day, i) => Math.sign(day.time - (days[i]?.time ?? 0)));
  const rising = steps.filter((step) => step > 0).length;
  const falling = steps.filter((step) => step < 0).length;
  if (Math.max(rising, falling) < steps.length * HABIT) return [];
  const heads = days.map(({ at }) => {
    const head = readHead(dump, at, at);
    return { ...head, metaLines: [{ at, kind: 'meta' as const }, ...head.metaLines] };
  });
  return [
    {
      id: 'day-entries',
      name: phrase('habit.dayEntries'),
      prior: 0.85,
      heads,
      reason: phrase('reason.dayEntry'),
      contents: null,
    },
  ];
}

/** One layout for each way in which days are written, and one for the days of a diary. */
export function findDateLedTitles(dump: DumpText): Layout[] {
  const shapes = new Map<string, ArticleHead[]>();
  for (const at of dump.lines.keys()) {
    const found = foundAt(dump, at);
    if (found === null) continue;
    const heads = shapes.get(found.shape);
    if (heads === undefined) shapes.set(found.shape, [found.head]);
    else heads.push(found.head);
  }
  const led = [...shapes.values()]
    .filter((heads) => heads.length >= LEAST)
    .map((heads) => ({
      id: 'date-led-titles',
      name: phrase('habit.dateLed'),
      prior: 0.85,
      heads,
      reason: phrase('reason.dateLed'),
      contents: null,
    }));
  return [...led, ...findDayEntries(dump)];
}
