/**
 * Merging segments into one: which, by a log-structured policy, and how, by one pass over their
 * sorted terms.
 */
import type { LiveSegment } from './live-segment.ts';
import { compareTerms, createSegmentBuilder, type Segment, type TermPostings } from './segment.ts';
import { FIELDS } from './fields.ts';

/**
 * Segments whose sizes are within a factor of FAN are of one tier; FAN of a tier are merged. So
 * there are never more than FAN - 1 a tier, and each document is rewritten once a tier: 5 times
 * among 30,000.
 */
const FAN = 8;
/**
 * A segment is rewritten when this share of it is dead, so that replaced notes don't fill the disk.
 */
const MOST_DEAD = 1 / 3;

/** The segments to merge next; empty when all is well. */
export function segmentsToMerge(segments: readonly LiveSegment[]): LiveSegment[] {
  const tiers = new Map<number, LiveSegment[]>();
  for (const live of segments) {
    const tier = Math.floor(Math.log(Math.max(1, live.liveCount)) / Math.log(FAN) + 1e-9);
    tiers.set(tier, [...(tiers.get(tier) ?? []), live]);
  }
  const full = [...tiers].sort(([a], [b]) => a - b).find(([, members]) => members.length >= FAN);
  if (full !== undefined) return full[1];
  const worn = segments.find(
    ({ segment, liveCount }) => 1 - liveCount / segment.ids.length > MOST_DEAD,
  );
  return worn === undefined ? [] : [worn];
}

/**
 * The live documents of all sources in one segment. `pause` is awaited between steps, so that
 * queries can be answered meanwhile.
 */
export async function mergeSegments(
  sources: readonly LiveSegment[],
  pause: () => Promise<void>,
): Promise<Segment> {
  const documents: Pick<Segment, 'ids' | 'revs'> = { ids: [], revs: [] };
  const lengths: number[] = [];
  const cursors = sources.map((source) => {
    const numbers = new Int32Array(source.segment.ids.length).fill(-1);
    for (const [doc, id] of source.segment.ids.entries()) {
      if (source.dead[doc] === 1) continue;
      numbers[doc] = documents.ids.length;
      documents.ids.push(id);
      documents.revs.push(source.segment.revs[doc] ?? '');
      const from = doc * FIELDS.length;
      lengths.push(...source.segment.lengths.subarray(from, from + FIELDS.length));
    }
    return createCursor(source.segment, numbers);
  });
  const builder = createSegmentBuilder({ ...documents, lengths: Uint32Array.from(lengths) });
  for (;;) {
    await pause();
    const merged = leastOf(cursors);
    if (merged === null) return builder.build();
    if (merged.docs.length > 0) builder.push(merged);
  }
}

/** Takes the least term from all cursors that stand on it. */
function leastOf(cursors: readonly Cursor[]): TermPostings | null {
  let least: Pick<TermPostings, 'stem' | 'term'> | null = null;
  for (const cursor of cursors) {
    const head = cursor.head();
    if (head !== null && (least === null || compareTerms(head, least) < 0)) least = head;
  }
  if (least === null) return null;
  const merged: TermPostings = { ...least, docs: [], counts: [] };
  for (const cursor of cursors) {
    const head = cursor.head();
    if (head !== null && compareTerms(head, least) === 0) cursor.takeInto(merged);
  }
  return merged;
}

interface Cursor {
  head(): Pick<TermPostings, 'stem' | 'term'> | null;
  takeInto(merged: TermPostings): void;
}

/** `numbers` gives each document its number in the merged segment, -1 for the dead. */
function createCursor(segment: Segment, numbers: Int32Array): Cursor {
  let stem = 0;
  let term = 0;
  let head = headAt();

  function headAt(): Pick<TermPostings, 'stem' | 'term'> | null {
    const text = segment.terms[term];
    if (text === undefined) return null;
    while ((segment.termsFrom[stem + 1] ?? Infinity) <= term) stem += 1;
    return { stem: segment.stems[stem] ?? '', term: text };
  }

  function takeInto(merged: TermPostings): void {
    const end = segment.postingsFrom[term + 1] ?? 0;
    for (let at = segment.postingsFrom[term] ?? end; at < end; at++) {
      const doc = numbers[segment.docs[at] ?? 0] ?? -1;
      if (doc === -1) continue;
      merged.docs.push(doc);
      merged.counts.push(segment.counts[at] ?? 0);
    }
    term += 1;
    head = headAt();
  }

  return { head: () => head, takeInto };
}
