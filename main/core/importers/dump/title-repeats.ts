/**
 * Lines that say an earlier title again, each time with the same words around it: a teaser in a
 * wording that no list knows ("Zobacz pełny tekst wpisu „…”"). Three of them prove the wording.
 */
import { gapAfter, gapBefore, type DumpText } from './dump-text.ts';
import { endsAsSentence } from './title-form.ts';
import { titleKey, type TitlePlaces } from './title-key.ts';
import type { Teaser } from './teaser-line.ts';

const LEAST = 3;
/** Cells. */
const WIDEST = 200;
const SHORTEST_TITLE = 6;
const MOST_BEFORE = 6;
const MOST_AFTER = 4;
const LINES_BACK = 600;
/** Share of the lines of a wording over which text stands, for which it ends a shortened text. */
const MOSTLY = 0.6;

interface Repeat {
  at: number;
  title: string;
  wording: string;
}

const QUOTED = /^(.*?)[“”"„«»‚‘「『]\s?(.{4,}?)\s?[“”"„«»‘’」』](.*)$/u;

/** What may be the title in a line, with the words around it. */
function readings(text: string): { title: string; wording: string }[] {
  const found: { title: string; wording: string }[] = [];
  const add = (before: string, title: string, after: string): void => {
    const wording = `${before.trim()} … ${after.trim()}`.toLowerCase();
    if (/\p{L}/u.test(wording)) found.push({ title, wording });
  };
  const quoted = QUOTED.exec(text);
  if (quoted) add(quoted[1] ?? '', quoted[2] ?? '', quoted[3] ?? '');
  const words = text.split(/\s+/u);
  for (let cut = 1; cut <= MOST_BEFORE && cut < words.length - 1; cut += 1) {
    add(words.slice(0, cut).join(' '), words.slice(cut).join(' '), '');
  }
  for (let cut = 1; cut <= MOST_AFTER && cut < words.length - 1; cut += 1) {
    add('', words.slice(0, -cut).join(' '), words.slice(-cut).join(' '));
  }
  return found;
}

function couldRepeat(dump: DumpText, at: number): boolean {
  const line = dump.lines[at];
  if (!line || line.text === '' || line.code || line.width > WIDEST || line.teaser) return false;
  if (line.heading || line.ordinal || line.bullet || line.meta || line.chrome) return false;
  if (line.field?.name != null || endsAsSentence(line.text)) return false;
  return gapBefore(dump, at) > 0 && gapAfter(dump, at) > 0;
}

function repeatsAt(dump: DumpText, titles: TitlePlaces, at: number): Repeat[] {
  return readings(dump.lines[at]?.text ?? '').flatMap(({ title, wording }) => {
    const key = titleKey(title);
    if (key.length < SHORTEST_TITLE) return [];
    const places = titles.get(key) ?? [];
    const known = places.some((place) => place < at && place >= at - LINES_BACK);
    return known ? [{ at, title, wording }] : [];
  });
}

/** The teasers that only their repeating tells, by line. */
export function findTitleRepeats(dump: DumpText, titles: TitlePlaces): Map<number, Teaser> {
  const wordings = new Map<string, Repeat[]>();
  for (const at of dump.lines.keys()) {
    if (!couldRepeat(dump, at)) continue;
    for (const repeat of repeatsAt(dump, titles, at)) {
      const known = wordings.get(repeat.wording);
      if (known === undefined) wordings.set(repeat.wording, [repeat]);
      else known.push(repeat);
    }
  }
  const teasers = new Map<number, Teaser>();
  for (const repeats of wordings.values()) {
    if (new Set(repeats.map((one) => titleKey(one.title))).size < LEAST) continue;
    const under = repeats.filter((one) => standsUnderText(dump, one.at)).length;
    const kind = under >= repeats.length * MOSTLY ? 'cut' : 'closing';
    for (const { at, title } of repeats) {
      teasers.set(at, { title, kind, definite: false, inline: false });
    }
  }
  return teasers;
}

function standsUnderText(dump: DumpText, at: number): boolean {
  const over = dump.lines[dump.previous[at] ?? -1];
  return over !== undefined && (over.width > 60 || endsAsSentence(over.text));
}
