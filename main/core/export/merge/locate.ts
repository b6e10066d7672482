/**
 * Finds in a file what Lectern wrote into it: each unit by its anchor, wherever the user has moved
 * it, and around the anchors line by line.
 */
import type { Part, Unit } from '../document.ts';
import { alignLines } from './align.ts';
import { comparable, type FileLine } from './file-text.ts';
import { likeness } from './likeness.ts';

export interface LocatedPart {
  part: Part;
  /** Indexes of the file's lines, inclusive; null where nothing of it is left. */
  span: { first: number; last: number } | null;
  /** Whether it stands as it was written, with nothing between its lines. */
  intact: boolean;
}

export interface LocatedUnit {
  unit: Unit;
  /** False where the user has taken it out. */
  present: boolean;
  parts: LocatedPart[];
}

interface Expected {
  unit: number;
  part: number;
  text: string;
  isAnchor: boolean;
  at: number | null;
  /** The last line that stands in its place, where that is not `at`. */
  until: number | null;
}

/** Below this likeness two lines are not taken for one that was edited. */
const LEAST_LIKENESS = 0.5;

export function locateUnits(units: readonly Unit[], lines: readonly FileLine[]): LocatedUnit[] {
  const texts = lines.map(({ text }) => comparable(text));
  const expected = units.map((unit, index) => expectedLines(unit, index));
  const anchors = findAnchors(units, expected, texts);
  for (const zone of zonesOf(units, expected, anchors, texts.length)) {
    settleZone(zone, texts);
    claimReplaced(zone, units, lines);
  }
  return units.map((unit, index) => {
    const all = expected[index] ?? [];
    const parts = unit.parts.map((part, at) =>
      locatedPart(
        part,
        all.filter((line) => line.part === at),
        texts,
      ),
    );
    const present =
      unit.anchor === null ? parts.some(({ span }) => span !== null) : anchors.has(index);
    return { unit, present, parts };
  });
}

function expectedLines(unit: Unit, index: number): Expected[] {
  const lines = unit.parts.flatMap(({ text }, part) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({
        unit: index,
        part,
        text: comparable(line),
        isAnchor: false,
        at: null as number | null,
        until: null as number | null,
      })),
  );
  const anchor = lines.find(({ text }) => anchorsIn(text).includes(unit.anchor ?? ''));
  if (anchor !== undefined) anchor.isAnchor = true;
  return lines;
}

