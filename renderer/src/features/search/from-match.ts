import type { TextRange } from '../../../../main/shared/entities.ts';

interface Snippet {
  text: string;
  ranges: readonly TextRange[];
}

/** UTF-16 code units before the first match that a narrow list has room for. */
const BEFORE = 36;

/** A snippet that begins shortly before its first match, at a word: else the match may be cut off. */
export function fromMatch({ text, ranges }: Snippet): Snippet {
  const first = ranges[0]?.start ?? 0;
  const space = first <= BEFORE ? -1 : text.indexOf(' ', first - BEFORE);
  if (space === -1 || space >= first) return { text, ranges };
  const cut = space + 1;
  return {
    text: `…${text.slice(cut)}`,
    ranges: ranges.map(({ start, end }) => ({ start: start - cut + 1, end: end - cut + 1 })),
  };
}
