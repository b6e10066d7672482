/**
 * Overlapping highlights are drawn in lanes, so that each can be seen: what encloses lies below what
 * is enclosed, and no two in a lane overlap, but in the last one where there is no other room.
 */
import type { TextRange } from '../../../../main/shared/entities.ts';

export const LANES = 3;

interface Ranged {
  id: string;
  range: TextRange;
}

/** Lanes by id, from 0. O(n log n). */
export function lanesOf(ranged: readonly Ranged[]): Map<string, number> {
  const lanes = new Map<string, number>();
  const ends = Array.from({ length: LANES }, () => 0);
  for (const { id, range } of inPaintingOrder(ranged)) {
    const free = ends.findIndex((end) => end <= range.start);
    const lane = free === -1 ? LANES - 1 : free;
    ends[lane] = Math.max(ends[lane] ?? 0, range.end);
    lanes.set(id, lane);
  }
  return lanes;
}

/**
 * The ids that hang together with one by overlapping, in reading order, itself among them; empty
 * when it isn't there.
 */
export function overlapping(ranged: readonly Ranged[], id: string): string[] {
  let group: string[] = [];
  let end = 0;
  for (const { id: other, range } of inPaintingOrder(ranged)) {
    if (range.start >= end) {
      if (group.includes(id)) return group;
      group = [];
    }
    group.push(other);
    end = Math.max(end, range.end);
  }
  return group.includes(id) ? group : [];
}

function inPaintingOrder(ranged: readonly Ranged[]): Ranged[] {
  return ranged.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}
