/**
 * Paints highlights and search matches with the CSS Custom Highlight API: the page's DOM is never
 * touched. What is painted already stays: a change costs what changed, whatever else is there.
 */
import type { Annotation, TextRange } from '../../../../main/shared/entities.ts';
import { lanesOf } from './lanes.ts';
import { toDomRange, type Leaves } from './offsets.ts';

const supported = 'highlights' in CSS;

/** What lies above the lanes of the highlights. */
const PRIORITY = { noted: 4, focused: 5, match: 6, found: 7, present: 8 };
const MATCH = 'match ';
const FOUND = 'found ';

interface Painted {
  name: string;
  start: number;
  end: number;
  range: Range;
}

interface Wanted {
  name: string;
  range: TextRange;
  priority: number;
}

/** The painting of one reader. The names of the highlights are the page's, the ranges its own. */
export class Painter {
  private readonly painted = new Map<string, Painted>();

  /**
   * Leaves that come and go (a long article is set piece by piece) are given anew; ranges in leaves
   * that stay are kept.
   */
  paintAnnotations(
    leaves: Leaves,
    annotations: readonly Annotation[],
    focusedId: string | null,
  ): void {
    this.paint(leaves, wantedFor(annotations, focusedId), isOfAnnotation);
  }

  paintMatches(leaves: Leaves, ranges: readonly TextRange[]): void {
    const wanted = new Map<string, Wanted>();
    for (const range of ranges) {
      const key = `${MATCH}${range.start}`;
      wanted.set(key, { name: 'lectern-match', range, priority: PRIORITY.match });
    }
    this.paint(leaves, wanted, (key) => key.startsWith(MATCH));
  }

  /** What Find in the article has found, and the one of it that one is at. */
  paintFound(leaves: Leaves, ranges: readonly TextRange[], present: TextRange | null): void {
    const wanted = new Map<string, Wanted>();
    for (const range of ranges) {
      const key = `${FOUND}${range.start}`;
      wanted.set(key, { name: 'lectern-found', range, priority: PRIORITY.found });
    }
    if (present !== null) {
      const there = { name: 'lectern-found-present', range: present, priority: PRIORITY.present };
      wanted.set(`${FOUND}present`, there);
    }
    this.paint(leaves, wanted, (key) => key.startsWith(FOUND));
  }

  clear(): void {
    for (const [key, known] of this.painted) this.take(key, known);
  }

  private paint(
    leaves: Leaves,
    wanted: ReadonlyMap<string, Wanted>,
    concerns: (key: string) => boolean,
  ): void {
    if (!supported) return;
    for (const [key, known] of this.painted) {
      const now = wanted.get(key);
      if (concerns(key) && (now === undefined || !isSame(known, now))) this.take(key, known);
    }
    for (const [key, one] of wanted) {
      if (!this.painted.has(key)) this.put(leaves, key, one);
    }
  }

  private put(leaves: Leaves, key: string, { name, range, priority }: Wanted): void {
    const domRange = toDomRange(leaves, range);
    if (domRange === null) return;
    let highlight = CSS.highlights.get(name);
    if (highlight === undefined) {
      highlight = new Highlight();
      highlight.priority = priority;
      CSS.highlights.set(name, highlight);
    }
    highlight.add(domRange);
    this.painted.set(key, { name, ...range, range: domRange });
  }

  private take(key: string, { name, range }: Painted): void {
    CSS.highlights.get(name)?.delete(range);
    this.painted.delete(key);
  }
}

function isOfAnnotation(key: string): boolean {
  return !key.startsWith(MATCH) && !key.startsWith(FOUND);
}

function wantedFor(
  annotations: readonly Annotation[],
  focusedId: string | null,
): Map<string, Wanted> {
  const ranged = annotations.flatMap(({ id, color, note, anchor: { range } }) =>
    range === null ? [] : [{ id, color, noted: note !== '', range }],
  );
  const lanes = lanesOf(ranged);
  const wanted = new Map<string, Wanted>();
  for (const { id, color, noted, range } of ranged) {
    const lane = lanes.get(id) ?? 0;
    wanted.set(id, { name: `lectern-${color}-${lane}`, range, priority: lane });
    if (noted)
      wanted.set(`${id} noted`, { name: 'lectern-noted', range, priority: PRIORITY.noted });
    if (id === focusedId) {
      wanted.set('focused', { name: 'lectern-focused', range, priority: PRIORITY.focused });
    }
  }
  return wanted;
}

function isSame(known: Painted, { name, range }: Wanted): boolean {
  return (
    known.name === name &&
    known.start === range.start &&
    known.end === range.end &&
    isInText(known.range.startContainer) &&
    isInText(known.range.endContainer)
  );
}

/** A range whose text was taken from the page stands between elements now. */
function isInText(node: Node): boolean {
  return node.nodeType === Node.TEXT_NODE && node.isConnected;
}
