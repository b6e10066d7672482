/**
 * Finds in a file what Lectern wrote into it: each unit by its anchor, wherever the user has moved
 * it, and around the anchors line by line.
 */
import type { Part, Unit } from '../document.ts';
import { alignLines } from './align.ts';
import type { FileLine } from './file-text.ts';
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
}

/** Below this likeness two lines are not taken for one that was edited. */
const LEAST_LIKENESS = 0.5;

export function locateUnits(units: readonly Unit[], lines: readonly FileLine[]): LocatedUnit[] {
  const texts = lines.map(({ text }) => text.trimEnd());
  const expected = units.map((unit, index) => expectedLines(unit, index));
  const anchors = findAnchors(units, expected, texts);
  for (const zone of zonesOf(units, expected, anchors, texts.length)) settleZone(zone, texts);
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
        text: line.trimEnd(),
        isAnchor: false,
        at: null as number | null,
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

function locatedPart(
  part: Part,
  lines: readonly Expected[],
  texts: readonly string[],
): LocatedPart {
  const places = lines.map(({ at }) => at).filter((at) => at !== null);
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return { part, span: null, intact: false };
  const intact =
    places.length === lines.length &&
    last - first === lines.length - 1 &&
    lines.every(({ text, at }) => at !== null && texts[at] === text);
  return { part, span: { first, last }, intact };
}
