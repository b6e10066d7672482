/**
 * Reads a paragraph or heading that has no marks of Markdown in it, and spares it the parser: most
 * of a long text is of this kind. Property-tested to give what the parser gives.
 */
export interface PlainBlock {
  /** 0 for a paragraph. */
  depth: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  text: string;
}

/** Marks that could mean something, once backslash escapes are out of the way. */
const MARKS = /[\\`*_~\t\0\r]|\][(:]|<[a-z/!?]|&[#a-z0-9]+;/i;

/** Addresses become links by themselves. */
const ADDRESS = /www\.|https?:\/\/|@/i;

/** Begins a heading, a list, a quote, code, a table, a rule, or is indented. */
const FIRST_LINE = /^(?:[\s>+=<`~-]|#{1,6}(?:\s|$)|\d{1,9}[.)](?:[ \t]|$))/;
const LATER_LINE = /^[\s>+=<`~#:|\d-]/;
const HEADING = /^(#{1,6}) (?=[^ #])/;

const ESCAPE = /\\[!-/:-@[-`{-~]/g;

/** Null where the parser is needed. The piece is one block and blank lines after it. */
export function plainBlock(piece: string): PlainBlock | null {
  const source = piece.replace(/\n[\n \t]*$/, '');
  if (source === '' || MARKS.test(source.replace(ESCAPE, '.'))) return null;
  const heading = HEADING.exec(source);
  const lines = source.slice(heading?.[0].length ?? 0).split('\n');
  if (lines.some((line) => line === '' || line.endsWith(' '))) return null;
  if (lines.slice(1).some((line) => LATER_LINE.test(line))) return null;
  const [first = ''] = lines;
  if (heading === null ? FIRST_LINE.test(first) : lines.length > 1 || first.endsWith('#')) {
    return null;
  }
  const text = lines.join(' ').replace(ESCAPE, (escape) => escape.charAt(1));
  if (ADDRESS.test(text)) return null;
  const depth = (heading?.[1]?.length ?? 0) as PlainBlock['depth'];
  return { depth, text };
}
