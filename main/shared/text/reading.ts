/**
 * From Markdown to what the reader sees: a tree of blocks, and the reading text that all offsets
 * count in. Both come out of one walk, so they can't disagree.
 *
 * Invariant, which selections and highlights rest on: for every leaf block (paragraph, heading,
 * code, table cell) the characters of its inline children, in order, are `text.slice(start, end)`;
 * a rendering that puts exactly those characters into the page maps 1:1 to offsets.
 * Blocks are parted by a blank line, tight list items and table rows by a line feed, cells by a tab.
 */
import type { Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { markdownPieces } from './markdown-pieces.ts';
import { plainBlock, type PlainBlock } from './plain-block.ts';

export type Inline =
  | { type: 'text'; value: string }
  | { type: 'code'; value: string }
  | { type: 'break' }
  | { type: 'emphasis' | 'strong' | 'delete'; children: Inline[] }
  | { type: 'link'; url: string; title: string | null; children: Inline[] }
  | { type: 'image'; url: string; alt: string }
  | { type: 'footnote'; label: string };

interface Span {
  /** UTF-16 code units in the reading text. */
  start: number;
  end: number;
}

export interface Cell extends Span {
  children: Inline[];
}

export interface ListItem {
  checked: boolean | null;
  children: Block[];
}

export type Block =
  | (Span & { type: 'paragraph'; children: Inline[] })
  | (Span & { type: 'heading'; depth: 1 | 2 | 3 | 4 | 5 | 6; children: Inline[] })
  | (Span & { type: 'code'; lang: string | null; value: string })
  | { type: 'quote'; children: Block[] }
  | { type: 'list'; ordered: boolean; first: number; items: ListItem[] }
  | { type: 'table'; align: (string | null)[]; rows: Cell[][] }
  | { type: 'footnotes'; items: { label: string; children: Block[] }[] }
  | { type: 'rule' };

export interface Reading {
  text: string;
  blocks: Block[];
}

/** Linear in the Markdown. Never fails: anything is Markdown. */
export function readMarkdown(markdown: string): Reading {
  const parts = [...readInParts(markdown)];
  return {
    text: parts.map(({ text }) => text).join(''),
    blocks: parts.flatMap(({ blocks }) => blocks),
  };
}

/**
 * The same in steps of about `size` UTF-16 code units of text, for long articles: the texts of the
 * parts joined are the reading text, in which all of them count.
 */
export function* readInParts(markdown: string, size = Infinity): Generator<Reading> {
  const builder = new ReadingBuilder();
  for (const piece of markdownPieces(markdown.replace(/\r\n?/g, '\n'))) {
    const plain = plainBlock(piece);
    if (plain === null) builder.add(parse(piece));
    else builder.addPlain(plain);
    if (builder.pending >= size) yield builder.take();
  }
  builder.addFootnotes();
  yield builder.take();
}

function parse(markdown: string): RootContent[] {
  const extensions = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  return fromMarkdown(markdown, extensions).children;
}

export function toReadingText(markdown: string): string {
  return readMarkdown(markdown).text;
}

class ReadingBuilder {
  private parts: string[] = [];
  private done: Block[] = [];
  private length = 0;
  private taken = 0;
  private readonly links = new Map<string, { url: string; title: string | null }>();
  private readonly footnotes: { label: string; children: RootContent[] }[] = [];

  /** Length of the text that was not taken yet. */
  get pending(): number {
    return this.length - this.taken;
  }

  /** What was added since the last time. */
  take(): Reading {
    const taken = { text: this.parts.join(''), blocks: this.done };
    this.parts = [];
    this.done = [];
    this.taken = this.length;
    return taken;
  }

  add(content: RootContent[]): void {
    this.collectDefinitions(content);
    for (const block of this.blocks(content, '\n\n')) this.done.push(block);
  }

  addPlain({ depth, text }: PlainBlock): void {
    const fill = (): Inline[] => {
      this.write(text);
      return [{ type: 'text', value: text }];
    };
    const leaf = this.leaf('\n\n', fill);
    this.done.push(
      depth === 0 ? { type: 'paragraph', ...leaf } : { type: 'heading', depth, ...leaf },
    );
  }

  addFootnotes(): void {
    if (this.footnotes.length === 0) return;
    const items = this.footnotes.map(({ label, children }) => ({
      label,
      children: this.blocks(children, '\n\n'),
    }));
    this.done.push({ type: 'footnotes', items });
  }

  private collectDefinitions(nodes: readonly Nodes[]): void {
    for (const node of nodes) {
      if (node.type === 'definition') {
        if (!this.links.has(node.identifier)) {
          this.links.set(node.identifier, { url: node.url, title: node.title ?? null });
        }
      } else if (node.type === 'footnoteDefinition') {
        this.footnotes.push({ label: node.label ?? node.identifier, children: node.children });
      } else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') {
        this.collectDefinitions(node.children);
      }
    }
  }

  private write(text: string): void {
    if (text === '') return;
    this.parts.push(text);
    this.length += text.length;
  }

  /** Nothing parts the first block of the article from its start. */
  private part(separator: string): void {
    if (this.length > 0) this.write(separator);
  }

  private leaf(separator: string, fill: () => Inline[]): Span & { children: Inline[] } {
    this.part(separator);
    const start = this.length;
    const children = fill();
    return { start, end: this.length, children };
  }

  private blocks(nodes: readonly RootContent[], separator: string): Block[] {
    const blocks: Block[] = [];
    for (const node of nodes) {
      const block = this.block(node, blocks.length === 0 ? separator : '\n\n');
      if (block !== null) blocks.push(block);
    }
    return blocks;
  }

  private block(node: RootContent, separator: string): Block | null {
    switch (node.type) {
      case 'paragraph':
        return {
          type: 'paragraph',
          ...this.leaf(separator, () => this.inlines(node.children)),
        };
      case 'heading':
        return {
          type: 'heading',
          depth: node.depth,
          ...this.leaf(separator, () => this.inlines(node.children)),
        };
      case 'code': {
        this.part(separator);
        const start = this.length;
        this.write(node.value);
        const { value, lang } = node;
        return { type: 'code', lang: lang ?? null, value, start, end: this.length };
      }
      case 'html': {
        const value = withoutTags(node.value).trim();
        if (value === '') return null;
        const leaf = this.leaf(separator, () => this.inlines([{ type: 'text', value }]));
        return { type: 'paragraph', ...leaf };
      }
      case 'blockquote':
        return { type: 'quote', children: this.blocks(node.children, separator) };
      case 'list': {
        const items = node.children.map((item, index) => ({
          checked: item.checked ?? null,
          children: this.blocks(
            item.children,
            index === 0 ? separator : node.spread || item.spread ? '\n\n' : '\n',
          ),
        }));
        return { type: 'list', ordered: node.ordered ?? false, first: node.start ?? 1, items };
      }
      case 'table':
        return this.table(node, separator);
      case 'thematicBreak':
        return { type: 'rule' };
      default:
        return null;
    }
  }

  private table(node: Table, separator: string): Block {
    const rows = node.children.map((row, rowIndex) =>
      row.children.map((cell, cellIndex) => {
        const parting = cellIndex > 0 ? '\t' : rowIndex > 0 ? '\n' : separator;
        return this.leaf(parting, () => this.inlines(cell.children));
      }),
    );
    return { type: 'table', align: (node.align ?? []).map((align) => align ?? null), rows };
  }

  private inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return nodes.flatMap((node) => this.inline(node));
  }

  private inline(node: PhrasingContent): Inline[] {
    switch (node.type) {
      case 'text': {
        // A line feed inside a paragraph is white space to the reader.
        const value = node.value.replace(/[\n\r]/g, ' ');
        this.write(value);
        return [{ type: 'text', value }];
      }
      case 'inlineCode':
        this.write(node.value);
        return [{ type: 'code', value: node.value }];
      case 'break':
        this.write('\n');
        return [{ type: 'break' }];
      case 'emphasis':
      case 'strong':
      case 'delete':
        return [{ type: node.type, children: this.inlines(node.children) }];
      case 'link':
        return [
          {
            type: 'link',
            url: node.url,
            title: node.title ?? null,
            children: this.inlines(node.children),
          },
        ];
      case 'linkReference': {
        const link = this.links.get(node.identifier);
        const children = this.inlines(node.children);
        return link === undefined ? children : [{ type: 'link', ...link, children }];
      }
      case 'image':
        return [{ type: 'image', url: node.url, alt: node.alt ?? '' }];
      case 'imageReference': {
        const link = this.links.get(node.identifier);
        return link === undefined ? [] : [{ type: 'image', url: link.url, alt: node.alt ?? '' }];
      }
      case 'footnoteReference':
        return [{ type: 'footnote', label: node.label ?? node.identifier }];
      case 'html': {
        if (/^<br\s*\/?>$/i.test(node.value)) {
          this.write('\n');
          return [{ type: 'break' }];
        }
        return [];
      }
      default:
        return [];
    }
  }
}

/** The text of a block of HTML inside Markdown; what it would do in a page is not wanted here. */
function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\n\s*\n+/g, '\n');
}
