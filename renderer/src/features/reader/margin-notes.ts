/** Which notes stand in the margin of the paper, beside which block of the text. Pure functions. */
import type { Annotation } from '../../../../main/shared/entities.ts';
import { withoutLinks } from '../../../../main/shared/note-links.ts';
import {
  readMarkdown,
  toReadingText,
  type Block,
  type Inline,
} from '../../../../main/shared/text/reading.ts';

/** A longer note, in UTF-16 code units, is printed behind the text: the margin has no room for it. */
const MOST_IN_MARGIN = 280;
/** So much of the passage is repeated above its note. */
const MOST_QUOTED = 48;

interface Span {
  start: number;
  end: number;
}

export interface MarginNote {
  id: string;
  color: Annotation['color'];
  quote: string;
  note: string;
  /** `#one #two`. */
  tags: string;
  start: number;
}

export interface Annotated {
  annotation: Annotation;
  /** Names of its tags. */
  tags: readonly string[];
}

/** Whether a highlight says something that has room beside its line, in words that need no layout. */
export function fitsMargin({ annotation: { note, anchor }, tags }: Annotated): boolean {
  const says = note !== '' || tags.length > 0;
  if (!says || anchor.range === null || note.length > MOST_IN_MARGIN) return false;
  return readMarkdown(note).blocks.every(({ type }) => type === 'paragraph');
}

/** In reading order. */
export function marginNotes(annotated: readonly Annotated[]): MarginNote[] {
  return annotated
    .filter(fitsMargin)
    .map(({ annotation: { id, color, note, target, anchor }, tags }) => ({
      id,
      color,
      note: toReadingText(withoutLinks(note)),
      quote: shortened(target.quote.exact),
      tags: tags.map((name) => `#${name}`).join(' '),
      start: anchor.range?.start ?? 0,
    }))
    .toSorted((a, b) => a.start - b.start);
}

/** Those whose words begin in a span of the reading text. */
export function notesIn(notes: readonly MarginNote[], { start, end }: Span): MarginNote[] {
  return notes.filter((note) => start <= note.start && note.start < end);
}

/** The spans of the tables and the code in a block: what stands in them can't leave them. */
export function boxesIn(block: Block): Span[] {
  switch (block.type) {
    case 'code':
      return [block];
    case 'table': {
      const cells = block.rows.flat();
      return [{ start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 }];
    }
    case 'quote':
      return block.children.flatMap(boxesIn);
    case 'list':
    case 'footnotes':
      return block.items.flatMap(({ children }) => children.flatMap(boxesIn));
    default:
      return [];
  }
}

export interface Piece {
  /** What stands beside the first line of the piece. */
  note: MarginNote | null;
  inlines: readonly Inline[];
}

/** The text of a leaf, which starts at an offset, cut where notes on it begin. The notes are in order. */
export function inPieces(
  inlines: readonly Inline[],
  start: number,
  notes: readonly MarginNote[],
): Piece[] {
  const pieces: Piece[] = [];
  let note: MarginNote | null = null;
  let rest = inlines;
  let passed = start;
  for (const next of notes) {
    const [before, after] = cutAt(rest, next.start - passed);
    pieces.push({ note, inlines: before });
    passed = next.start;
    rest = after;
    note = next;
  }
  return [...pieces, { note, inlines: rest }];
}

/** So many characters, and what is left; emphasis and links that are cut go on behind the cut. */
function cutAt(inlines: readonly Inline[], length: number): [Inline[], Inline[]] {
  let left = length;
  const at = inlines.findIndex((inline) => {
    const here = lengthOf(inline);
    if (left < here || left === 0) return true;
    left -= here;
    return false;
  });
  const inline = inlines[at];
  if (inline === undefined) return [[...inlines], []];
  const [before, after] = [inlines.slice(0, at), inlines.slice(at + 1)];
  if (left === 0) return [before, [inline, ...after]];
  if ('value' in inline) {
    const first = { ...inline, value: inline.value.slice(0, left) };
    const second = { ...inline, value: inline.value.slice(left) };
    return [
      [...before, first],
      [second, ...after],
    ];
  }
  if (!('children' in inline)) return [before, [inline, ...after]];
  const [first, second] = cutAt(inline.children, left);
  return [
    [...before, { ...inline, children: first }],
    [{ ...inline, children: second }, ...after],
  ];
}

/** In the reading text: images and calls of footnotes have no characters. */
function lengthOf(inline: Inline): number {
  if ('value' in inline) return inline.value.length;
  if ('children' in inline) return inline.children.reduce((sum, one) => sum + lengthOf(one), 0);
  return inline.type === 'break' ? 1 : 0;
}

function shortened(quote: string): string {
  const plain = quote.replace(/\s+/g, ' ').trim();
  if (plain.length <= MOST_QUOTED) return plain;
  const cut = plain.slice(0, MOST_QUOTED);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST_QUOTED / 2))}…`;
}
