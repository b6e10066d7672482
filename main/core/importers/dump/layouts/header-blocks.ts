/** Articles that begin with a block of `Title: … / Date: … / Author: …` lines, or front matter. */
import { readHead, unquoted, type ArticleHead } from '../article-head.ts';
import { gapBefore, type DumpText } from '../dump-text.ts';
import type { Layout } from '../layout.ts';
import { findDate } from '../calendar-date.ts';
import { phrase } from '../../../../shared/messages/phrase.ts';

/** Blocks from which fields that we don't know are taken for fields. */
const LEAST_UNKNOWN = 3;

interface Block {
  start: number;
  end: number;
  /** Lines with a field, known or not. */
  fields: number[];
}

const LONGEST_BLOCK = 30;

function isFieldLine(dump: DumpText, at: number): boolean {
  const line = dump.lines[at];
  return line?.field != null && !line.code && line.width <= 300 && line.heading === null;
}

/** Runs of field lines that begin after a blank line, a rule or a page break. */
function fieldRuns(dump: DumpText): Block[] {
  const runs: Block[] = [];
  for (let at = 0; at < dump.lines.length; at += 1) {
    if (!isFieldLine(dump, at)) continue;
    const fields: number[] = [at];
    let end = at;
    while (end + 1 < dump.lines.length && end - at < LONGEST_BLOCK) {
      const line = dump.lines[end + 1];
      if (!line || line.text === '' || line.rule) break;
      if (isFieldLine(dump, end + 1)) fields.push(end + 1);
      else if (line.indent < 2 && !/^[-*]\s/u.test(line.text)) break;
      end += 1;
    }
    const before = dump.lines[dump.previous[at] ?? -1];
    const opens = gapBefore(dump, at) > 0 || before?.rule != null || dump.lines[at]?.formFeed;
    if (opens) runs.push({ start: at, end, fields });
    else if (isEnvelope(dump, at - 1) && fields.length > 1) {
      runs.push({ start: at - 1, end, fields });
    }
    at = end;
  }
  return runs;
}

/** The line that mailboxes put over the fields of a message. */
function isEnvelope(dump: DumpText, at: number): boolean {
  const text = dump.lines[at]?.text ?? '';
  return /^From \S+ .*\d{4}/u.test(text) && gapBefore(dump, at) > 0;
}

function isKnown(dump: DumpText, at: number): boolean {
  return dump.lines[at]?.field?.name != null;
}

function titleField(dump: DumpText, block: Block): number | null {
  return block.fields.find((at) => dump.lines[at]?.field?.name === 'title') ?? null;
}

function headOf(dump: DumpText, block: Block, titleAt: number, titleEnd: number): ArticleHead {
  const opening = dump.lines[block.start - 1];
  const start = opening?.rule ? block.start - 1 : block.start;
  const value = dump.lines[titleAt]?.field?.value ?? '';
  const rest = dump.lines.slice(titleAt + 1, titleEnd + 1).map((line) => line.text);
  const title = unquoted([value, ...rest].filter(Boolean).join(' '));
  const head = readHead(dump, start, titleAt, { title, titleEnd, metaFrom: block.start });
  const listed = new Set(head.metaLines.map((line) => line.at));
  for (const at of block.fields) {
    if (at !== titleAt && !listed.has(at)) head.metaLines.push({ at, kind: 'field' });
  }
  head.metaLines.sort((one, other) => one.at - other.at);
  if (head.bodyAt <= block.end) head.bodyAt = dump.next[block.end] ?? dump.lines.length;
  const closing = dump.lines[head.bodyAt];
  if (closing?.rule && head.bodyAt <= block.end + 2) {
    head.bodyAt = dump.next[head.bodyAt] ?? dump.lines.length;
  }
  return head;
}

/** A title goes on in the next lines of its block while these are indented and name no field. */
function titleEndOf(dump: DumpText, block: Block, titleAt: number): number {
  let end = titleAt;
  while (end < block.end) {
    const line = dump.lines[end + 1];
    if (!line || line.indent < 2 || isFieldLine(dump, end + 1) || /^[-*]\s/u.test(line.text)) break;
    end += 1;
  }
  return end;
}

function keysOf(dump: DumpText, block: Block): string {
  return block.fields.map((at) => dump.lines[at]?.field?.key ?? '').join('\n');
}

function namedTitles(dump: DumpText, runs: readonly Block[]): ArticleHead[] {
  const counts = new Map<string, number>();
  for (const block of runs) {
    const keys = keysOf(dump, block);
    counts.set(keys, (counts.get(keys) ?? 0) + 1);
  }
  // The same fields again and again are no chance, whatever else they are called.
  const often = new Set(
    [...counts].filter(([, count]) => count >= LEAST_UNKNOWN).map(([keys]) => keys),
  );
  return runs.flatMap((block) => {
    const titleAt = titleField(dump, block);
    if (titleAt === null || dump.lines[titleAt]?.field?.value === '') return [];
    const known = block.fields.filter((at) => isKnown(dump, at)).length;
    if (known < 2 && block.fields.length > 1 && !often.has(keysOf(dump, block))) return [];
    return [headOf(dump, block, titleAt, titleEndOf(dump, block, titleAt))];
  });
}

/** Blocks in a language we don't know: the same first key again and again, with other keys under it. */
function unknownTitles(dump: DumpText, runs: readonly Block[]): ArticleHead[] {
  const blocks = runs.filter((run) => run.fields.length >= 2);
  const counts = new Map<string, number>();
  for (const block of blocks) {
    for (const key of new Set(keysOf(dump, block).split('\n')))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = [...counts.values()].reduce((one, other) => Math.max(one, other), 0);
  if (most < LEAST_UNKNOWN) return [];
  const common = new Set(
    [...counts].filter(([, count]) => count >= most * 0.5).map(([key]) => key),
  );
  return blocks.flatMap((block) => {
    if (
      keysOf(dump, block)
        .split('\n')
        .filter((key) => common.has(key)).length < 2
    )
      return [];
    const titleAt = block.fields.find((at) => {
      const field = dump.lines[at]?.field;
      if (!field || field.value === '' || field.name !== null || !common.has(field.key))
        return false;
      return findDate(field.value) === null && !/^https?:/u.test(field.value);
    });
    return titleAt === undefined ? [] : [headOf(dump, block, titleAt, titleAt)];
  });
}

function medianFields(heads: readonly ArticleHead[]): number {
  const counts = heads
    .map(
      (head) =>
        head.metaLines.filter((line) => line.kind === 'field' || line.kind === 'meta').length,
    )
    .sort((one, other) => one - other);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

/** Header blocks, with names in many languages or merely recurring. */
export function findHeaderBlocks(dump: DumpText): Layout[] {
  const runs = fieldRuns(dump);
  const named = namedTitles(dump, runs);
  const layouts: Layout[] = [];
  const base = { contents: null, reason: phrase('reason.headerBlock') };
  if (named.length > 0) {
    const prior = medianFields(named) >= 1 ? 0.97 : 0.7;
    layouts.push({
      ...base,
      id: 'header-blocks',
      name: phrase('habit.headerBlocks'),
      prior,
      heads: named,
    });
  }
  const unknown = named.length > 1 ? [] : unknownTitles(dump, runs);
  if (unknown.length >= LEAST_UNKNOWN) {
    layouts.push({
      ...base,
      id: 'recurring-fields',
      name: phrase('habit.recurringFields'),
      prior: 0.85,
      heads: unknown,
    });
  }
  return layouts;
}
