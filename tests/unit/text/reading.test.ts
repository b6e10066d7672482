import { describe, expect, it } from 'vitest';
import { readMarkdown, toReadingText, type Block } from '../../../main/shared/text/reading.ts';

describe('reading text', () => {
  it('drops the marks of Markdown and keeps the words', () => {
    expect(toReadingText('# A *title*\n\nSome **bold** and `code` and [a link](http://x.y).')).toBe(
      'A title\n\nSome bold and code and a link.',
    );
  });

  it('parts paragraphs by a blank line, tight items and table rows by a line feed, cells by a tab', () => {
    expect(toReadingText('a\n\n- one\n- two\n\n| h | i |\n|---|---|\n| 1 | 2 |')).toBe(
      'a\n\none\ntwo\n\nh\ti\n1\t2',
    );
  });

  it('turns a soft line break into a space and keeps a hard one', () => {
    expect(toReadingText('one\ntwo\\\nthree')).toBe('one two\nthree');
  });

  it('reads the text of HTML inside Markdown, and nothing of what it would do', () => {
    expect(
      toReadingText(
        '<div onclick="x()">hello</div>\n\n<script>alert(1)</script>\n\nand <b>bold</b>',
      ),
    ).toBe('hello\n\nand bold');
  });

  it('puts footnotes at the end', () => {
    const reading = readMarkdown('A claim[^1].\n\n[^1]: The proof.\n\nMore.');
    expect(reading.text).toBe('A claim.\n\nMore.\n\nThe proof.');
    expect(reading.blocks.at(-1)?.type).toBe('footnotes');
  });

  it('resolves reference links and leaves unknown ones as text', () => {
    const [block] = readMarkdown('[a][1] [b][2]\n\n[1]: https://example.org').blocks;
    expect(block).toMatchObject({
      children: [{ type: 'link', url: 'https://example.org' }, { value: ' [b][2]' }],
    });
  });

  it('gives every leaf the very characters of its range', () => {
    const markdown = [
      'Para *one* with `code`\\\nbreak <br> and ![img](x.png) end',
      '> quote\n>\n> - item **a**\n> - item b',
      '```ts\nconst a = 1;\n```',
      '| a | b |\n|---|:-:|\n| c *d* | e |',
      '1. one\n\n   two\n2. three[^n]',
      '[^n]: note',
    ].join('\n\n');
    const { text, blocks } = readMarkdown(markdown);
    const leaves = blocks.flatMap(leavesOf);
    expect(leaves.length).toBeGreaterThan(8);
    for (const leaf of leaves) expect(text.slice(leaf.start, leaf.end)).toBe(leaf.text);
  });
});

interface Leaf {
  start: number;
  end: number;
  text: string;
}

interface Spanned {
  start: number;
  end: number;
  children: Parameters<typeof inlineText>[0][];
}

function leavesOf(block: Block): Leaf[] {
  const leaf = ({ start, end, children }: Spanned) => ({
    start,
    end,
    text: children.map(inlineText).join(''),
  });
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [leaf(block)];
    case 'code':
      return [{ start: block.start, end: block.end, text: block.value }];
    case 'quote':
      return block.children.flatMap(leavesOf);
    case 'list':
    case 'footnotes':
      return block.items.flatMap((item) => item.children.flatMap(leavesOf));
    case 'table':
      return block.rows.flat().map(leaf);
    case 'rule':
      return [];
  }
}

type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];

function inlineText(inline: Inline): string {
  if (inline.type === 'break') return '\n';
  if ('value' in inline) return inline.value;
  return 'children' in inline ? inline.children.map(inlineText).join('') : '';
}
