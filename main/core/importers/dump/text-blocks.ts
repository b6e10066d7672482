/**
 * Groups the lines of a text article into blocks: paragraphs (joined where they were hard-wrapped),
 * verse (line breaks kept), lists, quotes, code, headings and breaks. Texts are never changed,
 * only the marks of lists, quotes, fences and rules are taken off.
 */
import { readRule } from './rule-line.ts';
import { cellWidth } from './text-line.ts';

export type TextBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'verse'; lines: string[] }
  | { kind: 'list'; items: string[] }
  | { kind: 'quote'; blocks: TextBlock[] }
  | { kind: 'code'; lang: string | null; text: string }
  | { kind: 'heading'; text: string; depth: 2 | 3 }
  | { kind: 'break' };

const FENCE = /^\s{0,3}(`{3,}|~{3,4}(?!~))\s*([^\s`]*)[^`]*$/u;
const BULLET = /^\s*(?:[•‣▪◦●○∙·]\s*|[-*+–—]\s+)(\S.*)$/u;
const SURE_BULLET = /^\s*[•‣▪◦●○∙]\s*\S/u;
const QUOTE = /^\s{0,3}>(?:\s|$)/u;
const WIDEST_WRAP = 110;
const WIDE_SIGN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** Cells that paragraphs are broken at, from the lines that another line follows; null for none. */
export function wrapWidthOf(lines: readonly string[]): number | null {
  const widths: number[] = [];
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (isBlank(line) || isBlank(next) || readRule(line.trim())) continue;
    widths.push(cellWidth(line.trimEnd()));
  }
  if (widths.length < 2) return null;
  widths.sort((one, other) => one - other);
  const widest = widths[Math.floor(widths.length * 0.95)] ?? 0;
  return widest > WIDEST_WRAP || widest < 36 ? null : Math.max(widest, widths.at(-1) ?? 0);
}

function firstWord(line: string): number {
  const word = /^\s*(\S+)/u.exec(line)?.[1] ?? '';
  return WIDE_SIGN.test(word) ? 2 : cellWidth(word);
}

/** True when the next line's first word would not have fitted, so that the break is the wrap's. */
function isWrapped(lines: readonly string[], wrap: number | null): boolean {
  if (wrap === null || lines.length < 2) return false;
  let wrapped = 0;
  for (const [at, line] of lines.slice(0, -1).entries()) {
    const width = cellWidth(line.trimEnd());
    if (width > WIDEST_WRAP) return false;
    const room = Math.min(wrap, WIDEST_WRAP) * 0.96;
    if (width + 1 + firstWord(lines[at + 1] ?? '') > room) wrapped += 1;
  }
  return wrapped >= (lines.length - 1) * 0.75;
}

function join(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const part = line.trim();
    if (text === '') text = part;
    else if (/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(part)) text += part;
    else if (WIDE_SIGN.test(text.slice(-1)) && WIDE_SIGN.test(part.slice(0, 1))) text += part;
    else text += ` ${part}`;
  }
  return text;
}

const LONGEST_VERSE_LINE = 120;

/** A run of lines without a blank line between them that is neither list, quote nor code. */
function proseBlocks(lines: readonly string[], wrap: number | null): TextBlock[] {
  const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', text: text.trim() });
  if (lines.length === 1) return [paragraph(lines[0] ?? '')];
  if (isWrapped(lines, wrap)) return [paragraph(join(lines))];
  const blocks: TextBlock[] = [];
  let verse: string[] = [];
  const flush = (): void => {
    if (verse.length === 1) blocks.push(paragraph(verse[0] ?? ''));
    else if (verse.length > 1) blocks.push({ kind: 'verse', lines: verse });
    verse = [];
  };
  for (const line of lines) {
    if (cellWidth(line) > LONGEST_VERSE_LINE) {
      flush();
      blocks.push(paragraph(line));
    } else verse.push(line.trim());
  }
  flush();
  return blocks;
}

const CODE_SIGNS = /[{};=<>$|\\]|\(\)|^\s*(?:#|\/\/|\$|>>>|import |def |let |fn )/u;

function isIndentedCode(lines: readonly string[]): boolean {
  if (!lines.every((line) => /^(?: {4}|\t)/u.test(line) && !BULLET.test(line))) return false;
  return lines.filter((line) => CODE_SIGNS.test(line)).length >= lines.length * 0.5;
}

function fenceEnd(lines: readonly string[], at: number, mark: string): number | null {
  for (let end = at + 1; end < lines.length; end += 1) {
    const line = (lines[end] ?? '').trim();
    if (line.startsWith(mark) && line.replaceAll(mark[0] ?? '`', '') === '') return end;
  }
  return null;
}

