/**
 * Makes the Markdown of one article of a dump. Text is built as a syntax tree and serialised, so
 * that every character that means something in Markdown is escaped: the reading text of the result
 * is the source's text, white space and the marks of lists, quotes, fences and rules aside.
 */
import type { BlockContent, List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import type { DumpArticle } from './article.ts';
import { labelOf, speakerLabels, withInnerHeadings } from './inner-headings.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { readTextBlocks, wrapWidthOf, type TextBlock } from './text-blocks.ts';

function paragraphOf(text: string, labels: ReadonlySet<string>): Paragraph {
  const label = labelOf(text, labels);
  if (label === null) return { type: 'paragraph', children: [{ type: 'text', value: text }] };
  const bold: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: label }] };
  const rest = text.slice(label.length);
  const children: PhrasingContent[] = rest === '' ? [bold] : [bold, { type: 'text', value: rest }];
  return { type: 'paragraph', children };
}

function verseOf(lines: readonly string[]): Paragraph {
  const children: PhrasingContent[] = lines.flatMap((value, i): PhrasingContent[] =>
    i === 0 ? [{ type: 'text', value }] : [{ type: 'break' }, { type: 'text', value }],
  );
  return { type: 'paragraph', children };
}

function listOf(items: readonly string[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((value) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
    })),
  };
}

function nodeOf(block: TextBlock, labels: ReadonlySet<string>): BlockContent {
  switch (block.kind) {
    case 'paragraph':
      return paragraphOf(block.text, labels);
    case 'verse':
      return verseOf(block.lines);
    case 'list':
      return listOf(block.items);
    case 'quote':
      return { type: 'blockquote', children: block.blocks.map((inner) => nodeOf(inner, labels)) };
    case 'code':
      return { type: 'code', lang: block.lang, value: block.text };
    case 'heading':
      return {
        type: 'heading',
        depth: block.depth,
        children: [{ type: 'text', value: block.text }],
      };
    case 'break':
      return { type: 'thematicBreak' };
  }
}

interface Section {
  title: string | null;
  lines: string[];
}

/** The article's lines of text, cut at the titles of the reprints inside it. */
function sectionsOf(
  lines: readonly string[],
  article: DumpArticle,
  children: readonly DumpArticle[],
): Section[] {
  const titles = new Map(children.map((child) => [child.startLine, child.title]));
  const sections: Section[] = [{ title: null, lines: [] }];
  for (const range of article.bodyLines) {
    for (let line = range.startLine; line <= range.endLine; line += 1) {
      const title = titles.get(line);
      if (title === undefined) sections.at(-1)?.lines.push(lines[line - 1] ?? '');
      else sections.push({ title, lines: [] });
    }
    sections.at(-1)?.lines.push('');
  }
  return sections;
}

function plainLine(line: string): string {
  return line.replace(/^\ufeff/u, '').replace(/[\f\v]/gu, ' ');
}

function textToMarkdown(sections: readonly Section[]): string {
  const wrap = wrapWidthOf(sections.flatMap((section) => section.lines));
  const depth = sections.length > 1 ? 3 : 2;
  const read = sections.map((section) => ({
    title: section.title,
    blocks: readTextBlocks(section.lines.map(plainLine), wrap),
  }));
  const labels = speakerLabels(read.flatMap((section) => section.blocks));
  const out = new MarkdownWriter();
  for (const { title, blocks } of read) {
    if (title !== null) {
      out.add({ type: 'heading', depth: 2, children: [{ type: 'text', value: title }] });
    }
    for (const block of withInnerHeadings(blocks, depth)) {
      const plain = plainBlockOf(block, labels);
      if (plain === null) out.add(nodeOf(block, labels));
      else out.addPlain(plain);
    }
  }
  return out.end();
}

function plainBlockOf(block: TextBlock, labels: ReadonlySet<string>): string | null {
  if (block.kind === 'verse') return plainMarkdown(block.lines);
  if (block.kind !== 'paragraph' || labelOf(block.text, labels) !== null) return null;
  return plainMarkdown([block.text]);
}

const OPTIONS: Options = { extensions: [gfmToMarkdown()], bullet: '-', rule: '-' };

/** Blocks one after another, parted by blank lines. */
class MarkdownWriter {
  private readonly parts: string[] = [];
  private waiting: RootContent[] = [];

  add(node: RootContent): void {
    this.waiting.push(node);
  }

  addPlain(markdown: string): void {
    this.flush();
    this.parts.push(markdown);
  }

  end(): string {
    this.flush();
    return this.parts.map((part) => `${part}\n`).join('\n');
  }

  private flush(): void {
    if (this.waiting.length === 0) return;
    const markdown = toMarkdown({ type: 'root', children: this.waiting }, OPTIONS);
    this.parts.push(markdown.replace(/\n$/, ''));
    this.waiting = [];
  }
}

const ATX_HEADING = /^\ufeff?\s{0,3}#{1,6}\s/u;

function isMarkdown(lines: readonly string[], article: DumpArticle): boolean {
  return ATX_HEADING.test(lines[article.startLine - 1] ?? '');
}

/**
 * The Markdown body of an article. `lines` are the whole dump's. Articles of Markdown dumps, told
 * by their title's own heading or by `options`, keep their source unchanged.
 */
export function convertDumpArticle(
  lines: readonly string[],
  article: DumpArticle,
  children: readonly DumpArticle[],
  options: { markdown?: boolean } = {},
): string {
  if (options.markdown ?? isMarkdown(lines, article)) {
    const slices = article.bodyLines.map((range) =>
      lines.slice(range.startLine - 1, range.endLine),
    );
    return `${slices.map((slice) => slice.join('\n')).join('\n\n')}\n`;
  }
  return textToMarkdown(sectionsOf(lines, article, children));
}
