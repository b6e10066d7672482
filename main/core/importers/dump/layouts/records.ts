/**
 * Records of one make: exports and scraped pages in which every article stands among the same
 * lines ("Length: 612 words", "Posted by …", "End of Document"). What these lines are is learned
 * from the file.
 */
import { metaKind, readHead, type ArticleHead, type MetaLine } from '../article-head.ts';
import type { DumpText } from '../dump-text.ts';
import type { Layout } from '../layout.ts';
import { looksLikeNames } from '../page-chrome.ts';
import type { TeaserProof } from '../teaser-proof.ts';
import { findRecordSets, formsAbove, formsIn, mean, SOME, type RecordSet } from './record-sets.ts';
import type { RecordTitle } from './record-titles.ts';
import { findRecurringForms, type RecurringForms } from './recurring-forms.ts';
import { phrase } from '../../../../shared/messages/phrase.ts';

/** Lines below a title. */
const TALLEST_HEAD = 48;

function wordsOf(text: string): string[] {
  return text.match(/\p{Lu}[\p{L}\p{M}’']{3,}/gu) ?? [];
}

const ARTICLE = /^(?:the|a|der|die|das|le|la|les|el|los|il|lo|de|het|den|o|os|as)\s/iu;

/** A line of the head that names who wrote it or where it was published; null for others. */
function namedKind(dump: DumpText, at: number, owner: string): 'author' | 'publication' | null {
  const line = dump.lines[at];
  if (!line || line.meta || line.chrome || line.field?.name != null || line.width > 60) return null;
  if (!looksLikeNames(line.text) || /\p{Nd}/u.test(line.text)) return null;
  const names = wordsOf(line.text);
  if (names.some((name) => owner.includes(name))) return 'publication';
  const words = line.text.split(/\s+/u);
  const personal = words.length >= 2 && words.length <= 6 && !ARTICLE.test(line.text);
  return personal && words.every((word) => /^(?:\p{Lu}|and$|und$|et$|y$|e$|&$)/u.test(word))
    ? 'author'
    : null;
}

function copyrightOf(dump: DumpText, from: number, to: number): string {
  let steps = 0;
  for (let at = from; at < to && steps < 400; at = dump.next[at] ?? to, steps += 1) {
    if (dump.lines[at]?.chrome === 'copyright') return dump.lines[at]?.text ?? '';
  }
  return '';
}

const MOST_PENDING = 3;
/** Forms that most records have, from which on these are evidence for what other layouts say. */
const LEAST_TO_SUPPORT = 2;

function headOf(
  dump: DumpText,
  title: RecordTitle,
  limit: number,
  known: { above: ReadonlySet<string>; furniture: ReadonlySet<number>; forms: RecurringForms },
): ArticleHead {
  const { at: titleAt, window } = title;
  let start = titleAt;
  for (let at = dump.previous[titleAt] ?? -1; at >= (window.lines[0] ?? 0);) {
    const form = known.forms.formAt.get(at);
    if (form === undefined || !known.above.has(form)) break;
    start = at;
    at = dump.previous[at] ?? -1;
  }
  const owner = copyrightOf(dump, titleAt, limit);
  const metaLines: MetaLine[] = [];
  const leadLines: number[] = [];
  const take = (at: number): boolean => {
    const line = dump.lines[at];
    const kind = line ? (metaKind(line) ?? namedKind(dump, at, owner)) : null;
    if (kind !== null) metaLines.push({ at, kind });
    return kind !== null;
  };
  for (let at = start; at < titleAt; at = dump.next[at] ?? titleAt) take(at);
  let last = titleAt;
  let pending: number[] = [];
  for (let at = dump.next[titleAt] ?? limit; at < limit; at = dump.next[at] ?? limit) {
    const line = dump.lines[at];
    if (!line || known.forms.isText(at) || line.teaser || at - titleAt > TALLEST_HEAD) break;
    const again = line.text === dump.lines[titleAt]?.text;
    const aside =
      again || metaKind(line) !== null || known.furniture.has(at) || !/\p{L}/u.test(line.text);
    if (!aside) {
      pending.push(at);
      if (pending.length > MOST_PENDING) break;
      continue;
    }
    for (const one of pending) if (!take(one)) leadLines.push(one);
    pending = [];
    if (!again) take(at);
    last = at;
  }
  const head = readHead(dump, start, titleAt, { limit });
  return { ...head, metaLines, leadLines, bodyAt: Math.min(dump.next[last] ?? limit, limit) };
}

function layoutOf(dump: DumpText, forms: RecurringForms, found: RecordSet): Layout {
  const { titles, common } = found;
  const furniture = new Set<number>();
  for (const form of formsIn(forms, titles, SOME)) {
    for (const at of forms.lines.get(form) ?? []) furniture.add(at);
  }
  const above = formsAbove(forms, titles);
  const heads = titles.map((title, i) =>
    headOf(dump, title, titles[i + 1]?.at ?? dump.lines.length, { above, furniture, forms }),
  );
  const support = mean(titles.map((one) => one.support));
  return {
    id: 'records',
    name: phrase('habit.records'),
    prior: (0.7 + 0.06 * Math.min(4, common.size)) * (0.6 + 0.4 * support),
    heads,
    reason: phrase('reason.record'),
    contents: null,
    furniture,
    ...(common.size >= LEAST_TO_SUPPORT ? { supported: new Set(titles.map(({ at }) => at)) } : {}),
  };
}

/** At most two layouts: what the best forms tell. */
export function findRecords(dump: DumpText, proofs: readonly TeaserProof[]): Layout[] {
  const forms = findRecurringForms(dump, proofs);
  return findRecordSets(dump, forms).map((one) => layoutOf(dump, forms, one));
}
