import { foldSpace } from './content-hash.ts';

/** A few words prove nothing. In UTF-16 code units. */
const LEAST_PREFIX = 60;

/**
 * Whether a text begins with all that a teaser shows: the teaser's own last block ("Continue
 * reading …") and a last word cut in half aside.
 */
export function completesTeaser(teaser: string, text: string): boolean {
  const full = foldSpace(text);
  return [teaser, withoutLastBlock(teaser)].some((shown) => {
    const start = withoutCutEnd(foldSpace(shown));
    return start.length >= LEAST_PREFIX && start.length < full.length && full.startsWith(start);
  });
}

function withoutLastBlock(text: string): string {
  const at = text.trimEnd().lastIndexOf('\n\n');
  return at === -1 ? '' : text.slice(0, at);
}

function withoutCutEnd(text: string): string {
  const cut = /\s*[[(]?\s*(?:…|\.{3,})\s*[\])]?$/u.exec(text);
  if (cut === null) return text;
  return text
    .slice(0, cut.index)
    .replace(/[\p{L}\p{N}\p{M}]+$/u, '')
    .trimEnd();
}
