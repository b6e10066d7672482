import { takingTurns } from '../taking-turns.ts';

/** So many are sorted, or merged, between two looks at the time. */
const AT_ONCE = 1024;

/** As `toSorted`, stable, with turns of the event loop between. */
export async function sortInTurns<T>(
  items: readonly T[],
  compare: (one: T, other: T) => number,
): Promise<T[]> {
  const turn = takingTurns();
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    await turn();
    runs.push(items.slice(at, at + AT_ONCE).sort(compare));
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(await merge(runs[at] ?? [], runs[at + 1] ?? [], compare, turn));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (one: T, other: T) => number,
  turn: () => Promise<void>,
): Promise<T[]> {
  const merged: T[] = [];
  let at = 0;
  for (const one of left) {
    for (let other = right[at]; other !== undefined && compare(other, one) < 0;) {
      merged.push(other);
      at += 1;
      other = right[at];
    }
    merged.push(one);
    if (merged.length % AT_ONCE === 0) await turn();
  }
  return [...merged, ...right.slice(at)];
}
