/**
 * Texts that are edited as people and converters edit them, with the truth of what became of every
 * character: each code unit carries the offset it had, or -1 when an edit brought it. A sentence that
 * was repeated and then taken out where it stood has, for whoever sees both texts, moved to its copy:
 * a copied code unit carries `copyOf` the offset.
 */
import { tidyRange } from '../../main/shared/text/whole-range.ts';
import type { TextRange } from '../../main/shared/entities.ts';
import type { Random } from '../property/dump/random.ts';

export interface EditedText {
  text: string;
  /** By code unit, the offset in the text before all edits; -1 for what was added; `copyOf` an offset. */
  origins: number[];
}

/** What became of the words that were in a range. */
export type Fate =
  | { kind: 'kept'; range: TextRange }
  /** Half of them or more are left, near each other. */
  | { kind: 'changed'; range: TextRange }
  | { kind: 'gone'; range: null };

type Edit = (edited: EditedText, random: Random, near: TextRange) => EditedText;

const WORDS =
  'harbour lamp tide keeper signal rope ledger clock winter river north gale chart bell'.split(' ');
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export function unedited(text: string): EditedText {
  return { text, origins: Array.from({ length: text.length }, (_, at) => at) };
}

/** Of an offset and back: below -1. */
const copyOf = (offset: number) => -2 - offset;

function splice(
  { text, origins }: EditedText,
  at: number,
  remove: number,
  add: string,
  from: readonly number[] = Array.from({ length: add.length }, () => -1),
): EditedText {
  const end = Math.min(text.length, at + remove);
  return {
    text: text.slice(0, at) + add + text.slice(end),
    origins: [...origins.slice(0, at), ...from, ...origins.slice(end)],
  };
}

/** Replaces character for character, keeping what each comes from. */
function mapUnits(edited: EditedText, map: (character: string) => string): EditedText {
  const parts: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const character of edited.text) {
    const mapped = map(character);
    parts.push(mapped);
    for (let unit = 0; unit < mapped.length; unit += 1) {
      origins.push(edited.origins[at + Math.min(unit, character.length - 1)] ?? -1);
    }
    at += character.length;
  }
  return { text: parts.join(''), origins };
}

function unitsOf(text: string, pattern: RegExp): TextRange[] {
  return [...text.matchAll(pattern)].map(({ 0: unit, index }) => ({
    start: index,
    end: index + unit.length,
  }));
}

