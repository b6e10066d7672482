/**
 * What the lines of a rendered passage are: its words, its note, its tags. A template may put them
 * in any order and dress them as it likes; the merge needs to know which is which.
 */
import { anchorsIn } from '../merge/locate.ts';
import type { Part } from '../document.ts';

export interface PassageFacts {
  anchor: string;
  text: string;
  note: string;
  orphan: boolean;
}

export function toParts(rendered: string, facts: PassageFacts): Part[] {
  const lines = rendered.split('\n');
  const roles = rolesOf(lines, facts);
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

/** A block of text for each paragraph. */
export function toTextParts(rendered: string): Part[] {
  return rendered
    .split(/\n[^\S\n]*\n\s*/u)
    .map((text) => text.trimEnd())
    .filter((text) => text.trim() !== '')
    .map((text) => ({ role: 'text', text, glued: false }));
}

/** Null for blank lines. */
function rolesOf(lines: readonly string[], facts: PassageFacts): (Part['role'] | null)[] {
  const roles: (Part['role'] | null | 'same')[] = [];
  const wanted = foldFacts(facts);
  for (const line of lines) {
    roles.push(line.trim() === '' ? null : roleOf(line, wanted, roles.includes('quote')));
  }
  let role: Part['role'] = 'text';
  return roles.map((each) => {
    if (each === null) return null;
    if (each !== 'same') role = each;
    return role;
  });
}

interface Folded {
  anchor: string;
  text: string;
  noteLines: ReadonlySet<string>;
  orphan: boolean;
}

function foldFacts({ anchor, text, note, orphan }: PassageFacts): Folded {
  const noteLines = note
    .split('\n')
    .map(fold)
    .filter((line) => line !== '');
  return { anchor, text: fold(text), noteLines: new Set(noteLines), orphan };
}

/** `same`: nothing but marks, which belong to what stands above. */
function roleOf(line: string, facts: Folded, quoted: boolean): Part['role'] | 'same' {
  const isAnchored = anchorsIn(line).includes(facts.anchor);
  const words = fold(isAnchored ? line.replace(facts.anchor, '') : line);
  if (isAnchored && words === '') return 'anchor';
  if (/^\W*#[^\s#]+(?:\s+#[^\s#]+)*\s*$/u.test(line) && !/^\s*#{1,6}\s/u.test(line)) return 'tags';
  if (words === '') return 'same';
  const isQuote = facts.text.includes(words) || (facts.text !== '' && words.includes(facts.text));
  const isNote = facts.noteLines.has(words);
  if (isQuote && !(isNote && quoted)) return 'quote';
  if (isNote || dresses(words, facts.noteLines)) return 'note';
  if (facts.orphan && /^\W*\(.+\)\W*$/u.test(line)) return 'mark';
  return isAnchored ? 'anchor' : 'text';
}

/** `Note: why at noon?` is the note still. */
function dresses(words: string, noteLines: ReadonlySet<string>): boolean {
  return [...noteLines].some((line) => line.length >= 3 && words.endsWith(line));
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
      return line.startsWith(prefix) ? line.slice(prefix.length) : line;
    })
    .join('\n')
    .trim();
}
