/**
 * The records of a file: for each form that recurs, whether it stands once an article, where the
 * titles are then, and what else most of these records have.
 */
import type { DumpText } from '../dump-text.ts';
import { endsAsSentence } from '../title-form.ts';
import { findRecordTitles, type RecordTitle, type RecordWindow } from './record-titles.ts';
import type { RecurringForms } from './recurring-forms.ts';

const LEAST = 3;
/** Lines that aren't blank on each side of what recurs. */
const TALLEST = 16;
/** Share of the records that have to be told apart by text. */
const LEAST_APART = 0.8;
const LEAST_TITLED = 0.8;
const LEAST_SUPPORT = 0.45;
/** Forms that are tried, those with the most lines first. */
const MOST_TRIED = 16;

function windowAt(
  dump: DumpText,
  forms: RecurringForms,
  anchor: number,
  from: number,
  to: number,
): RecordWindow {
  const lines = [anchor];
  for (let at = dump.previous[anchor] ?? -1; at > from; at = dump.previous[at] ?? -1) {
    if (forms.isText(at) || lines.length > TALLEST) break;
    lines.unshift(at);
  }
  const over = lines.length;
  for (let at = dump.next[anchor] ?? to; at < to; at = dump.next[at] ?? to) {
    if (forms.isText(at) || lines.length - over > TALLEST) break;
    lines.push(at);
  }
  return { anchor, lines };
}

function hasTextBetween(dump: DumpText, forms: RecurringForms, from: number, to: number): boolean {
  for (let at = dump.next[from] ?? to; at < to; at = dump.next[at] ?? to) {
    if (forms.isText(at)) return true;
  }
  return false;
}

/** The windows of a form's lines; null when these don't stand once an article. */
function windowsOf(
  dump: DumpText,
  forms: RecurringForms,
  places: readonly number[],
): RecordWindow[] | null {
  let apart = 0;
  for (const [i, at] of places.entries()) {
    if (i > 0 && hasTextBetween(dump, forms, places[i - 1] ?? 0, at)) apart += 1;
  }
  if (apart < (places.length - 1) * LEAST_APART) return null;
  const windows = places.map((at, i) =>
    windowAt(dump, forms, at, places[i - 1] ?? -1, places[i + 1] ?? dump.lines.length),
  );
  const opening = openingWindow(dump, forms, windows[0]?.lines[0] ?? 0);
  return opening === null ? windows : [opening, ...windows];
}

/** The lines that begin a file whose records are known by what ends them. */
function openingWindow(dump: DumpText, forms: RecurringForms, until: number): RecordWindow | null {
  const lines: number[] = [];
  const first = dump.lines[0]?.text === '' ? (dump.next[0] ?? until) : 0;
  let at = first;
  for (; at < until && !forms.isText(at) && lines.length <= TALLEST; at = dump.next[at] ?? until) {
    lines.push(at);
  }
  return lines.length === 0 || at >= until ? null : { anchor: -1, lines };
}

export interface RecordSet {
  titles: RecordTitle[];
  /** Forms that most records have. */
  common: ReadonlySet<string>;
  quality: number;
}

const MOST = 0.7;
export const SOME = 0.4;

/** In how many of the records, which begin at their titles, each form stands. */
function recordsWith(forms: RecurringForms, titles: readonly RecordTitle[]): Map<string, number> {
  const counts = new Map<string, number>();
  const from = titles[0]?.window.lines[0] ?? 0;
  for (const form of forms.primary) {
    let [records, i, last] = [0, 0, -1];
    for (const at of forms.lines.get(form) ?? []) {
      while (i + 1 < titles.length && (titles[i + 1]?.at ?? 0) <= at) i += 1;
      if (i !== last && at >= from) [records, last] = [records + 1, i];
    }
    counts.set(form, records);
  }
  return counts;
}

/** The forms that stand in at least a share of the records. */
export function formsIn(
  forms: RecurringForms,
  titles: readonly RecordTitle[],
  share: number,
): Set<string> {
  const counts = recordsWith(forms, titles);
  for (const [form, count] of counts) {
    // What stands several times in a record is no mark of it: the turns of an interview.
    if ((forms.lines.get(form)?.length ?? 0) > count * MOST_TIMES) counts.delete(form);
  }
  return shared(counts, titles.length * share);
}

function shared(counts: ReadonlyMap<string, number>, least: number): Set<string> {
  return new Set([...counts].filter(([, count]) => count >= least).map(([form]) => form));
}

const MOST_TIMES = 2.5;
const LEAST_COMPLETE = 0.45;