/** Anchors that stand in a line, links to them (`[[file#^lectern-…]]`) left out. */
export function anchorsIn(line: string): string[] {
  return [...line.matchAll(/(?<![\w-]|#\^?)lectern-[a-z0-9-]+/gu)].map(([anchor]) => anchor);
}

/** The file's line of each unit that is still there; a line is one unit's. */
function findAnchors(
  units: readonly Unit[],
  expected: readonly (readonly Expected[])[],
  texts: readonly string[],
): Map<number, number> {
  const places = new Map<string, number[]>();
  for (const [at, text] of texts.entries()) {
    for (const anchor of anchorsIn(text)) {
      places.set(anchor, [...(places.get(anchor) ?? []), at]);
    }
  }
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const [index, unit] of units.entries()) {
    const line = expected[index]?.find(({ isAnchor }) => isAnchor);
    const free = (places.get(unit.anchor ?? '') ?? []).filter((at) => !taken.has(at));
    const at = free.find((place) => texts[place] === line?.text) ?? free[0];
    if (line === undefined || at === undefined) continue;
    line.at = at;
    taken.add(at);
    found.set(index, at);
  }
  return found;
}

/** The lines between two anchors of the file, and what of Lectern's is expected among them. */
interface Zone {
  first: number;
  end: number;
  expected: Expected[];
}

function zonesOf(
  units: readonly Unit[],
  expected: readonly (readonly Expected[])[],
  anchors: ReadonlyMap<number, number>,
  length: number,
): Zone[] {
  const inFile = [...anchors].sort((one, other) => one[1] - other[1]).map(([unit]) => unit);
  const { before, after } = attachUnanchored(units, anchors);
  const linesOf = (all: readonly number[] = []) => all.flatMap((unit) => expected[unit] ?? []);
  return [null, ...inFile].map((above, index) => {
    const below = inFile[index];
    const start = above === null ? 0 : (anchors.get(above) ?? 0) + 1;
    return {
      first: start,
      end: below === undefined ? length : (anchors.get(below) ?? length),
      expected: [
        ...(above === null ? [] : tailOf(expected[above] ?? [])),
        ...linesOf(after.get(above)),
        ...linesOf(below === undefined ? [] : before.get(below)),
        ...(below === undefined ? [] : headOf(expected[below] ?? [])),
      ],
    };
  });
}

/** Headings and the like stand where the unit stands that came after them, or else before. */
function attachUnanchored(units: readonly Unit[], anchors: ReadonlyMap<number, number>) {
  const before = new Map<number, number[]>();
  const after = new Map<number | null, number[]>();
  let waiting: number[] = [];
  let previous: number | null = null;
  for (const [index, unit] of units.entries()) {
    if (unit.anchor === null) waiting.push(index);
    if (!anchors.has(index)) continue;
    before.set(index, waiting);
    waiting = [];
    previous = index;
  }
  after.set(previous, waiting);
  return { before, after };
}

function headOf(lines: readonly Expected[]): Expected[] {
  return lines.slice(
    0,
    lines.findIndex(({ isAnchor }) => isAnchor),
  );
}

function tailOf(lines: readonly Expected[]): Expected[] {
  return lines.slice(lines.findIndex(({ isAnchor }) => isAnchor) + 1);
}

function settleZone({ first, end, expected }: Zone, texts: readonly string[]): void {
  const aligned = alignLines(
    expected.map(({ text }) => text),
    texts.slice(first, end),
  );
  for (const [index, line] of expected.entries()) {
    const at = aligned[index] ?? null;
    line.at = at === null ? null : first + at;
  }
  let from = first;
  for (let index = 0; index < expected.length;) {
    const missing = expected.slice(index).findIndex(({ at }) => at !== null);
    const stop = missing === -1 ? expected.length : index + missing;
    const to = expected[stop]?.at ?? end;
    if (stop > index) claimEdited(expected.slice(index, stop), from, to, texts);
    from = to + 1;
    index = stop + 1;
  }
}

/** Lines that were edited are still the ones they were, when enough of their words is left. */
function claimEdited(
  missing: readonly Expected[],
  from: number,
  to: number,
  texts: readonly string[],
): void {
  let start = from;
  for (const line of missing) {
    let best = { at: -1, score: LEAST_LIKENESS };
    for (let at = start; at < to; at += 1) {
      const score = likeness(line.text, texts[at] ?? '');
      if (score > best.score) best = { at, score };
    }
    if (best.at === -1) continue;
    line.at = best.at;
    start = best.at + 1;
  }
}

/**
 * Where nothing of a note is left, the paragraphs that stand in its place are taken for what its user
 * made of it: as many as it had.
 */
function claimReplaced(
  { first, end, expected }: Zone,
  units: readonly Unit[],
  lines: readonly FileLine[],
): void {
  for (const [index, line] of expected.entries()) {
    const before = expected[index - 1];
    const part = units[line.unit]?.parts[line.part];
    if (part?.role !== 'note' || line.part === 0 || before?.part === line.part) continue;
    if (before !== undefined && before.unit !== line.unit) continue;
    const own = expected.filter((one) => one.unit === line.unit && one.part === line.part);
    // Where nothing is expected before it, its unit's anchor stands above the zone.
    const above = before === undefined ? first - 1 : before.at;
    if (above === null || own.some(({ at }) => at !== null)) continue;
    const to = expected.slice(index).find(({ at }) => at !== null)?.at ?? end;
    const last = endOfParagraphs(lines, above + 1, to, part.text.split(/\n\s*\n/u).length);
    if (last === null) continue;
    line.at = above + 1;
    line.until = last;
  }
}

/** The last line of so many paragraphs, before `to` and the next heading; null where there is none. */
function endOfParagraphs(
  lines: readonly FileLine[],
  from: number,
  to: number,
  paragraphs: number,
): number | null {
  let last: number | null = null;
  let passed = 0;
  for (let at = from; at < to && passed < paragraphs; at += 1) {
    const { text = '', gap = '' } = lines[at] ?? {};
    if (/^\s{0,3}#{1,6}\s/u.test(text)) break;
    last = at;
    if (/\n\s*\n|\r\s*\r/u.test(gap)) passed += 1;
  }
  return last;
}

function locatedPart(
  part: Part,
  lines: readonly Expected[],
  texts: readonly string[],
): LocatedPart {
  const places = lines.flatMap(({ at, until }) => [at, until]).filter((at) => at !== null);
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return { part, span: null, intact: false };
  const intact =
    places.length === lines.length &&
    last - first === lines.length - 1 &&
    lines.every(({ text, at }) => at !== null && texts[at] === text);
  return { part, span: { first, last }, intact };
}
