/**
 * What recurs in a file of records: lines that say the same each time but for their numbers
 * ("612 words", "Document 3f81"), and lines of one kind (dates, bylines, fields, share links).
 */
import type { DumpText } from '../dump-text.ts';
import { endsAsSentence } from '../title-form.ts';
import type { TeaserProof } from '../teaser-proof.ts';
import type { TextLine } from '../text-line.ts';

/** Cells: wider lines are text. */
const WIDEST = 150;
const LEAST_SENTENCE = 45;
const LEAST_TIMES = 3;
/** Scripts without full stops: their text is known by its length alone. */
const SPACELESS = /^\P{L}*[\p{Script=Thai}\p{Script=Lao}]/u;
const WIDEST_SPACELESS = 75;

/** A line that is text and not a title, a label or a date. */
function isProse(dump: DumpText, at: number): boolean {
  const line = dump.lines[at];
  if (!line || line.text === '' || line.rule) return false;
  if (isKnown(line)) return false;
  const { wrapWidth, proseWidth } = dump.habits;
  if (endsAsSentence(line.text) && line.width >= LEAST_SENTENCE) return true;
  if (line.teaser?.inline === true) return true;
  if (SPACELESS.test(line.text)) return line.width > WIDEST_SPACELESS;
  if (wrapWidth === null) return line.width > Math.min(WIDEST, proseWidth * 0.75);
  const under = dump.lines[at + 1];
  if (under === undefined || under.text === '' || under.rule) return false;
  const word = /^\S+/u.exec(under.text.slice(0, 40))?.[0] ?? '';
  return line.width + 1 + word.length > wrapWidth * 0.95;
}

function isKnown(line: TextLine): boolean {
  return line.meta !== null || line.chrome !== null || line.field?.name != null;
}

/** The kind of a line whose words differ each time; null for any other. */
function kindOf(line: TextLine): string | null {
  if (line.rule) return `rule ${line.rule.mark}`;
  if (line.field?.name != null && line.field.name !== 'title') return `field ${line.field.key}`;
  if (line.chrome) return `chrome ${line.chrome}`;
  if (line.meta) return 'date';
  if (line.byline !== null) return 'byline';
  return null;
}

/** The text of a line without what counts or numbers in it. */
function maskedText({ text, meta }: TextLine): string {
  const undated = meta?.dateText == null ? text : text.replace(meta.dateText, '0');
  return undated
    .toLowerCase()
    .replace(/[\p{L}\p{N}_.,:·-]*\p{Nd}[\p{L}\p{N}_.,:·-]*/gu, '#')
    .replace(/\s+/gu, ' ');
}

/** How a line begins and ends: two words each, or its label. */
function edgesOf(text: string): string[] {
  const label = /^[^\s:：][^:：]{0,30}[:：]/u.exec(text)?.[0];
  const words = text.toLowerCase().split(/\s+/u);
  const labelled = label !== undefined && label.split(/\s+/u).length <= 3;
  if (labelled && label.length < text.length) {
    return [`begins ${label.toLowerCase().replace(/\p{Nd}+/gu, '#')}`];
  }
  if (words.length < 3) return [];
  const edges = [words.slice(0, 2), words.slice(-2)].map((pair) => pair.join(' '));
  return edges.flatMap((edge, i) =>
    /\p{Nd}/u.test(edge) ? [] : [`${i === 0 ? 'begins' : 'ends'} ${edge}`],
  );
}

export interface RecurringForms {
  /** True for the lines of text that records are told apart by. */
  isText: (at: number) => boolean;
  /** Titles that a teaser repeats. */
  proven: ReadonlySet<number>;
  /** The forms that recur, and the lines that have them in file order. */
  lines: ReadonlyMap<string, readonly number[]>;
  /** The form that tells most about a line. */
  formAt: ReadonlyMap<number, string>;
  /** The forms that tell most about most of their lines. */
  primary: ReadonlySet<string>;
  /** Lines that begin or end as others do, and how many of these there are. */
  edges: ReadonlyMap<number, number>;
}

/** The forms that stand at least three times in a file, with their lines in file order. */
export function findRecurringForms(dump: DumpText, proofs: readonly TeaserProof[]): RecurringForms {
  const ends = new Set(proofs.map((proof) => proof.teaserAt));
  const proven = new Set(proofs.flatMap((proof) => proof.titleAt ?? []));
  const isText = (at: number): boolean => ends.has(at) || (!proven.has(at) && isProse(dump, at));
  const texts = new Map<string, number[]>();
  const kinds = new Map<string, number[]>();
  const sides = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, at: number): void => {
    const lines = map.get(key);
    if (lines === undefined) map.set(key, [at]);
    else lines.push(at);
  };
  for (const [at, line] of dump.lines.entries()) {
    if (line.text === '' || line.code || isText(at)) continue;
    const kind = kindOf(line);
    if (kind !== null) add(kinds, kind, at);
    if (line.rule || line.width > WIDEST) continue;
    add(texts, maskedText(line), at);
    for (const edge of edgesOf(line.text)) add(sides, edge, at);
  }
  const lines = new Map<string, number[]>();
  const formAt = new Map<number, string>();
  const edges = new Map<number, number>();
  // What a field says differs; that it is there doesn't.
  const fields = new Map([
    ...[...kinds].filter(([key]) => key.startsWith('field ')),
    ...[...sides].filter(([key]) => /^begins .*[:：]$/u.test(key)),
  ]);
  for (const [prefix, map, least] of [
    ['', fields, LEAST_TIMES],
    ['text ', texts, LEAST_TIMES],
    ['', kinds, LEAST_TIMES],
    ['', sides, LEAST_TIMES + 1],
  ] as const) {
    for (const [key, places] of map) {
      if (places.length < least) continue;
      const form = prefix + key;
      lines.set(form, places);
      for (const at of places) {
        if (!formAt.has(at)) formAt.set(at, form);
        if (map === sides) edges.set(at, Math.max(edges.get(at) ?? 0, places.length));
      }
    }
  }
  const primary = new Set<string>();
  for (const [form, places] of lines) {
    const own = places.filter((at) => formAt.get(at) === form).length;
    if (own >= places.length / 2) primary.add(form);
  }
  return { isText, proven, lines, formAt, primary, edges };
}
