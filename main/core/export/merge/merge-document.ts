/**
 * Brings a file of notes up to date without touching a word that is not Lectern's: a three-way
 * merge of what Lectern wrote last, what the file says now, and what Lectern would write. What the
 * user has changed stays as it is; where the words of a passage or a note are concerned it is
 * reported with both sides.
 */
import { part, unitText, type NotesDocument, type Part, type Unit } from '../document.ts';
import { comparable, fencedLines, indentedAs, parseFile, type FileText } from './file-text.ts';
import { mergeFrontMatter, newFrontMatter } from './front-matter.ts';
import { LineEdits } from './line-edits.ts';
import { undressed } from '../templates/to-parts.ts';
import { anchorsIn, locateUnits, type LocatedPart, type LocatedUnit } from './locate.ts';
import { mergeWords } from './merge-words.ts';
import { extentOf, standsAlone } from './extent.ts';
import { isReordered, pairParts } from './pair-parts.ts';
import { sameNote, sameText } from './same-words.ts';
import { writtenUnits } from './written-units.ts';

/** What Lectern wrote last time. */
export type Base = Pick<NotesDocument, 'properties' | 'units'>;

export interface Conflict {
  /** Of the unit. */
  unit: string;
  annotationId: string | null;
  /** `unit`: the user has taken out all of it. */
  part: 'quote' | 'note' | 'unit';
  /** What the file says; empty where it was taken out. */
  file: string;
  /** The note that the file says, as it was written; null where it is about something else. */
  note: string | null;
  /** What Lectern would write. */
  lectern: string;
}

export interface MergeOptions {
  /** The line under a passage that Lectern doesn't write any more. */
  markOf: (unit: Unit) => string;
  /** A note without what may be written differently in a file, such as its links. */
  meaningOf?: (note: string) => string;
  /** Whether Lectern's side is to be written over the user's. */
  overwrite: (conflict: Pick<Conflict, 'unit' | 'annotationId' | 'part'>) => boolean;
}

export interface Merged {
  content: string;
  base: Base;
  conflicts: Conflict[];
}

export function renderDocument(document: NotesDocument): string {
  const units = document.units.map(({ parts }) => unitText(parts));
  return `${newFrontMatter(document)}\n${units.join('\n\n')}\n`;
}

const MOST_ROUNDS = 4;

/**
 * `base` null: nothing is known of what was written before. Where the user has mixed parts of
 * several passages, one round may bring another's parts to light: it goes on until nothing changes.
 */
export function mergeDocument(
  content: string,
  base: Base | null,
  next: NotesDocument,
  options: MergeOptions,
): Merged {
  let merged = mergeOnce(content, base, next, options);
  for (let round = 1, before = content; round < MOST_ROUNDS; round += 1) {
    if (merged.content === before) break;
    before = merged.content;
    merged = mergeOnce(before, merged.base, next, options);
  }
  return merged;
}

function mergeOnce(
  content: string,
  base: Base | null,
  next: NotesDocument,
  options: MergeOptions,
): Merged {
  const file = parseFile(content);
  const last = base ?? { properties: next.properties, units: [] };
  const merge = new DocumentMerge(file, writtenUnits(last.units, file.lines, next.units), options);
  const units = merge.run(next.units);
  const frontMatter = mergeFrontMatter(
    file.frontMatter,
    last.properties,
    next.properties,
    next.lists,
  );
  const body = merge.edits.apply(file);
  const isCut = body !== '' && frontMatter !== '' && !frontMatter.endsWith('\n');
  return {
    content: frontMatter + (isCut ? file.eol : '') + body,
    base: { properties: next.properties, units },
    conflicts: merge.conflicts,
  };
}

class DocumentMerge {
  readonly edits = new LineEdits();
  readonly conflicts: Conflict[] = [];
  private readonly located: LocatedUnit[];
  private readonly owned = new Set<number>();

  constructor(
    private readonly file: FileText,
    base: readonly Unit[],
    private readonly options: MergeOptions,
  ) {
    this.located = locateUnits(base, file.lines);
    for (const { parts } of this.located) {
      for (const { span } of parts) {
        for (let at = span?.first ?? 0; at <= (span?.last ?? -1); at += 1) this.owned.add(at);
      }
    }
  }

