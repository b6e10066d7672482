/**
 * Parses one piece of XML to a tree, however broken it is: saxes goes on behind most errors, and
 * where its idea of what is open is lost, the fields are cut out by their tags.
 */
import { SaxesParser } from 'saxes';
import { textEntities } from './text-entities.ts';
import { readFields } from './tolerant-fields.ts';
import type { XmlElement } from './xml-element.ts';
import { bindNamespaces, canonicalName, type Namespaces } from './xml-names.ts';
import type { XmlPiece } from './xml-items.ts';

export interface XmlError {
  /** 1-based, of the file. */
  line: number;
  message: string;
}

export interface XmlTree {
  /** Null for a text without any element. */
  root: XmlElement | null;
  namespaces: Namespaces;
  errors: XmlError[];
}

/** Elements below are taken for text: whoever nests so deeply wants to overflow a stack. */
const DEEPEST = 300;
const MOST_ERRORS = 20;
const LOST = /unmatched closing tag|unexpected close tag|unclosed tag|unexpected end/;

/** One item. `firstLine` is its place in the file. */
export function readItem(text: string, firstLine: number, namespaces: Namespaces): XmlTree {
  const pieces = text.split('\n').map((each, at) => ({ line: firstLine + at, text: each }));
  const tree = readPieces(pieces, namespaces);
  if (!tree.errors.some(({ message }) => LOST.test(message))) return tree;
  return { ...tree, root: readFields(text, namespaces) ?? tree.root };
}

/** A file's text outside its items. */
export function readPieces(pieces: readonly XmlPiece[], around: Namespaces): XmlTree {
  const builder = new TreeBuilder(around);
  const parser = new SaxesParser();
  Object.assign(parser.ENTITIES, textEntities);
  const errors: XmlError[] = [];
  let line = pieces[0]?.line ?? 1;
  parser.on('opentag', (tag) => builder.open(tag.name, tag.attributes));
  parser.on('closetag', () => builder.close());
  parser.on('text', (text) => builder.text(text));
  parser.on('cdata', (text) => builder.text(text));
  parser.on('error', ({ message }) => {
    if (errors.length < MOST_ERRORS) errors.push({ line, message: plainMessage(message) });
  });
  for (const piece of withEscapedAmpersands(withoutBlankHead(pieces))) {
    line = piece.line;
    parser.write(piece.text).write('\n');
  }
  parser.close();
  return { root: builder.root, namespaces: builder.rootNamespaces, errors };
}

/** A declaration has to be the first thing of all, which blank lines before it are not. */
function withoutBlankHead(pieces: readonly XmlPiece[]): readonly XmlPiece[] {
  const first = pieces.findIndex(({ text }) => text.trim() !== '');
  return first <= 0 ? pieces : pieces.slice(first);
}

const SECTION = /<!\[CDATA\[|\]\]>/g;
const BARE_AMPERSAND = /&(?!(?:#\d+|#x[\da-f]+|[\w.:-]+);)/gi;

/** An ampersand that nobody escaped would swallow all up to the next semicolon. */
function* withEscapedAmpersands(pieces: readonly XmlPiece[]): Generator<XmlPiece> {
  let isInCdata = false;
  for (const { line, text } of pieces) {
    let written = '';
    let from = 0;
    for (const { index, 0: mark } of text.matchAll(SECTION)) {
      const part = text.slice(from, index);
      written += (isInCdata ? part : part.replace(BARE_AMPERSAND, '&amp;')) + mark;
      isInCdata = mark !== ']]>';
      from = index + mark.length;
    }
    const rest = text.slice(from);
    yield { line, text: written + (isInCdata ? rest : rest.replace(BARE_AMPERSAND, '&amp;')) };
  }
}

/** saxes puts its own line and column before its words. */
function plainMessage(message: string): string {
  return message.replace(/^(?:undefined:)?\d+:\d+:\s*/, '').replace(/\.$/, '');
}

interface OpenElement {
  element: XmlElement;
  namespaces: Namespaces;
}

class TreeBuilder {
  root: XmlElement | null = null;
  rootNamespaces: Namespaces;
  private readonly stack: OpenElement[] = [];
  /** Elements open below the deepest that is kept. */
  private skipped = 0;

  constructor(private readonly around: Namespaces) {
    this.rootNamespaces = around;
  }

  open(written: string, values: Readonly<Record<string, string>>): void {
    const parent = this.stack.at(-1);
    if (this.stack.length >= DEEPEST) {
      this.skipped += 1;
      return;
    }
    const attributes = new Map(
      Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const namespaces = bindNamespaces(parent?.namespaces ?? this.around, attributes);
    const name = canonicalName(written, namespaces);
    const element: XmlElement = { name, attributes, children: [] };
    if (parent !== undefined) parent.element.children.push(element);
    else this.adopt(element, namespaces);
    this.stack.push({ element, namespaces });
  }

  /** A second element beside the root is put into it. */
  private adopt(element: XmlElement, namespaces: Namespaces): void {
    if (this.root !== null) this.root.children.push(element);
    else {
      this.root = element;
      this.rootNamespaces = namespaces;
    }
  }

  close(): void {
    if (this.skipped > 0) this.skipped -= 1;
    else this.stack.pop();
  }

  text(text: string): void {
    this.stack.at(-1)?.element.children.push(text);
  }
}
