/**
 * Links in notes to articles and to passages: `[[article/ID|title]]`, `[[note/ID|words]]`. The id
 * leads; what stands behind the bar is how the link was called when it was written, for whoever reads
 * the note elsewhere. Pure functions.
 */

export const LINK_KINDS = ['article', 'note'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface NoteLink {
  kind: LinkKind;
  id: string;
  label: string;
}

const LINK = /\[\[(article|note)\/([a-z0-9][a-z0-9-]{0,63})(?:\|([^[\]\n]*))?\]\]/g;

/** Characters of a label; longer ones end with an ellipsis. */
const LONGEST_LABEL = 80;

/** A note cut at its links; text and links in their order. */
export function splitLinks(note: string): (string | NoteLink)[] {
  const pieces: (string | NoteLink)[] = [];
  let end = 0;
  for (const match of note.matchAll(LINK)) {
    const [written, kind, id = '', label = ''] = match;
    if (match.index > end) pieces.push(note.slice(end, match.index));
    pieces.push({ kind: kind === 'note' ? 'note' : 'article', id, label });
    end = match.index + written.length;
  }
  if (end < note.length) pieces.push(note.slice(end));
  return pieces;
}

/** As it is written in a note. What would end the link is left out of its label. */
export function writeLink({ kind, id, label }: NoteLink): string {
  const words = linkLabel(label);
  return words === '' ? `[[${kind}/${id}]]` : `[[${kind}/${id}|${words}]]`;
}

/** On one line, without what ends or splits a link, and not longer than a line. */
export function linkLabel(text: string): string {
  const line = text
    .replace(/[[\]|]+/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...line];
  if (characters.length <= LONGEST_LABEL) return line;
  return `${characters
    .slice(0, LONGEST_LABEL - 1)
    .join('')
    .trimEnd()}…`;
}

export function replaceLinks(note: string, write: (link: NoteLink) => string): string {
  return splitLinks(note)
    .map((piece) => (typeof piece === 'string' ? piece : write(piece)))
    .join('');
}

/** The note for where nothing can be followed: of links the words they were called by. */
export function withoutLinks(note: string): string {
  return replaceLinks(note, ({ id, label }) => label || id);
}