  /** Gives what is written now, in the order of the file. */
  run(next: readonly Unit[]): Unit[] {
    const wanted = new Map(next.map((unit) => [unit.key, unit]));
    const written: Unit[] = [];
    /** The last line of each unit that is in the file. */
    const ends = new Map<string, number>();
    const starts = new Map<string, number>();
    const again = new Set<string>();
    const merged = this.mergePresent(wanted);
    for (const located of this.located) {
      const { unit: last, present } = located;
      const unit = wanted.get(last.key);
      if (present) {
        const [start, end] = extentOf(located);
        starts.set(last.key, start);
        ends.set(last.key, end);
        written.push(merged.get(last.key) ?? last);
      } else if (unit !== undefined) {
        if (this.reportTakenOut(unit)) again.add(last.key);
        else written.push(last);
      }
    }
    this.insertNew(next, { written, again, starts, ends });
    return written;
  }

  /** In the order of the file, so that what is inserted at one place is in order as well. */
  private mergePresent(wanted: ReadonlyMap<string, Unit>): Map<string, Unit> {
    const present = this.located
      .filter((located) => located.present)
      .sort((one, other) => extentOf(one)[0] - extentOf(other)[0]);
    const merged = new Map<string, Unit>();
    for (const located of present) {
      const { key, anchor } = located.unit;
      const unit = wanted.get(key);
      if (unit !== undefined) merged.set(key, this.mergeUnit(located, unit));
      else if (anchor !== null) {
        merged.set(key, this.mergeUnit(located, this.marked(located.unit), false));
      } else if (located.unit.parts.some(isNote)) {
        const parts = located.unit.parts.filter((each) => !isNote(each));
        merged.set(key, this.mergeUnit(located, { ...located.unit, parts }, false));
      }
    }
    return merged;
  }

  /** True when it is to be written again. */
  private reportTakenOut(unit: Unit): boolean {
    if (unit.anchor === null) return false;
    const { key, annotationId } = unit;
    const conflict = { unit: key, annotationId, part: 'unit' as const };
    if (this.options.overwrite(conflict)) return true;
    this.conflicts.push({ ...conflict, file: '', note: null, lectern: unitText(unit.parts) });
    return false;
  }

  private marked(unit: Unit): Unit {
    const parts = unit.parts.filter(({ role }) => role !== 'mark');
    const at = parts.findIndex(({ text }) => anchorsIn(text).includes(unit.anchor ?? ''));
    const text = this.options.markOf(unit);
    // In an outline it is an item below the passage.
    const indent = /^\s+(?=\S)/u.exec(parts[at]?.text ?? '')?.[0];
    const mark: Part =
      indent === undefined
        ? part('mark', text)
        : { role: 'mark', text: `${indent}- ${text}`, glued: true };
    return { ...unit, parts: parts.toSpliced(at + 1, 0, mark) };
  }

  /** What became of a unit that is gone from Lectern is no conflict. */
  private mergeUnit(located: LocatedUnit, unit: Unit, reports = true): Unit {
    const slots = pairParts(located.parts, unit.parts);
    const [first, last] = extentOf(located);
    if (isReordered(slots, unit.parts) && standsAlone(located)) {
      // Another template has another order. Where the user wrote in between, theirs stays.
      this.replace({ first, last }, unitText(unit.parts));
      return unit;
    }
    let cursor = first;
    cursor -= 1;
    const written: Part[] = [];
    for (const { old, now } of slots) {
      if (old === null) {
        if (now === null) continue;
        const there = this.linesStanding(cursor + 1, now.text);
        if (there === 0) this.insert(cursor, now.text, now.glued);
        cursor += there;
        written.push(now);
        continue;
      }
      const kept = this.mergePart(located, old, now, reports);
      this.reglue(old, kept, cursor);
      if (kept !== null) written.push(kept);
      if (old.span !== null) cursor = Math.max(cursor, old.span.last);
      // It was taken out, and is written again by choice.
      else if (kept !== null && kept !== old.part) {
        this.insert(cursor, kept.text, kept.glued);
      }
    }
    return { ...unit, parts: written };
  }

  /** Another template may set a part right below the one before it, or apart. */
  private reglue(
    { part: last, span, intact }: LocatedPart,
    kept: Part | null,
    above: number,
  ): void {
    if (!intact || span === null || kept === null || kept.glued === last.glued) return;
    if (span.first === above + 1) this.edits.glue(span.first, kept.glued);
  }

