/**
 * On which lines of its file a passage stands. What a reader sees is not what a file holds: lines
 * are broken elsewhere, and there is markup between the words. So only letters and digits are
 * compared, with tags, entities and the addresses of Markdown links passed over. Pure functions.
 */
import type { LineRange, Quote } from '../../shared/entities.ts';

const MARKUP = /<!\[CDATA\[|\]\]>|<[/!a-z][^>]*>|&#?\w{1,32};|\](?:\([^)\s]*\)|\[[^\]\n]*\])/giu;

/**
 * `startLine`: the 1-based number of the first of the lines. Null where the words aren't found, or
 * stand several times and what is around them doesn't tell which ones are meant.
 */
export function linesOfQuote(
  lines: readonly string[],
  startLine: number,
  quote: Quote,
): LineRange | null {
  const text = lines.join('\n');
  const found = findLines(text, quote) ?? findLines(withoutMarkup(text), quote);
  if (found === null) return null;
  return { startLine: startLine + found.startLine, endLine: startLine + found.endLine };
}

/** From 0. */
function findLines(text: string, { exact, prefix, suffix }: Quote): LineRange | null {
  const words = lettersOf(exact);
  if (words === '') return null;
  const { letters, lineAt } = lettersByLine(text);
  const [before, after] = [lettersOf(prefix), lettersOf(suffix)];
  for (const [head, tail] of [
    [before, after],
    [before, ''],
    ['', after],
    ['', ''],
  ] as const) {
    const wanted = head + words + tail;
    const at = letters.indexOf(wanted);
    if (at === -1) continue;
    if (letters.includes(wanted, at + 1)) return null;
    const first = at + head.length;
    return { startLine: lineAt(first), endLine: lineAt(first + words.length - 1) };
  }
  return null;
}

/** Tags may go over several lines, whose ends stay. */
function withoutMarkup(text: string): string {
  return text.replace(MARKUP, (mark) => mark.replace(/[^\n]/gu, ''));
}

function lettersByLine(text: string) {
  const ends: number[] = [];
  let letters = '';
  for (const line of text.split('\n')) {
    letters += lettersOf(line);
    ends.push(letters.length);
  }
  const lineAt = (offset: number) => ends.findIndex((end) => offset < end);
  return { letters, lineAt };
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
