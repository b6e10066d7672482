/**
 * Makes any HTML safe to parse: scripts, styles and inlined data are cut out, and tags that would
 * nest deeper than any page does are dropped, their text kept. Parsers and tree walks recurse, and
 * the reconstruction of formatting elements multiplies; both are bounded here, in one linear scan.
 */

export interface BoundMarkup {
  html: string;
  /** Tags dropped because they were nested too deeply. */
  dropped: number;
  /** Images and fonts inlined as `data:` addresses, which are cut out. */
  inlined: number;
}

/** Block elements that may be open at once. Browsers stop at 512 elements of any kind. */
const DEEPEST = 200;
/** Formatting elements are opened again in every paragraph that follows. */
const DEEPEST_FORMATTING = 40;
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr frame keygen'.split(' '),
);
/** Their end tags may be left out: whoever writes `<p>` a thousand times opens one at a time. */
const CLOSED_BY_NEXT = new Set(
  'p li dt dd tr td th tbody thead tfoot colgroup caption option optgroup rt rp rb rtc'.split(' '),
);
const RAW_TEXT = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));
const CUT = new Set(['script', 'style']);
/** Deep end tags look this far for their start tag. */
const LOOK_BACK = 64;
const LONG_DATA = /\bdata:[^"'()\s<>]{512,}/gi;

interface OpenTag {
  name: string;
  isDropped: boolean;
}

interface Tag {
  name: string;
  isEnd: boolean;
  /** UTF-16 code units, from `<` to behind `>`. */
  start: number;
  end: number;
}

export function boundMarkup(source: string): BoundMarkup {
  let inlined = 0;
  const html = source.includes('data:')
    ? source.replace(LONG_DATA, () => {
        inlined += 1;
        return 'data:,';
      })
    : source;
  const scan = new MarkupScan(html);
  return { html: scan.run(), dropped: scan.dropped, inlined };
}

class MarkupScan {
  dropped = 0;
  private readonly parts: string[] = [];
  private readonly open: OpenTag[] = [];
  private formatting = 0;
  private copied = 0;

  constructor(private readonly html: string) {}

  run(): string {
    for (let at = this.html.indexOf('<'); at !== -1; at = this.html.indexOf('<', at)) {
      at = this.step(at);
    }
    this.parts.push(this.html.slice(this.copied));
    return this.parts.join('');
  }

  /** Reads what begins with the `<` at an offset; gives the offset to go on from. */
  private step(at: number): number {
    if (this.html.startsWith('<!--', at)) return this.behind('-->', at + 4);
    const tag = readTag(this.html, at);
    if (tag === null) return at + 1;
    if (!tag.isEnd && RAW_TEXT.has(tag.name)) return this.rawText(tag);
    if (VOID.has(tag.name) || CLOSED_BY_NEXT.has(tag.name)) return tag.end;
    if (tag.isEnd ? this.close(tag.name) : this.enter(tag.name)) this.cut(tag.start, tag.end);
    return tag.end;
  }

  private behind(mark: string, from: number): number {
    const at = this.html.indexOf(mark, from);
    return at === -1 ? this.html.length : at + mark.length;
  }

  private rawText(tag: Tag): number {
    // In SVG an element may end where it starts.
    if (this.html[tag.end - 2] === '/') return tag.end;
    const end = endOfRawText(this.html, tag);
    const isData = /\bld\+json/i.test(this.html.slice(tag.start, tag.end));
    if (CUT.has(tag.name) && !isData) this.cut(tag.start, end);
    return end;
  }

  private cut(start: number, end: number): void {
    this.parts.push(this.html.slice(this.copied, start));
    this.copied = end;
  }

  /** True when the start tag has to go. */
  private enter(name: string): boolean {
    const isFormatting = FORMATTING.has(name);
    const isDropped =
      this.open.length >= DEEPEST || (isFormatting && this.formatting >= DEEPEST_FORMATTING);
    if (isDropped) this.dropped += 1;
    else if (isFormatting) this.formatting += 1;
    this.open.push({ name, isDropped });
    return isDropped;
  }

  /** True when the end tag has to go: that of a dropped start tag. */
  private close(name: string): boolean {
    const lowest = Math.max(0, this.open.length - LOOK_BACK);
    for (let at = this.open.length - 1; at >= lowest; at -= 1) {
      const tag = this.open[at];
      if (tag?.name !== name) continue;
      // Formatting elements stay open when a block around them ends: only their own tag goes.
      const closed = FORMATTING.has(name) ? this.open.splice(at, 1) : this.open.splice(at);
      for (const { name: each, isDropped } of closed) {
        if (FORMATTING.has(each) && !isDropped) this.formatting -= 1;
      }
      return tag.isDropped;
    }
    return false;
  }
}

/** Null for a `<` that opens no tag. A tag that never ends reaches to the end of the text. */
function readTag(html: string, start: number): Tag | null {
  const isEnd = html[start + 1] === '/';
  const nameStart = isEnd ? start + 2 : start + 1;
  if (!isLetter(html.charCodeAt(nameStart))) return null;
  let at = nameStart;
  while (at < html.length && !isNameEnd(html.charCodeAt(at))) at += 1;
  const name = html.slice(nameStart, Math.min(at, nameStart + 40)).toLowerCase();
  return { name, isEnd, start, end: endOfTag(html, at) };
}

const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;
const CLOSING = 62;

/** Behind the `>` of a tag; `>` inside quoted values doesn't count. */
function endOfTag(html: string, from: number): number {
  let previous = 0;
  for (let at = from; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (code === CLOSING) return at + 1;
    if ((code === QUOTE || code === APOSTROPHE) && previous === EQUALS) {
      at = html.indexOf(code === QUOTE ? '"' : "'", at + 1);
      if (at === -1) return html.length;
    }
    if (code > 32) previous = code;
  }
  return html.length;
}

function endOfRawText(html: string, tag: Tag): number {
  const closing = new RegExp(`</${tag.name}(?=[\\s/>])[^>]*>?`, 'gi');
  closing.lastIndex = tag.end;
  return closing.exec(html) === null ? html.length : closing.lastIndex;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** White space, `/` or `>`. */
function isNameEnd(code: number): boolean {
  return code <= 32 || code === 47 || code === 62;
}