/** The forms that belong over a title: most have them there, and the last article doesn't end so. */
export function formsAbove(forms: RecurringForms, titles: readonly RecordTitle[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { at: titleAt, window } of titles) {
    const over = window.lines.filter((at) => at < titleAt);
    for (const form of new Set(over.flatMap((at) => forms.formAt.get(at) ?? []))) {
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  const last = titles.at(-1)?.at ?? 0;
  const above = new Set<string>();
  for (const [form, count] of counts) {
    const ends = (forms.lines.get(form) ?? []).some(
      (at) => at > last && forms.formAt.get(at) === form,
    );
    if (count >= titles.length * SOME && !ends) above.add(form);
  }
  return above;
}

/** The records that have enough of what most of them have, over their title or under it. */
function completeRecords(
  dump: DumpText,
  forms: RecurringForms,
  titles: readonly RecordTitle[],
): RecordTitle[] {
  const common = [...formsIn(forms, titles, MOST)];
  if (common.length === 0) return [];
  const above = formsAbove(forms, titles);
  return titles.filter((title, i) => {
    const to = titles[i + 1]?.at ?? dump.lines.length;
    // The foot of the last may be missing.
    if (i === titles.length - 1 && hasTextBetween(dump, forms, title.at, to)) return true;
    const held = common.filter((form) => {
      const from = above.has(form) ? (title.window.lines[0] ?? 0) : title.at;
      return holdsBetween(forms.lines.get(form) ?? [], from, above.has(form) ? title.at : to);
    });
    return held.length > common.length * LEAST_COMPLETE;
  });
}

function holdsBetween(places: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? to) < to;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function tryForm(dump: DumpText, forms: RecurringForms, form: string): RecordSet | null {
  const places = forms.lines.get(form) ?? [];
  const windows = windowsOf(dump, forms, places);
  if (windows === null) return null;
  const picked = findRecordTitles(dump, forms, windows, new Set(places));
  const rising = picked.filter((one, i) => one.at > (picked[i - 1]?.at ?? -1));
  // The foot of the page comes after the last record.
  const last = rising.at(-1);
  if (last && !hasTextBetween(dump, forms, last.at, dump.lines.length)) rising.pop();
  const titles = completeRecords(dump, forms, rising);
  if (titles.length < LEAST || titles.length < places.length * LEAST_TITLED) return null;
  const support = mean(titles.map((one) => one.support));
  if (support < LEAST_SUPPORT) return null;
  const counts = recordsWith(forms, titles);
  const common = shared(counts, titles.length * MOST);
  const varied = Math.min(1, shared(counts, titles.length * SOME).size / 3);
  const quality = support * mean(titles.map((one) => one.form)) * varied;
  return { titles, common, quality };
}

/** The records of the best form, and those that only others know; null when there are none. */
function joined(
  dump: DumpText,
  forms: RecurringForms,
  best: RecordSet,
  found: readonly RecordSet[],
): RecordSet | null {
  const titles = new Map(best.titles.map((one) => [one.at, one]));
  for (const other of found) {
    for (const one of other.titles) {
      const known = one.window.lines.some((at) => titles.has(at));
      if (!known && one.support >= LEAST_SUPPORT) titles.set(one.at, one);
    }
  }
  if (titles.size === best.titles.length) return null;
  const sorted = [...titles.values()].sort((one, other) => one.at - other.at);
  const complete = completeRecords(dump, forms, sorted);
  return { ...best, titles: complete, common: formsIn(forms, complete, MOST) };
}

/** A sentence that recurs announces something inside the articles. */
function isSentence(dump: DumpText, at: number): boolean {
  const line = dump.lines[at];
  return line !== undefined && !line.chrome && endsAsSentence(line.text);
}

/** The records that the file's recurring lines tell, best first; at most two readings. */
export function findRecordSets(dump: DumpText, forms: RecurringForms): RecordSet[] {
  const tried = new Map<string, string>();
  for (const [form, places] of forms.lines) {
    if (places.length < LEAST || isSentence(dump, places[0] ?? 0)) continue;
    // Forms of the same lines tell the same.
    tried.set(`${places[0]} ${places.at(-1)} ${places.length}`, form);
  }
  const times = (form: string): number => forms.lines.get(form)?.length ?? 0;
  const likely = [...tried.values()]
    .sort((one, other) => times(other) - times(one))
    .slice(0, MOST_TRIED);
  const found = likely.flatMap((form) => tryForm(dump, forms, form) ?? []);
  // Half of the records are hardly better than all of them.
  const value = (one: RecordSet): number => one.quality * one.titles.length ** 1.5;
  found.sort((one, other) => value(other) - value(one));
  const best = found[0];
  if (best === undefined) return [];
  const all = joined(dump, forms, best, found) ?? best;
  const known = new Set(all.titles.map(({ at }) => at));
  const other = found.find(
    ({ titles }) => titles.filter(({ at }) => known.has(at)).length < titles.length * SOME,
  );
  return other === undefined ? [all] : [all, other];
}