  /** What counts as written of a part afterwards; null when it is gone for good. */
  private mergePart(
    { unit }: LocatedUnit,
    old: LocatedPart,
    now: Part | null,
    reports: boolean,
  ): Part | null {
    const { part: last, span, intact } = old;
    if (intact && span !== null) {
      if (now === null) this.edits.remove(span.first, span.last);
      else if (now.text !== last.text) this.replace(span, now.text);
      return now;
    }
    const text = span === null ? '' : this.textOf(span);
    const { meaningOf } = this.options;
    if (now !== null && span !== null) {
      if (sameText(text, now.text) || sameNote(text, last, now, meaningOf)) return now;
      if (sameNote(text, last, last, meaningOf)) {
        this.replace(span, now.text);
        return now;
      }
    }
    if (now !== null && span !== null && now.role === 'tags') {
      const words = mergeWords(text, last.text, now.text);
      if (words !== text) this.replace(span, words);
      return now;
    }
    if (now === null && span === null) return null;
    if (!reports || (last.role !== 'note' && last.role !== 'quote')) return last;
    const conflict = { unit: unit.key, annotationId: unit.annotationId, part: last.role };
    if (this.options.overwrite(conflict)) {
      if (span !== null && now !== null) this.replace(span, now.text);
      else if (span !== null) this.edits.remove(span.first, span.last);
      return now;
    }
    const note = last.role === 'note' ? undressed(text, last.prefixes ?? ['', '']) : null;
    this.conflicts.push({ ...conflict, file: text, note, lectern: now?.text ?? '' });
    return last;
  }

  private insert(line: number, text: string, glued = false): void {
    this.edits.insertAfter(line, indentedAs(this.file.lines, text), glued);
  }

  private replace({ first, last }: { first: number; last: number }, text: string): void {
    this.edits.replace(first, last, indentedAs(this.file.lines, text));
  }

  /** How many lines a text takes that stands there already, as after an export that was cut off. */
  private linesStanding(first: number, text: string): number {
    const wanted = text.split('\n').filter((line) => line.trim() !== '');
    const stands = wanted.every((line, index) => {
      const there = this.file.lines[first + index]?.text;
      if (there === undefined || this.owned.has(first + index)) return false;
      return comparable(there) === comparable(line);
    });
    return stands ? wanted.length : 0;
  }

  private textOf({ first, last }: { first: number; last: number }): string {
    const lines = this.file.lines.slice(first, last + 1);
    return lines
      .map(({ text, gap }, index) => (index === lines.length - 1 ? text : text + gap))
      .join('')
      .replaceAll('\r\n', '\n');
  }

  /** Puts new units behind the one they follow and what the user wrote below it. */
  private insertNew(
    next: readonly Unit[],
    state: {
      written: Unit[];
      again: ReadonlySet<string>;
      starts: ReadonlyMap<string, number>;
      ends: ReadonlyMap<string, number>;
    },
  ): void {
    const known = new Set(this.located.map(({ unit }) => unit.key));
    const fenced = fencedLines(this.file.lines);
    let previous: string | null = null;
    let at: number | null = null;
    for (const [index, unit] of next.entries()) {
      const end = state.ends.get(unit.key);
      if (end !== undefined) {
        at = end;
        previous = unit.key;
      }
      if (end !== undefined || (known.has(unit.key) && !state.again.has(unit.key))) continue;
      const place =
        at === null ? this.startBefore(next, index, state.starts) : this.endOfWords(at, fenced);
      this.insert(place, unitText(unit.parts));
      const after = state.written.findIndex(({ key }) => key === previous);
      state.written.splice(after + 1, 0, unit);
      previous = unit.key;
    }
  }

  /** The line before the next unit that is there, or the last of the file. */
  private startBefore(
    next: readonly Unit[],
    index: number,
    starts: ReadonlyMap<string, number>,
  ): number {
    const following = next.slice(index).find(({ key }) => starts.has(key));
    const start = following === undefined ? undefined : starts.get(following.key);
    return (start ?? this.file.lines.length) - 1;
  }

  /** What the user wrote below a passage belongs to it, as far as the next heading or passage. */
  private endOfWords(line: number, fenced: readonly boolean[]): number {
    const { lines } = this.file;
    let at = line + 1;
    const isHeading = () => fenced[at] !== true && /^\s{0,3}#{1,6}\s/u.test(lines[at]?.text ?? '');
    while (at < lines.length && !this.owned.has(at) && !isHeading()) at += 1;
    return at - 1;
  }
}

/** A note on the whole goes when it is gone from Lectern; what else heads the file stays. */
function isNote({ role }: Part): boolean {
  return role === 'note';
}
