/**
 * An article's title out of `<title>`, where the page gives none in its metadata: by the rules of
 * Readability, with the dashes as separators that its releases to 0.6 don't know
 * (mozilla/readability, `_getArticleTitle`).
 */

const SEPARATOR = /\s[|\-–—\\/>»]\s/g;
const FIRST_PART = /^[^|\-–—\\/>»]*[|\-–—\\/>»]/;
/** What stands between the levels of a site, not between title and site. */
const HIERARCHICAL = /\s[\\/>»]\s/;

export interface TitleSources {
  /** The text of `<title>`. */
  documentTitle: string;
  /** Texts of all `h1` and `h2`. */
  headings: readonly string[];
  h1: readonly string[];
}

export function articleTitle({ documentTitle, headings, h1 }: TitleSources): string {
  const whole = documentTitle.trim();
  const title = foldSpace(shortened(whole, headings, h1).trim());
  const isHierarchical = HIERARCHICAL.test(whole);
  const losesOneWord = countWords(title) === countWords(whole.replace(SEPARATOR, '')) - 1;
  // Too little is left to be a title: most of `Home – Site` is the site.
  return countWords(title) <= 4 && !(isHierarchical && losesOneWord) ? foldSpace(whole) : title;
}

function shortened(whole: string, headings: readonly string[], h1: readonly string[]): string {
  const last = [...whole.matchAll(SEPARATOR)].at(-1);
  if (last !== undefined) {
    const head = whole.slice(0, last.index);
    return countWords(head) < 3 ? whole.replace(FIRST_PART, '') : head;
  }
  if (whole.includes(': ')) return headings.includes(whole) ? whole : behindColon(whole);
  const [only, ...others] = h1;
  const isUnlikely = whole.length > 150 || whole.length < 15;
  return isUnlikely && only !== undefined && others.length === 0 ? only : whole;
}

function behindColon(whole: string): string {
  const rest = whole.slice(whole.lastIndexOf(':') + 1);
  if (countWords(rest) < 3) return whole.slice(whole.indexOf(':') + 1);
  return countWords(whole.slice(0, whole.indexOf(':'))) > 5 ? whole : rest;
}

/** As Readability counts: the empty text has one. */
function countWords(text: string): number {
  return text.split(/\s+/).length;
}

function foldSpace(text: string): string {
  return text.replace(/\s{2,}/g, ' ');
}
