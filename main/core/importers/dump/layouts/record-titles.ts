/**
 * Which line of each record is its title: the one that looks like a title where most records have
 * theirs. Place and form are settled together in a few rounds.
 */
import type { DumpText } from '../dump-text.ts';
import { cannotBeTitle, textForm, wordCount } from '../title-form.ts';
import type { RecurringForms } from './recurring-forms.ts';

/** The lines around one occurrence of what recurs, up to the text before and after it. */
export interface RecordWindow {
  anchor: number;
  /** Lines that aren't blank, in file order. */
  lines: number[];
}

export interface RecordTitle {
  at: number;
  window: RecordWindow;
  /** 0..1: how much it looks like a title. */
  form: number;
  /** 0..1: the share of the records that have their title at this place. */
  support: number;
}

interface Candidate {
  at: number;
  form: number;
  likeness: number;
  places: readonly string[];
}

const ROUNDS = 4;
const FARTHEST = 4;
const LEAST_FORM = 0.12;
/** Off for a line that begins or ends as many others do: a label's line more likely than a title. */
const LIKE_OTHERS = 0.35;
/** For a line that stands twice in one record, as titles do on cards to share. */
const TWICE = 0.3;
/** Off for the line under one that looks like a title as well: a subtitle. */
const SECOND = 0.15;
const PROVEN = 0.5;

/** How a line stands to what recurs around it: "2 after text end of document". */
function placesOf(forms: RecurringForms, window: RecordWindow, i: number): string[] {
  const { lines } = window;
  const places: string[] = [];
  const add = (step: 1 | -1, side: string): void => {
    for (let distance = 1; distance <= FARTHEST; distance += 1) {
      const at = lines[i + step * distance];
      if (at === undefined) {
        places.push(`${distance} ${side} text`);
        return;
      }
      const form = forms.formAt.get(at);
      if (form === undefined) continue;
      places.push(`${distance} ${side} ${form}`);
      return;
    }
  };
  add(-1, 'after');
  add(1, 'before');
  const nth = lines.indexOf(window.anchor);
  places.push(`${i - nth} from it`);
  return places;
}

function candidatesOf(
  dump: DumpText,
  forms: RecurringForms,
  window: RecordWindow,
  records: number,
): Candidate[] {
  const often = Math.max(3, records * 0.34);
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  for (const [i, at] of window.lines.entries()) {
    const line = dump.lines[at];
    if (!line || cannotBeTitle(line) || forms.isText(at)) continue;
    if (line.field?.name != null && !(line.field.name === 'title' && line.field.value !== '')) {
      continue;
    }
    if (seen.has(line.text)) {
      const first = candidates.find((one) => dump.lines[one.at]?.text === line.text);
      if (first) first.likeness += TWICE;
      continue;
    }
    seen.add(line.text);
    const form = forms.formAt.get(at);
    const recurs = form?.startsWith('text ') === true;
    if (recurs && (forms.lines.get(form)?.length ?? 0) >= often) continue;
    const alike = (forms.edges.get(at) ?? 0) >= often ? LIKE_OTHERS : 0;
    const looks = textForm(dump, line) - (recurs ? 0.15 : 0) - alike;
    if (looks < LEAST_FORM) continue;
    const likeness = looks + (Math.min(8, wordCount(line.text)) / 8) * 0.4;
    const over = candidates.at(-1);
    const second = over !== undefined && over.at === at - 1 && over.form >= looks - 0.1;
    candidates.push({
      at,
      form: looks,
      likeness: likeness - (second ? SECOND : 0) + (forms.proven.has(at) ? PROVEN : 0),
      places: placesOf(forms, window, i),
    });
  }
  return candidates;
}

/** How much the lines at each place look like titles, records without a line there included. */
function columnsOf(all: readonly (readonly Candidate[])[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const candidates of all) {
    for (const { places, form } of candidates) {
      for (const place of places) {
        columns.set(place, (columns.get(place) ?? 0) + form / all.length);
      }
    }
  }
  return columns;
}

/** The titles of the records that have one. */
export function findRecordTitles(
  dump: DumpText,
  forms: RecurringForms,
  windows: readonly RecordWindow[],
  anchors: ReadonlySet<number>,
): RecordTitle[] {
  const all = windows.map((window) =>
    candidatesOf(dump, forms, window, windows.length).filter((one) => !anchors.has(one.at)),
  );
  let support = columnsOf(all);
  const supportOf = (one: Candidate): number => {
    const values = one.places.map((place) => support.get(place) ?? 0);
    return Math.max(0, ...values) / 2 + values.reduce((sum, value) => sum + value, 0) / 4;
  };
  const best = (candidates: readonly Candidate[]): Candidate | null => {
    let [found, most] = [null as Candidate | null, -1];
    for (const one of candidates) {
      const value = one.likeness + supportOf(one);
      // Of two that are as good the first: a subtitle stands under its title.
      if (value > most + 0.02) [found, most] = [one, value];
    }
    return found;
  };
  let picked = all.map(best);
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Map<string, number>();
    for (const one of picked) {
      for (const place of one?.places ?? []) {
        next.set(place, (next.get(place) ?? 0) + (0.4 + (one?.form ?? 0) * 0.6) / windows.length);
      }
    }
    support = next;
    picked = all.map(best);
  }
  return picked.flatMap((one, i) => {
    const window = windows[i];
    if (one === null || window === undefined) return [];
    return [{ at: one.at, window, form: one.form, support: Math.min(1, supportOf(one)) }];
  });
}
