/** Titles compared as readers compare them: letters and digits only, case and width folded. */
import { plainTitle } from './article-head.ts';
import type { DumpText } from './dump-text.ts';
import { WIDEST_TITLE } from './title-form.ts';

export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** A title in a list of contents, without its number, bullet, dot leader and page. */
export function listedTitle(text: string): string {
  const linked = /^\W{0,4}\[([^\]]+)\]\([^)\s]*\)\W{0,2}$/u.exec(text)?.[1] ?? text;
  return linked
    .replace(/^(?:[-*+•·]\s+|[[(（]?\d{1,4}[\])）.．:：、]*[)\].．:、\s]\s*)/u, '')
    .replace(/\s*(?:[.·…․‥_]{2,}|\s{3,}|\t)\s*(?:p\.?\s?)?\d{0,5}$/iu, '')
    .trim();
}

/** Where each title-sized line stands, by its key, in file order. */
export function indexTitles(dump: DumpText): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  const add = (title: string, at: number): void => {
    const key = titleKey(title);
    if (key.length < 3) return;
    const places = index.get(key);
    if (!places) index.set(key, [at]);
    else if (places.at(-1) !== at) places.push(at);
  };
  for (const [at, line] of dump.lines.entries()) {
    if (line.text === '' || line.width > WIDEST_TITLE || line.rule || line.code) continue;
    add(plainTitle(line), at);
    if (line.ordinal) add(line.ordinal.title, at);
  }
  return index;
}