const sentences = (text: string) => unitsOf(text, /[^.!?。\n]+[.!?。]*["”’]?\s*/gu);
const paragraphs = (text: string) => unitsOf(text, /[^\n]+\n*/gu);
const wordsIn = (text: string) => unitsOf(text, /[\p{L}\p{N}]+/gu);

function someWords(random: Random, most: number): string {
  return Array.from({ length: random.int(1, most) }, () => random.pick(WORDS)).join(' ');
}

function pickUnit(random: Random, units: TextRange[]): TextRange {
  return units.length === 0 ? { start: 0, end: 0 } : random.pick(units);
}

/** Inside what is left of a range, or anywhere when nothing is. */
function within(edited: EditedText, near: TextRange): TextRange {
  const first = edited.origins.findIndex((from) => from >= near.start && from < near.end);
  const last = edited.origins.findLastIndex((from) => from >= near.start && from < near.end);
  return first === -1 ? { start: 0, end: edited.text.length } : { start: first, end: last + 1 };
}

function wordWithin(edited: EditedText, random: Random, near: TextRange): TextRange {
  const { start, end } = within(edited, near);
  const unit = pickUnit(random, wordsIn(edited.text.slice(start, end)));
  return { start: start + unit.start, end: start + unit.end };
}

const ELSEWHERE: Record<string, Edit> = {
  'add a sentence': (edited, random) => {
    const { start } = pickUnit(random, sentences(edited.text));
    return splice(edited, start, 0, `${someWords(random, 12)}. `);
  },
  'remove a sentence': (edited, random) => {
    const { start, end } = pickUnit(random, sentences(edited.text));
    return splice(edited, start, end - start, '');
  },
  'replace a word': (edited, random) => {
    const { start, end } = pickUnit(random, wordsIn(edited.text));
    return splice(edited, start, end - start, random.pick(WORDS));
  },
  'move a paragraph': (edited, random) => {
    const { start, end } = pickUnit(random, paragraphs(edited.text));
    const moved = {
      text: edited.text.slice(start, end),
      origins: edited.origins.slice(start, end),
    };
    const rest = splice(edited, start, end - start, '');
    const at = pickUnit(random, paragraphs(rest.text)).start;
    return {
      text: rest.text.slice(0, at) + moved.text + rest.text.slice(at),
      origins: [...rest.origins.slice(0, at), ...moved.origins, ...rest.origins.slice(at)],
    };
  },
  'repeat a sentence': (edited, random) => {
    const { start, end } = pickUnit(random, sentences(edited.text));
    const at = pickUnit(random, sentences(edited.text)).start;
    const from = edited.origins.slice(start, end).map((one) => (one < 0 ? one : copyOf(one)));
    return splice(edited, at, 0, edited.text.slice(start, end), from);
  },
  'add a head': (edited, random) => splice(edited, 0, 0, `${someWords(random, 40)}\n\n`),
  'cut the end': (edited, random) => {
    const at = pickUnit(random, paragraphs(edited.text)).start;
    return at < edited.text.length / 2 ? edited : splice(edited, at, edited.text.length, '');
  },
};

const INSIDE: Record<string, Edit> = {
  'mistype inside': (edited, random, near) => {
    const { start, end } = within(edited, near);
    const at = start + random.int(0, Math.max(0, end - start - 1));
    return splice(edited, at, random.int(0, 1), random.pick([...LETTERS]));
  },
  'replace a word inside': (edited, random, near) => {
    const { start, end } = wordWithin(edited, random, near);
    return splice(edited, start, end - start, random.pick(WORDS));
  },
  'add words inside': (edited, random, near) => {
    const { end } = wordWithin(edited, random, near);
    return splice(edited, end, 0, ` ${someWords(random, 3)}`);
  },
  'remove the words': (edited, _random, near) => {
    const { start, end } = within(edited, near);
    return splice(edited, start, end - start, '');
  },
  'write others in their place': (edited, random, near) => {
    const { start, end } = within(edited, near);
    return splice(edited, start, end - start, someWords(random, 6));
  },
};

const TYPOGRAPHY: Record<string, Edit> = {
  'set quotes and dashes': (edited) =>
    mapUnits(edited, (one) => ({ '"': '”', "'": '’', '-': '–' })[one] ?? one),
  'straighten quotes and dashes': (edited) =>
    mapUnits(
      edited,
      (one) => ({ '“': '"', '”': '"', '’': "'", '—': '--', '…': '...' })[one] ?? one,
    ),
  'break lines': (edited, random) =>
    mapUnits(edited, (one) => (one === ' ' && random.chance(0.1) ? '\n' : one)),
  'decompose accents': (edited) => mapUnits(edited, (one) => one.normalize('NFD')),
  'set ligatures': (edited) => mapUnits(edited, (one) => (one === 'æ' ? 'ae' : one)),
  'bind spaces': (edited, random) =>
    mapUnits(edited, (one) => (one === ' ' && random.chance(0.2) ? '\u00a0' : one)),
};

export const KINDS = { elsewhere: ELSEWHERE, inside: INSIDE, typography: TYPOGRAPHY };

/** Some edits, by name; `near` is where those inside fall. */
export function editText(
  text: string,
  random: Random,
  near: TextRange,
  kinds: readonly (keyof typeof KINDS)[],
): EditedText & { edits: string[] } {
  let edited = unedited(text);
  const edits: string[] = [];
  for (let round = random.int(1, 4); round > 0; round -= 1) {
    const [name, edit] = random.pick(Object.entries(KINDS[random.pick(kinds)]));
    edited = edit(edited, random, near);
    edits.push(name);
  }
  return { ...edited, edits };
}

export function fateOf(text: string, range: TextRange, edited: EditedText): Fate {
  const fate = fateIn(text, range, edited);
  if (fate.kind !== 'gone') return fate;
  const copied = fateIn(text, range, { ...edited, origins: edited.origins.map(copyOf) });
  return copied.kind === 'kept' ? copied : fate;
}

function fateIn(text: string, { start, end }: TextRange, edited: EditedText): Fate {
  const places: number[] = [];
  for (const [at, from] of edited.origins.entries()) {
    if (from >= start && from < end) places.push(at);
  }
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return { kind: 'gone', range: null };
  const hull = { start: first, end: last + 1 };
  const words = text.slice(start, end);
  if (edited.text.slice(hull.start, hull.end) === words) {
    // With a mark added to its end it is another word.
    const tidy = tidyRange(edited.text, hull);
    const isWhole = tidy?.start === hull.start && tidy.end === hull.end;
    return { kind: isWhole ? 'kept' : 'changed', range: hull };
  }
  const left = new Set(places.map((at) => edited.origins[at])).size / (end - start);
  const isTogether = hull.end - hull.start <= 1.6 * (end - start) + 24;
  return left >= 0.5 && isTogether
    ? { kind: 'changed', range: hull }
    : { kind: 'gone', range: null };
}

/** A highlight as people make them: from a word to some paragraphs. */
export function randomHighlight(text: string, random: Random): TextRange | null {
  const kind = random.pick(['word', 'words', 'sentence', 'sentence', 'paragraphs'] as const);
  const units = kind === 'word' || kind === 'words' ? wordsIn(text) : sentences(text);
  if (units.length === 0) return null;
  const first = random.int(0, units.length - 1);
  const more = { word: 0, words: 5, sentence: 0, paragraphs: 6 }[kind];
  const last = Math.min(units.length - 1, first + random.int(0, more));
  return tidyRange(text, { start: units[first]?.start ?? 0, end: units[last]?.end ?? 0 });
}
