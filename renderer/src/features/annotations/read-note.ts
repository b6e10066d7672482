/** A note as blocks, its links apart: what stands in for them in the text is found again by number. */
import { splitLinks, type NoteLink } from '../../../../main/shared/note-links.ts';
import { readMarkdown, type Block, type Inline } from '../../../../main/shared/text/reading.ts';

export interface ReadNote {
  blocks: Block[];
  links: NoteLink[];
}

/** Characters for private use: no parser takes them for marks. */
const STAND_IN = /\uE000(\d+)\uE001/;

export function readNote(note: string): ReadNote {
  const links: NoteLink[] = [];
  const markdown = splitLinks(note.replaceAll(/[\uE000\uE001]/g, ''))
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      links.push(piece);
      return `\uE000${links.length - 1}\uE001`;
    })
    .join('');
  return { blocks: readMarkdown(markdown).blocks, links };
}

/** A text of the note with its links in their places. */
export function textAndLinks(text: string, links: readonly NoteLink[]): (string | NoteLink)[] {
  return text.split(STAND_IN).flatMap((piece, index) => {
    if (index % 2 === 1) return links[Number(piece)] ?? [];
    return piece === '' ? [] : piece;
  });
}

/** Whether there is more to a note than its words and lines. */
export function hasMarkup({ blocks, links }: ReadNote): boolean {
  return links.length > 0 || !blocks.every(isPlain);
}

function isPlain(block: Block): boolean {
  return block.type === 'paragraph' && block.children.every(isWords);
}

function isWords({ type }: Inline): boolean {
  return type === 'text' || type === 'break';
}
