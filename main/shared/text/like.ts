/**
 * How a line is written: `*` stands for anything, nothing too, and `#` for a number in any digits;
 * `\` takes the meaning from the character after it. White space is folded, case counts.
 */

export const MOST_STARS = 4;
/** Longer lines are compared by their beginning. In UTF-16 code units. */
const LONGEST = 2000;

type Token = '*' | '#' | { text: string };

function tokensOf(like: string): Token[] {
  const tokens: Token[] = [];
  for (const [part, escaped] of like.matchAll(/\\(.)|[\s\S]/gu)) {
    if (part === '*' || part === '#') tokens.push(part);
    else tokens.push({ text: escaped ?? part });
  }
  return tokens;
}

export function starsIn(like: string): number {
  return tokensOf(like).filter((token) => token === '*').length;
}

/** A pattern that only this text is like. */
export function toLike(text: string): string {
  return text.replace(/[\\*#]/gu, '\\$&');
}

/** The same with its numbers open. */
export function toLikeWithNumbers(text: string): string {
  return toLike(text).replace(/\p{Nd}+/gu, '#');
}

export function foldLine(line: string): string {
  return line.slice(0, LONGEST).replace(/\s+/gu, ' ').trim();
}

/** Gives what the stars stand for; null for a line that isn't like that. */
export type LikeMatcher = (folded: string) => string[] | null;

/** For lines that are folded already. Linear in the line for each star. */
export function likeMatcher(like: string): LikeMatcher {
  const parts: string[] = [''];
  for (const token of tokensOf(like.replace(/\s+/gu, ' ').trim())) {
    if (token === '*') parts.push('');
    else parts[parts.length - 1] += token === '#' ? '\\p{Nd}+' : quoted(token.text);
  }
  const last = parts.length - 1;
  const matchers = parts.map((part, at) => {
    const source = `${at === 0 ? '^' : ''}(?:${part})${at === last ? '$' : ''}`;
    return new RegExp(source, 'gu');
  });
  return (line) => {
    const stars: string[] = [];
    let from = 0;
    for (const [at, matcher] of matchers.entries()) {
      matcher.lastIndex = from;
      const match = matcher.exec(line);
      if (match === null) return null;
      if (at > 0) stars.push(line.slice(from, match.index));
      from = match.index + match[0].length;
    }
    return stars;
  };
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
