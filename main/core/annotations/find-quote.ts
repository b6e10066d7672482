/** Finds a passage by its words, for whoever can't point: the command line, other programs. */
import type { TextRange } from '../../shared/entities.ts';

export interface WantedQuote {
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

/**
 * All places in reading text where the words stand with the context that is given, overlapping ones
 * too. Any run of white space fits any other: who quotes breaks lines elsewhere.
 */
export function findQuote(text: string, { exact, prefix, suffix }: WantedQuote): TextRange[] {
  const words = spacedPattern(exact);
  if (words === '') return [];
  const before = prefix === undefined ? '' : `(?<=${spacedPattern(prefix)}\\s*)`;
  const after = suffix === undefined ? '' : `(?=\\s*${spacedPattern(suffix)})`;
  // Without the flag `u`: with it, a search from the middle of a surrogate pair starts before it.
  const pattern = new RegExp(before + words + after, 'g');
  const ranges: TextRange[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    ranges.push({ start: match.index, end: match.index + match[0].length });
    pattern.lastIndex = match.index + 1;
  }
  return ranges;
}

function spacedPattern(words: string): string {
  return words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+');
}
