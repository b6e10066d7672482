/** Finding words in the open article: plain words, whatever their case, white space and quotes. */
import type { TextRange } from '../../../../main/shared/entities.ts';

/** More places than this aren't counted: nobody goes through them. */
export const MOST_FOUND = 5000;

const ALIKE: Readonly<Record<string, string>> = {
  "'": "['’‘ʼ]",
  '"': '["“”„«»]',
  '-': '[-‐‑–—]',
};

/** Where the words stand in a reading text, in order, not overlapping. */
export function findInText(text: string, words: string): TextRange[] {
  const wanted = words.trim();
  if (wanted === '') return [];
  const pattern = [...wanted.normalize('NFC')]
    .map(patternOf)
    .join('')
    .replace(/(?:\\s\+)+/g, '\\s+');
  const found: TextRange[] = [];
  for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length === MOST_FOUND) break;
  }
  return found;
}

function patternOf(character: string): string {
  if (/\s/.test(character)) return '\\s+';
  return ALIKE[character] ?? character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** The index of the first place at or after an offset; the first of all when there is none. */
export function firstFrom(found: readonly TextRange[], offset: number): number {
  const at = found.findIndex(({ start }) => start >= offset);
  return at === -1 ? 0 : at;
}
