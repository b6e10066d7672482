/** Changes to the lines of a file, written down by line and carried out together. */
import type { FileText } from './file-text.ts';

interface Insertion {
  text: string;
  /** No blank line between it and what stands before. */
  glued: boolean;
}

export class LineEdits {
  private readonly replacements = new Map<number, { last: number; text: string | null }>();
  private readonly gaps = new Map<number, boolean>();
  private readonly insertions = new Map<number, Insertion[]>();

  /** Lines are indexes; `last` is inclusive. */
  replace(first: number, last: number, text: string): void {
    this.replacements.set(first, { last, text });
  }

  remove(first: number, last: number): void {
    this.replacements.set(first, { last, text: null });
  }

  /** Whether a line stands right below the one before it, or after a blank line. */
  glue(line: number, glued: boolean): void {
    this.gaps.set(line, glued);
  }

  /** After line -1 is before all others; later insertions at a place come after earlier ones. */
  insertAfter(line: number, text: string, glued = false): void {
    const others = this.insertions.get(line);
    if (others === undefined) this.insertions.set(line, [{ text, glued }]);
    else others.push({ text, glued });
  }

  /** The body as it is then: what has no edit keeps every byte. */
  apply({ lead, lines, eol }: FileText): string {
    if (this.replacements.size === 0 && this.insertions.size === 0) {
      return lead + lines.map(({ text, gap }) => text + gap).join('');
    }
    const out: { text: string; gap: string }[] = [];
    const blank = eol + eol;
    const insert = (line: number) => {
      for (const { text, glued } of this.insertions.get(line) ?? []) {
        const before = out.at(-1);
        const gap = before?.gap ?? blank;
        if (before !== undefined) before.gap = glued ? eol : atLeast(gap, blank, eol);
        out.push({ text: withEnds(text, eol), gap: glued ? gap : blank });
      }
    };
    insert(-1);
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at];
      const change = this.replacements.get(at);
      if (line === undefined) break;
      const glued = this.gaps.get(at);
      const above = out.at(-1);
      if (glued !== undefined && above !== undefined) {
        above.gap = glued ? eol : atLeast(above.gap, blank, eol);
      }
      if (change === undefined) {
        out.push({ ...line });
        insert(at);
        continue;
      }
      const gap = lines[change.last]?.gap ?? line.gap;
      const before = out.at(-1);
      if (change.text !== null) out.push({ text: withEnds(change.text, eol), gap });
      else if (before !== undefined) before.gap = atLeast(before.gap, gap, eol);
      for (let inside = at; inside <= change.last; inside += 1) insert(inside);
      at = change.last;
    }
    const end = out.at(-1);
    if (end !== undefined) end.gap = lines.at(-1)?.gap || eol;
    return lead + out.map(({ text, gap }) => text + gap).join('');
  }
}

/** The gap with more line ends. */
function atLeast(gap: string, least: string, eol: string): string {
  return gap.split(eol).length >= least.split(eol).length ? gap : least;
}

function withEnds(text: string, eol: string): string {
  return eol === '\n' ? text : text.replaceAll('\n', eol);
}
