/**
 * What was written, by what is remembered and by what the file says: an export may have been cut off
 * after its file was written, and the library may be an older one or another one.
 */
import type { Part, Unit } from '../document.ts';
import type { FileLine } from './file-text.ts';
import { locateUnits, type LocatedUnit } from './locate.ts';

export function writtenUnits(
  known: readonly Unit[],
  lines: readonly FileLine[],
  next: readonly Unit[],
): Unit[] {
  const wanted = new Map(next.map((unit) => [unit.key, unit]));
  return [...newerOf(known, lines, wanted), ...unknownIn(known, lines, next)];
}

/** Units that stand as they would be written now, and don't stand as they were written before. */
function newerOf(
  known: readonly Unit[],
  lines: readonly FileLine[],
  wanted: ReadonlyMap<string, Unit>,
): Unit[] {
  const newer = known.map((unit) => wanted.get(unit.key) ?? unit);
  const isChanged = newer.some(
    (unit, index) => unit !== known[index] && !isSame(unit, known[index]),
  );
  if (!isChanged) return [...known];
  const before = locateUnits(known, lines);
  return locateUnits(newer, lines).map((located, index) => {
    const last = before[index];
    return last === undefined || isNewer(located, last) ? located.unit : last.unit;
  });
}

/** Whatever isn't as it was is as it would be written. */
function isNewer(now: LocatedUnit, last: LocatedUnit): boolean {
  const edited = last.parts.filter(({ intact }) => !intact);
  if (edited.length === 0 || !now.parts.every(({ intact }) => intact)) return false;
  const has = (role: Part['role']) => now.parts.some(({ part }) => part.role === role);
  return edited.every(({ part, span }) => span === null || has(part.role));
}

function unknownIn(
  known: readonly Unit[],
  lines: readonly FileLine[],
  next: readonly Unit[],
): Unit[] {
  const keys = new Set(known.map(({ key }) => key));
  const unknown = next.filter(({ key, anchor }) => {
    return !keys.has(key) && (anchor !== null || known.length === 0);
  });
  if (unknown.length === 0) return [];
  const found = locateUnits(unknown, lines).filter(({ present }) => present);
  return found.map(({ unit }) => unit);
}

function isSame(one: Unit, other: Unit | undefined): boolean {
  return JSON.stringify(one.parts) === JSON.stringify(other?.parts);
}
