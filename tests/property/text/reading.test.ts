import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readMarkdown,
  toReadingText,
  type Block,
  type Inline,
} from '../../../main/shared/text/reading.ts';

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .map((text) => text.replace(/[\s\p{C}]/gu, ''))
  .filter((text) => text !== '');
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const plainText = fc
  .array(paragraph, { minLength: 1, maxLength: 4 })
  .map((paragraphs) => paragraphs.join('\n\n'));

/** A backslash before each ASCII punctuation character: Markdown takes all of it for text. */
function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Pieces of Markdown in any order and nesting. */
const piece = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[
        '# ',
        '## ',
        '- ',
        '* ',
        '1. ',
        '> ',
        '    ',
        '  ',
        '```\n',
        '~~~js\n',
        '---\n',
        '| a | b |\n|---|---|\n',
      ],
      ...[
        '\n',
        '\n\n',
        '**',
        '*',
        '_',
        '`',
        '~~',
        '[',
        '](http://x.y "t")',
        '![alt](u)',
        '[^1]',
        '[^1]: ',
      ],
      ...[
        '<br>',
        '<b>',
        '</b>',
        '<div>\n',
        '</div>\n',
        '<!--',
        '-->',
        '\\',
        '  \n',
        '&amp;',
        '&#0;',
      ],
      ...[
        '- [ ] ',
        '[a]: http://x.y\n',
        '[a]',
        '\t',
        '|',
        'www.x.org',
        '\r\n',
        '\r',
        '\u00a0',
        '🙂',
      ],
    ),
  },
);
const markdown = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'code') return node.value;
      if (node.type === 'break') return '\n';
      return 'children' in node ? inlineText(node.children) : '';
    })
    .join('');
}

interface Leaf {
  start: number;
  end: number;
  text: string;
}

function leavesOf(blocks: readonly Block[]): Leaf[] {
  return blocks.flatMap((block): Leaf[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [{ start: block.start, end: block.end, text: inlineText(block.children) }];
      case 'code':
        return [{ start: block.start, end: block.end, text: block.value }];
      case 'quote':
        return leavesOf(block.children);
      case 'list':
      case 'footnotes':
        return block.items.flatMap((item) => leavesOf(item.children));
      case 'table':
        return block.rows
          .flat()
          .map(({ start, end, children }) => ({ start, end, text: inlineText(children) }));
      case 'rule':
        return [];
    }
  });
}

describe('reading text', () => {
  it('of plain text that was escaped is that text', () => {
    fc.assert(
      fc.property(plainText, (text) => {
        expect(toReadingText(escaped(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('is, leaf by leaf, what the blocks show, and nothing but white space stands between', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const { text, blocks } = readMarkdown(source);
        let at = 0;
        for (const leaf of leavesOf(blocks)) {
          expect(text.slice(leaf.start, leaf.end)).toBe(leaf.text);
          expect(leaf.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, leaf.start)).toMatch(/^[\n\t]*$/);
          at = leaf.end;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('has no carriage returns, so that offsets count the same whatever ended the lines', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const unix = source.replace(/\r\n?/g, '\n');
        expect(toReadingText(unix.replaceAll('\n', '\r\n'))).toBe(toReadingText(unix));
      }),
      { numRuns: 1000 },
    );
  });
});