function listItems(lines: readonly string[]): string[] | null {
  const first = lines[0] ?? '';
  if (!BULLET.test(first)) return null;
  const items: string[] = [];
  for (const line of lines) {
    const item = BULLET.exec(line)?.[1];
    if (item !== undefined) items.push(item.trim());
    else items[items.length - 1] = join([items.at(-1) ?? '', line]);
  }
  return items.length > 1 || SURE_BULLET.test(first) ? items : null;
}

function runEnd(lines: readonly string[], at: number): number {
  let end = at;
  while (end + 1 < lines.length && !isBlank(lines[end + 1]) && !FENCE.test(lines[end + 1] ?? '')) {
    end += 1;
  }
  return end;
}

/** A run that starts as prose and goes on as a list ("The aims are:" and bullets under it). */
function splitAtList(run: readonly string[]): [readonly string[], readonly string[]] {
  const from = run.findIndex((line) => BULLET.test(line));
  if (from === 0) return [run, []];
  const bullets = from === -1 ? 0 : run.slice(from).filter((line) => BULLET.test(line)).length;
  if (from === -1 || (bullets < 2 && !SURE_BULLET.test(run[from] ?? ''))) return [run, []];
  return [run.slice(0, from), run.slice(from)];
}

function unquote(line: string): string {
  return line.replace(/^\s{0,3}>\s?/u, '');
}

function runBlocks(run: readonly string[], wrap: number | null): TextBlock[] {
  if (run.length === 1 && readRule((run[0] ?? '').trim())) return [{ kind: 'break' }];
  if (run.every((line) => QUOTE.test(line))) {
    return [{ kind: 'quote', blocks: readTextBlocks(run.map(unquote), wrap) }];
  }
  const underline = run.length >= 2 ? readRule((run[1] ?? '').trim()) : null;
  if (underline && !underline.spaced && (run[0] ?? '').trim().length <= 120) {
    const heading: TextBlock = { kind: 'heading', text: (run[0] ?? '').trim(), depth: 3 };
    return run.length === 2 ? [heading] : [heading, ...runBlocks(run.slice(2), wrap)];
  }
  if (isIndentedCode(run)) {
    const text = run.map((line) => line.replace(/^(?: {4}|\t)/u, '')).join('\n');
    return [{ kind: 'code', lang: null, text }];
  }
  const [prose, list] = splitAtList(run);
  const items = listItems(list.length > 0 ? list : run);
  if (items && list.length === 0) return [{ kind: 'list', items }];
  const rules = prose.findIndex((line) => readRule(line.trim()) !== null);
  const blocks: TextBlock[] =
    rules === -1
      ? proseBlocks(prose, wrap)
      : [prose.slice(0, rules), prose.slice(rules, rules + 1), prose.slice(rules + 1)]
          .filter((part) => part.length > 0)
          .flatMap((part) => runBlocks(part, wrap));
  return items ? [...blocks, { kind: 'list', items }] : blocks;
}

/** The blocks of a text. `wrap` is the width that its paragraphs are broken at, if they are. */
export function readTextBlocks(
  lines: readonly string[],
  wrap: number | null = wrapWidthOf(lines),
): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    const fence = FENCE.exec(line);
    const close = fence?.[1] ? fenceEnd(lines, at, fence[1]) : null;
    if (fence && close !== null) {
      const lang = fence[2] === undefined || fence[2] === '' ? null : fence[2];
      blocks.push({ kind: 'code', lang, text: lines.slice(at + 1, close).join('\n') });
      at = close;
      continue;
    }
    const end = runEnd(lines, at);
    blocks.push(...runBlocks(lines.slice(at, end + 1), wrap));
    at = end;
  }
  return mergeLists(blocks);
}

/** Bullets set apart by blank lines are one list. */
function mergeLists(blocks: readonly TextBlock[]): TextBlock[] {
  const merged: TextBlock[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (block.kind === 'list' && last?.kind === 'list') {
      for (const item of block.items) last.items.push(item);
    } else merged.push(block.kind === 'list' ? { kind: 'list', items: [...block.items] } : block);
  }
  return merged;
}
