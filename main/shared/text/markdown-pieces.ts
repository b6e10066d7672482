/**
 * Cuts Markdown where it surely falls apart, so that a long text can be parsed piece by piece, in
 * steps and in linear time (micromark alone takes seconds for a million characters).
 *
 * Invariant, held up by a property test: parsing the pieces one after the other gives the blocks
 * that parsing the whole gives. A cut stands before a line that can only begin a new top-level
 * block: after a blank line, with nothing at its start that could continue a list, a quote, an
 * indented text or HTML, and outside of fenced code. Where that can't be told, nothing is cut.
 */

/** Link and footnote definitions are meant for the whole text: their pieces can't be parsed alone. */
const DEFINITION = /(?:^|\n)[ \t>+*\-\d.)]*\[(?:[^\]\\]|\\[\s\S]){1,1000}\]:/;

/** What may go on with the block before the blank line, or begin HTML that goes past one. */
const CONTINUES = /^(?:[ \t\uFEFF>]|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|<)/;

const FENCE = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/;

/** Fenced code in a list item or quote, from the line of its mark on: whether it was closed decides how it ends. */
const INNER_FENCE = /^[ \t]*(?:[-+*>]|\d{1,9}[.)]).*(?:`{3}|~{3})/;

/** HTML that ends at a mark of its own, not at a blank line; in a list item or quote as well. */
const LONG_HTML = /^(?: {0,3}|[ \t]*(?:[-+*>]|\d{1,9}[.)]).*)<(?:script|pre|style|textarea|!|\?)/i;

/** The pieces joined are the Markdown. Line ends are line feeds. */
export function* markdownPieces(markdown: string): Generator<string> {
  // The parser drops a byte order mark, but only at the start of the whole.
  if (DEFINITION.test(markdown) || markdown.startsWith('\uFEFF')) {
    yield markdown;
    return;
  }
  let start = 0;
  for (const cut of cuts(markdown)) {
    yield markdown.slice(start, cut);
    start = cut;
  }
  if (start < markdown.length) yield markdown.slice(start);
}

function* cuts(markdown: string): Generator<number> {
  let blankBefore = false;
  let fence: Fence | null = null;
  for (let at = 0; at < markdown.length;) {
    const feed = markdown.indexOf('\n', at);
    const next = feed === -1 ? markdown.length : feed + 1;
    const line = markdown.slice(at, feed === -1 ? next : feed);
    const blank = /^[ \t]*$/.test(line);
    if (fence !== null) {
      if (fence.closes(line)) fence = null;
      else if (!blank && fence.leaves(line)) return;
    } else {
      if (blankBefore && !blank && !CONTINUES.test(line)) yield at;
      if (LONG_HTML.test(line) || INNER_FENCE.test(line)) return;
      const opener = FENCE.exec(line);
      if (opener !== null) fence = new Fence(opener[1] ?? '', opener[2] ?? '');
    }
    blankBefore = blank;
    at = next;
  }
}

/**
 * An indented fence may belong to a list item or to the top level. Both readings end it alike when
 * it is closed at the same indent and nothing less indented stands between.
 */
class Fence {
  private readonly closing: RegExp;

  constructor(
    private readonly indent: string,
    marks: string,
  ) {
    const indents = indent === '' ? ' {0,3}' : indent;
    this.closing = new RegExp(`^${indents}${marks.charAt(0)}{${marks.length},}[ \\t]*$`);
  }

  closes(line: string): boolean {
    return this.closing.test(line);
  }

  /** Whether a line would end the list item that the fence may stand in. */
  leaves(line: string): boolean {
    return !line.startsWith(this.indent);
  }
}
