/** Tells that a text is only the beginning of one, by how it ends. */
import { endsCut, readTeaser } from '../dump/teaser-line.ts';

const ELLIPSIS = /(?:…|\.\.\.)["”»)]?$/;

/** `text` is reading text. A summary that ends in `…` is cut; a content may end so by its author. */
export function isCut(text: string, isSummary: boolean): boolean {
  const lines = text.trimEnd().split('\n').slice(-4);
  const [last, before] = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .toReversed();
  if (last === undefined) return false;
  const teaser = readTeaser(last);
  // "The post TITLE appeared first on SITE.": what it follows is the end.
  if (teaser?.kind === 'closing') return before !== undefined && isCut(before, isSummary);
  return teaser?.kind === 'cut' || endsCut(last) || (isSummary && ELLIPSIS.test(last));
}
