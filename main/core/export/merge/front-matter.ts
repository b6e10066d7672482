/**
 * Front matter that is Lectern's and the user's at once: a value that stands as Lectern wrote it is
 * brought up to date, lists take up what is new, everything else stays byte for byte.
 */
import { isMap, isScalar, parseDocument, stringify, type Pair } from 'yaml';
import type { ListForm, NotesDocument, Properties } from '../document.ts';

type Value = Properties[string];

export function newFrontMatter({ id, properties, lists = 'block' }: NotesDocument): string {
  return `---\n${toYaml({ id, ...properties }, lists)}---\n`;
}

/** `text` with its fences. */
export function mergeFrontMatter(
  text: string,
  last: Properties,
  next: Properties,
  lists: ListForm = 'block',
): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/(?<=\n)/u);
  const closing = lines.findLastIndex((line) => line.startsWith('---'));
  if (closing < 1) return text;
  const document = parseDocument(lines.slice(1, closing).join(''), { logLevel: 'error' });
  if (document.errors.length > 0 || !isMap(document.contents)) return text;
  const pairs = new Map(document.contents.items.map((pair) => [keyOf(pair), pair]));
  const present = new Map(Object.entries(toRecord(document.toJS())));
  let inner = lines.slice(1, closing);
  for (const [key, value] of Object.entries(next)) {
    const pair = pairs.get(key);
    if (pair === undefined) {
      if (!Object.hasOwn(last, key)) inner.push(withEol(toYaml({ [key]: value }, lists), eol));
      continue;
    }
    const merged = isList(value)
      ? mergeList(present.get(key), last[key] ?? null, value, lists)
      : mergeValue(present.get(key), last[key] ?? null, value);
    if (merged === undefined || hasComment(pair)) continue;
    const form = isList(merged) ? formOf(present.get(key), last[key] ?? null, lists) : lists;
    inner = replacePair(inner, key, withEol(toYaml({ [key]: merged }, form), eol));
  }
  for (const [key, value] of Object.entries(last)) {
    const pair = pairs.get(key);
    const isOurs = !Object.hasOwn(next, key) && isSame(itemsOf(present.get(key), value), value);
    if (pair !== undefined && isOurs && !hasComment(pair)) inner = replacePair(inner, key, '');
  }
  return [lines[0], ...inner, ...lines.slice(closing)].join('');
}

/** Undefined where the present value stays. */
function mergeValue(present: unknown, last: Value, next: Value): Value | undefined {
  if (isSame(present, next)) return undefined;
  return isSame(present, last) ? next : undefined;
}

/** Of the user's are what Lectern didn't write, in either form. */
function mergeList(
  present: unknown,
  last: Value,
  next: readonly string[],
  lists: ListForm,
): string[] | undefined {
  const items = itemsOf(present, next);
  if (!isList(items)) return undefined;
  const before = isList(last) ? last : [];
  const kept = items.filter((item) => !before.includes(item) || next.includes(item));
  const added = next.filter((item) => !before.includes(item) && !items.includes(item));
  const merged = isSame(items, last) ? [...next] : [...kept, ...added];
  const isWritten = Array.isArray(present) ? 'block' : 'inline';
  const stays = isSame(items, merged) && formOf(present, last, lists) === isWritten;
  return stays || (merged.length === 0 && present === null) ? undefined : merged;
}

/** A list that is Lectern's alone is written as the template wants it, another one as it is. */
function formOf(present: unknown, last: Value, lists: ListForm): ListForm {
  if (present === null || isSame(itemsOf(present, last), last)) return lists;
  return Array.isArray(present) ? 'block' : 'inline';
}

/** `a, b` and nothing are lists where Lectern's value is one. */
function itemsOf(present: unknown, ours: unknown): unknown {
  if (!isList(ours)) return present;
  if (typeof present !== 'string') return present ?? [];
  return present.split(',').flatMap((item) => (item.trim() === '' ? [] : [item.trim()]));
}

/** The lines of one pair: its key's, and those below that are indented or items of a list. */
function replacePair(lines: readonly string[], key: string, text: string): string[] {
  const first = lines.findIndex((line) => keyPattern(key).test(line));
  if (first === -1) return [...lines];
  let end = first + 1;
  for (let at = end; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^(?:[ \t]+\S|-(?:[ \t]|\r?\n))/u.test(line)) end = at + 1;
    else if (line.trim() !== '') break;
  }
  return [...lines.slice(0, first), text, ...lines.slice(end)];
}

function keyPattern(key: string): RegExp {
  const escaped = key.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return new RegExp(`^(["']?)${escaped}\\1[ \\t]*:(?:\\s|$)`, 'u');
}

/** A comment is the user's: what it belongs to stays as it is. */
function hasComment({ key, value }: Pair): boolean {
  return commented(key) || commented(value);
}

function commented(node: unknown): boolean {
  if (node === null || typeof node !== 'object') return false;
  if ('comment' in node && node.comment) return true;
  if ('commentBefore' in node && node.commentBefore) return true;
  return 'items' in node && Array.isArray(node.items) && node.items.some(commented);
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function toRecord(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? { ...value } : {};
}

function isList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function withEol(text: string, eol: string): string {
  return eol === '\n' ? text : text.replaceAll('\n', eol);
}

function toYaml(fields: Properties, lists: ListForm): string {
  const inline = (value: Value) => (isList(value) ? value.join(', ') || null : value);
  const written =
    lists === 'block'
      ? fields
      : Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, inline(value)]));
  return stringify(written, { lineWidth: 0, nullStr: '' }).replaceAll(/ +$/gm, '');
}
