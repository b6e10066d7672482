/**
 * A segment with what has been removed from it since; a new value for each removal, never changed
 * in place.
 */
import type { Segment } from './segment.ts';

export interface LiveSegment {
  /** Of its file; unique for good. */
  name: string;
  segment: Segment;
  /** By document: 1 when it was removed or replaced. */
  dead: Uint8Array;
  liveCount: number;
}

export function liveSegment(name: string, segment: Segment, dead?: Uint8Array): LiveSegment {
  const marks = dead ?? new Uint8Array(segment.ids.length);
  const deadCount = marks.reduce((sum, mark) => sum + mark, 0);
  return { name, segment, dead: marks, liveCount: segment.ids.length - deadCount };
}

/** Without those ids, and without segments in which nothing is left. */
export function withoutIds(
  segments: readonly LiveSegment[],
  ids: ReadonlySet<string>,
): LiveSegment[] {
  return segments.map((live) => killed(live, ids)).filter((live) => live.liveCount > 0);
}

function killed(live: LiveSegment, ids: ReadonlySet<string>): LiveSegment {
  let dead: Uint8Array | null = null;
  for (let doc = 0; doc < live.dead.length; doc++) {
    if (live.dead[doc] === 1 || !ids.has(live.segment.ids[doc] ?? '')) continue;
    dead ??= live.dead.slice();
    dead[doc] = 1;
  }
  return dead === null ? live : liveSegment(live.name, live.segment, dead);
}

export function revisionsOf(segments: readonly LiveSegment[]): Record<string, string> {
  const revisions: [string, string][] = [];
  for (const { segment, dead } of segments) {
    for (const [doc, id] of segment.ids.entries()) {
      if (dead[doc] === 0) revisions.push([id, segment.revs[doc] ?? '']);
    }
  }
  return Object.fromEntries(revisions);
}
