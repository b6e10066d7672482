/** Agency and archive exports: every article is announced as "n of N DOCUMENTS". */
import { plainTitle, readHead, type ArticleHead } from '../article-head.ts';
import type { DumpText } from '../dump-text.ts';
import type { Layout } from '../layout.ts';
import { cannotBeTitle, endsAsSentence, textForm } from '../title-form.ts';
import { phrase } from '../../../../shared/messages/phrase.ts';

const LOOK_AHEAD = 14;

/** Counters that go up by one, with the same total where one is given. */
function countedLines(dump: DumpText): number[] {
  const chains = new Map<string, { last: number; lines: number[] }>();
  for (const [at, line] of dump.lines.entries()) {
    if (!line.counter || line.code) continue;
    const key = String(line.counter.total ?? line.text.replace(/\d+/gu, '#'));
    const chain = chains.get(key) ?? { last: 0, lines: [] };
    if (line.counter.number > chain.last && line.counter.number <= chain.last + 3) {
      chain.last = line.counter.number;
      chain.lines.push(at);
    }
    chains.set(key, chain);
  }
  const longest = [...chains.values()].sort((a, b) => b.lines.length - a.lines.length)[0];
  return longest?.lines ?? [];
}

/**
 * Lines that stand after many counters are the publication's name, not titles; after two counters
 * only where most of the lines right after a counter recur.
 */
function recurringTexts(dump: DumpText, counters: readonly number[]): Set<string> {
  const counts = new Map<string, number>();
  const firsts = new Map<string, number>();
  for (const [i, counter] of counters.entries()) {
    const limit = counters[i + 1] ?? dump.lines.length;
    let at = counter;
    for (let step = 0; step < LOOK_AHEAD; step += 1) {
      at = dump.next[at] ?? dump.lines.length;
      const text = dump.lines[at]?.text;
      if (text === undefined || at >= limit) break;
      if (text.length < 100) counts.set(text, (counts.get(text) ?? 0) + 1);
      if (step === 0) firsts.set(text, (firsts.get(text) ?? 0) + 1);
    }
  }
  const often = Math.max(3, counters.length * 0.2);
  const named = firsts.size < counters.length * 0.7;
  const recurs = ([text, count]: [string, number]): boolean =>
    count >= often || (named && count >= 2 && firsts.has(text));
  return new Set([...counts].filter(recurs).map(([text]) => text));
}

function headAfter(
  dump: DumpText,
  counter: number,
  limit: number,
  recurring: ReadonlySet<string>,
): ArticleHead | null {
  const publications: number[] = [];
  let best: { at: number; form: number } | null = null;
  let at = counter;
  for (let step = 0; step < LOOK_AHEAD; step += 1) {
    at = dump.next[at] ?? dump.lines.length;
    const line = dump.lines[at];
    if (!line || at >= limit) break;
    if (line.field?.name === 'title' && line.field.value !== '') {
      best = { at, form: 2 };
      break;
    }
    const isField = line.field !== null && line.field.name !== null;
    if (isField && best) break;
    if (line.chrome || line.rule || isField || line.byline !== null) continue;
    if (line.meta && line.meta.rest.join('').length < 24) continue;
    if (recurring.has(line.text)) {
      publications.push(at);
      continue;
    }
    if (cannotBeTitle(line) || (best && endsAsSentence(line.text))) break;
    const form = textForm(dump, line);
    const later = best === null ? 0 : dump.lines[best.at + 1]?.meta ? 0.2 : -0.15;
    if (best === null || form + later > best.form) best = { at, form };
    if (best.form > 0.6 && dump.lines[dump.next[at] ?? -1]?.width !== undefined) {
      const following = dump.lines[dump.next[at] ?? -1];
      if (following && following.width > 150) break;
    }
  }
  if (!best) return null;
  const line = dump.lines[best.at];
  const titleEnd = titleEndOf(dump, best.at);
  const title = dump.lines
    .slice(best.at, titleEnd + 1)
    .map((part, i) => (i === 0 && line ? plainTitle(line) : part.text))
    .join(' ');
  const head = readHead(dump, counter, best.at, { title, titleEnd, limit });
  const found = publications.filter((place) => place < head.bodyAt);
  head.metaLines.unshift(...found.map((place) => ({ at: place, kind: 'publication' as const })));
  return head;
}

/** In wrapped files a long headline goes on in the next line. */
function titleEndOf(dump: DumpText, titleAt: number): number {
  const wrap = dump.habits.wrapWidth;
  const line = dump.lines[titleAt];
  const next = dump.lines[titleAt + 1];
  if (wrap === null || !line || !next || line.width < wrap * 0.6) return titleAt;
  const goesOn = next.text !== '' && !next.field?.name && !next.meta && next.byline === null;
  return goesOn && dump.lines[titleAt + 2]?.text === '' ? titleAt + 1 : titleAt;
}

/** At most one layout: the longest chain of counters. */
export function findCounters(dump: DumpText): Layout[] {
  const counters = countedLines(dump);
  if (counters.length < 2) return [];
  const recurring = recurringTexts(dump, counters);
  const heads = counters.flatMap((at, i) => {
    const head = headAfter(dump, at, counters[i + 1] ?? dump.lines.length, recurring);
    return head ? [head] : [];
  });
  if (heads.length < counters.length * 0.6) return [];
  return [
    {
      id: 'counters',
      name: phrase('habit.counters'),
      prior: 0.98,
      heads,
      reason: phrase('reason.counter'),
      contents: null,
    },
  ];
}
