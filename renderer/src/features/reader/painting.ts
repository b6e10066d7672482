/** Paints highlights and search matches with the CSS Custom Highlight API: the page's DOM is never touched. */
import {
  HIGHLIGHT_COLORS,
  type Annotation,
  type TextRange,
} from '../../../../main/shared/entities.ts';
import { toDomRange, type Leaf } from './offsets.ts';

const supported = 'highlights' in CSS;

export function paintAnnotations(
  leaves: readonly Leaf[],
  annotations: readonly Annotation[],
  focusedId: string | null,
): void {
  if (!supported) return;
  for (const color of HIGHLIGHT_COLORS) {
    const ranges = annotations.filter((annotation) => annotation.color === color);
    paint(`lectern-${color}`, leaves, rangesOf(ranges), 0);
  }
  const noted = annotations.filter(({ note }) => note !== '');
  paint('lectern-noted', leaves, rangesOf(noted), 1);
  const focused = annotations.filter(({ id }) => id === focusedId);
  paint('lectern-focused', leaves, rangesOf(focused), 2);
}

export function paintMatches(leaves: readonly Leaf[], ranges: readonly TextRange[]): void {
  if (supported) paint('lectern-match', leaves, ranges, 3);
}

export function clearPainting(): void {
  if (supported) CSS.highlights.clear();
}

function rangesOf(annotations: readonly Annotation[]): TextRange[] {
  return annotations.flatMap(({ anchor }) => (anchor.range === null ? [] : [anchor.range]));
}

function paint(
  name: string,
  leaves: readonly Leaf[],
  ranges: readonly TextRange[],
  priority: number,
): void {
  const domRanges = ranges.flatMap((range) => toDomRange(leaves, range) ?? []);
  if (domRanges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...domRanges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
