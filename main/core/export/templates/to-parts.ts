/**
 * What the lines of a rendered passage are: its words, its note, its tags. A template may put them
 * in any order and dress them as it likes; the merge needs to know which is which.
 */
import { alignLines } from '../merge/align.ts';
import { untabbed } from '../merge/file-text.ts';
import { anchorsIn } from '../merge/locate.ts';
import type { Part } from '../document.ts';

export interface PassageFacts {
  anchor: string;
  text: string;
  note: string;
  orphan: boolean;
}

/**
 * `bare` is the same passage without its note: only what that lacks can be the note, whatever else
 * says the same.
 */
export function toParts(rendered: string, bare: string, facts: PassageFacts): Part[] {
  const lines = rendered.split('\n');
  const roles = rolesOf(lines, bare, facts);
  const parts: Part[] = [];
  let blanks = 0;
  for (const [index, line] of lines.entries()) {
    const role = roles[index] ?? null;
    if (role === null) {
      blanks += 1;
      continue;
    }
    const last = parts.at(-1);
    if (last?.role === role && role !== 'text') last.text += '\n'.repeat(blanks + 1) + line;
    else parts.push({ role, text: line, glued: blanks === 0 && index > 0 });
    blanks = 0;
  }
  return parts.map((part) =>
    part.role === 'note' ? { ...part, prefixes: prefixesOf(part.text, facts.note) } : part,
  );
}

/** The head of a file: a block of text for each paragraph, and the note on the article. */
export function toHeadParts(rendered: string, bare: string, note: string): Part[] {
  const lines = rendered.split('\n');
  const span = noteSpan(lines, bare, { text: '', note });
  if (span === null) return toTextParts(lines);
  const { first, last } = span;
  const text = lines.slice(first, last + 1).join('\n');
  const isGlued = (line: string | undefined) => line !== undefined && line.trim() !== '';
  const [next, ...others] = toTextParts(lines.slice(last + 1));
  return [
    ...toTextParts(lines.slice(0, first)),
    { role: 'note', text, glued: isGlued(lines[first - 1]), prefixes: prefixesOf(text, note) },
    ...(next === undefined ? [] : [{ ...next, glued: isGlued(lines[last + 1]) }, ...others]),
  ];
}

function toTextParts(lines: readonly string[]): Part[] {
  return lines
    .join('\n')
    .replace(/^\s*\n/u, '')
    .split(/\n[^\S\n]*\n(?:[^\S\n]*\n)*/u)
    .map((text) => text.trimEnd())
    .filter((text) => text !== '')
    .map((text) => ({ role: 'text', text, glued: false }));
}

/** Indexes of the note's first and last line, inclusive; null where it isn't said. */
function noteSpan(
  lines: readonly string[],
  bare: string,
  { text, note }: Pick<PassageFacts, 'text' | 'note'>,
): { first: number; last: number } | null {
  if (note === '') return null;
  const others = new Set(alignLines(bare.split('\n'), lines));
  const isNew = (at: number) => at < lines.length && !others.has(at);
  const said = note
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const words = fold(text);
  const isNote = (at: number) => {
    const line = lines[at] ?? '';
    // The passage and its note on one line are the passage.
    const isQuote = words !== '' && fold(line).includes(words);
    return isNew(at) && said.some((each) => says(line, each, isQuote));
  };
  const first = [...lines.keys()].find(isNote);
  if (first === undefined) return null;
  let last = first;
  for (let at = first; isNew(at) || lines[at]?.trim() === ''; at += 1) if (isNote(at)) last = at;
  return { first, last };
}

/** `Note: why at noon?` says `why at noon?` still. */
function says(line: string, said: string, exactly: boolean): boolean {
  const [words, folded] = [fold(line), fold(said)];
  if (folded === '') return line.trimEnd().endsWith(said);
  return words === folded || (!exactly && folded.length >= 3 && words.endsWith(folded));
}

/** Null for blank lines. */
function rolesOf(
  lines: readonly string[],
  bare: string,
  facts: PassageFacts,
): (Part['role'] | null)[] {
  const span = noteSpan(lines, bare, facts);
  const wanted = { ...facts, text: fold(facts.text) };
  let role: Part['role'] = 'text';
  return lines.map((line, at) => {
    if (line.trim() === '') return null;
    if (span !== null && at >= span.first && at <= span.last) return 'note';
    const own = roleOf(line, wanted);
    if (own !== 'same') role = own;
    return role;
  });
}

/** `same`: nothing but marks, which belong to what stands above. `text` is folded. */
function roleOf(
  line: string,
  { anchor, text, orphan }: Omit<PassageFacts, 'note'>,
): Part['role'] | 'same' {
  const isAnchored = anchorsIn(line).includes(anchor);
  const words = fold(isAnchored ? line.replace(anchor, '') : line);
  if (isAnchored && words === '') return 'anchor';
  if (/^\W*#[^\s#]+(?:\s+#[^\s#]+)*\s*$/u.test(line) && !/^\s*#{1,6}\s/u.test(line)) return 'tags';
  if (words === '') return 'same';
  if (text.includes(words) || (text !== '' && words.includes(text))) return 'quote';
  if (orphan && /^\W*\(.+\)\W*$/u.test(line)) return 'mark';
  return isAnchored ? 'anchor' : 'text';
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** What the template puts before the first line of the note, and before the others. */
function prefixesOf(text: string, note: string): [string, string] {
  const lines = text.split('\n');
  const noteLines = note.split('\n');
  const before = (index: number): string => {
    const [line = '', words = ''] = [lines[index], noteLines[index]];
    return line.endsWith(words) ? line.slice(0, line.length - words.length) : '';
  };
  const second = noteLines.findIndex((line, index) => index > 0 && line.trim() !== '');
  return [before(0), second === -1 ? before(0).replaceAll(/\S/gu, ' ') : before(second)];
}

/** The note that a part of a file says, without what its template dressed it with. */
export function undressed(text: string, [first, other]: [string, string]): string {
  return text
    .split('\n')
    .map((line, index) => {
      const prefix = index === 0 ? first : other;
      const dressed = [line, untabbed(line)].find((one) => one.startsWith(prefix));
      return dressed === undefined ? line : dressed.slice(prefix.length);
    })
    .join('\n')
    .trim();
}
