/**
 * Cuts an XML file of many items (`item`, `entry`) into them and the rest, before anything is
 * parsed: what is broken in one item can't reach the next. CDATA and comments are skipped; a CDATA
 * section that was never closed ends where its item does. Linear in the text.
 */

export interface ItemRange {
  /** 1-based; columns in UTF-16 code units from 0, the end's exclusive. */
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  /** Whether its end tag is there. */
  isClosed: boolean;
}

export interface XmlPiece {
  line: number;
  text: string;
}

export interface XmlItems {
  items: ItemRange[];
  /** The file without its items, line by line: what stands before, between and after them. */
  rest: XmlPiece[];
}

type State = 'outside' | 'item' | 'cdata' | 'comment';

interface Place {
  line: number;
  column: number;
}

const NAME = '(?:[\\w.-]+:)?(?:item|entry)(?=[\\s/>])';
const OUTSIDE = new RegExp(`<!\\[CDATA\\[|<!--|<${NAME}`, 'g');
const INSIDE = new RegExp(`<!\\[CDATA\\[|<!--|</?${NAME}`, 'g');
const IN_CDATA = new RegExp(`\\]\\]>|<!\\[CDATA\\[|</?${NAME}`, 'g');
const IN_COMMENT = /-->/g;

export function splitItems(lines: readonly string[]): XmlItems {
  const scan = new ItemScan(lines);
  scan.run();
  return { items: scan.items, rest: scan.rest };
}

/** The text of an item, its lines parted by line feeds. */
export function itemText(lines: readonly string[], range: ItemRange): string {
  const { startLine, startColumn, endLine, endColumn } = range;
  const first = lines[startLine - 1] ?? '';
  if (startLine === endLine) return first.slice(startColumn, endColumn);
  const middle = lines.slice(startLine, endLine - 1);
  return [first.slice(startColumn), ...middle, (lines[endLine - 1] ?? '').slice(0, endColumn)].join(
    '\n',
  );
}

class ItemScan {
  readonly items: ItemRange[] = [];
  readonly rest: XmlPiece[] = [];
  private at: Place = { line: 1, column: 0 };
  private state: State = 'outside';
  /** Where to go on behind a comment or CDATA section. */
  private around: 'outside' | 'item' = 'outside';
  private start: Place | null = null;
  private copied: Place = { line: 1, column: 0 };
  /** Inside CDATA: behind an end tag of an item, and the start tag that followed it. */
  private endInCdata: Place | null = null;
  private nextInCdata: Place | null = null;

  constructor(private readonly lines: readonly string[]) {}

  run(): void {
    for (;;) {
      while (this.at.line <= this.lines.length) this.scanLine();
      // The file ends in a CDATA section that had swallowed items: they are cut out of it.
      if (this.state !== 'cdata' || this.nextInCdata === null) break;
      this.backtrack();
    }
    this.finish();
  }

  private scanLine(): void {
    const { line, column } = this.at;
    const text = this.lines[line - 1] ?? '';
    const pattern = this.pattern();
    pattern.lastIndex = column;
    const match = pattern.exec(text);
    if (match === null) this.at = { line: line + 1, column: 0 };
    else this.meet(match[0], { line, column: match.index });
  }

  private pattern(): RegExp {
    if (this.state === 'cdata') return IN_CDATA;
    if (this.state === 'comment') return IN_COMMENT;
    return this.state === 'item' ? INSIDE : OUTSIDE;
  }

  private meet(token: string, place: Place): void {
    const behind = { line: place.line, column: place.column + token.length };
    this.at = behind;
    if (this.state === 'comment') this.state = this.around;
    else if (this.state === 'cdata') this.meetInCdata(token, place);
    else if (token.startsWith('<!')) this.enterSection(token);
    else if (token.startsWith('</')) this.close(behind);
    else this.open(place);
  }

  private enterSection(token: string): void {
    if (this.state === 'outside' || this.state === 'item') this.around = this.state;
    this.state = token === '<!--' ? 'comment' : 'cdata';
    this.endInCdata = null;
    this.nextInCdata = null;
  }

  private meetInCdata(token: string, place: Place): void {
    if (token === ']]>') {
      this.state = this.around;
    } else if (token === '<![CDATA[') {
      // Sections don't nest: the first was left open where an item ended and another began.
      if (this.nextInCdata !== null) this.backtrack();
    } else if (token.startsWith('</')) {
      this.endInCdata = this.at;
    } else if (this.endInCdata !== null) {
      this.nextInCdata ??= place;
    }
  }

  private backtrack(): void {
    const next = this.nextInCdata;
    if (next === null) return;
    this.state = this.around;
    if (this.state === 'item') this.endItem(next, false);
    this.at = next;
    this.nextInCdata = null;
  }

  private open(place: Place): void {
    if (this.state === 'item') this.endItem(place, false);
    this.copyRest(place);
    this.start = place;
    this.state = 'item';
  }

  /** `behind` is behind the name of the end tag. */
  private close(behind: Place): void {
    const text = this.lines[behind.line - 1] ?? '';
    const end = text.indexOf('>', behind.column);
    const column = end === -1 ? text.length : end + 1;
    this.at = { line: behind.line, column };
    this.endItem(this.at, true);
  }

  private endItem(end: Place, isClosed: boolean): void {
    const start = this.start;
    this.state = 'outside';
    this.start = null;
    this.copied = end;
    if (start === null) return;
    this.items.push({
      startLine: start.line,
      startColumn: start.column,
      ...this.endOf(start, end),
      isClosed,
    });
  }

  /** An end at the head of a line belongs to the line before. */
  private endOf(start: Place, end: Place): Pick<ItemRange, 'endLine' | 'endColumn'> {
    const before = (this.lines[end.line - 1] ?? '').slice(0, end.column);
    if (end.line === start.line || before.trim() !== '') {
      return { endLine: end.line, endColumn: end.column };
    }
    return { endLine: end.line - 1, endColumn: (this.lines[end.line - 2] ?? '').length };
  }

  private copyRest(end: Place): void {
    for (let line = this.copied.line; line <= end.line; line += 1) {
      const text = this.lines[line - 1] ?? '';
      const from = line === this.copied.line ? this.copied.column : 0;
      const piece = text.slice(from, line === end.line ? end.column : undefined);
      if (piece !== '') this.rest.push({ line, text: piece });
    }
  }

  private finish(): void {
    const last = this.lines.length;
    const end = { line: last, column: (this.lines[last - 1] ?? '').length };
    const isInItem = this.state === 'item' || (this.around === 'item' && this.state !== 'outside');
    if (isInItem && this.start !== null) this.endItem(end, false);
    this.copyRest(end);
  }
}
