/** Which notes stand in the margin of the paper, beside which block of the text. Pure functions. */
import type { Annotation } from '../../../../main/shared/entities.ts';
import { withoutLinks } from '../../../../main/shared/note-links.ts';
import { readMarkdown, toReadingText, type Block } from '../../../../main/shared/text/reading.ts';

/** A longer note, in UTF-16 code units, is printed behind the text: the margin has no room for it. */
const MOST_IN_MARGIN = 280;
/** So much of the passage is repeated above its note. */
const MOST_QUOTED = 48;
/** About as many characters stand in a line of the text on paper with a margin for notes. */
const LINE = 66;

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

/** The notes on what begins inside a block, and about how many lines below its upper edge each is. */
export function notesBeside(
  notes: readonly MarginNote[],
  block: Block,
): { note: MarginNote; line: number }[] {
  const { start, end } = extentOf(block);
  return notes
    .filter((note) => start <= note.start && note.start < end)
    .map((note) => ({ note, line: Math.floor((note.start - start) / LINE) }));
}

/** Of a block's leaves; nothing where it has none. */
function extentOf(block: Block): { start: number; end: number } {
  if ('start' in block) return block;
  const inner =
    block.type === 'quote'
      ? block.children
      : block.type === 'list' || block.type === 'footnotes'
        ? block.items.flatMap(({ children }) => children)
        : [];
  const leaves = block.type === 'table' ? block.rows.flat() : inner.map(extentOf);
  const [first, last] = [leaves[0], leaves.at(-1)];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

function shortened(quote: string): string {
  const plain = quote.replace(/\s+/g, ' ').trim();
  if (plain.length <= MOST_QUOTED) return plain;
  const cut = plain.slice(0, MOST_QUOTED);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST_QUOTED / 2))}…`;
}
