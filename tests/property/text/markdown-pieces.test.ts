import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { markdownPieces } from '../../../main/shared/text/markdown-pieces.ts';
import { plainBlock } from '../../../main/shared/text/plain-block.ts';
import { readInParts, readMarkdown } from '../../../main/shared/text/reading.ts';

const words = fc.constantFrom(
  ...[
    'The ferry',
    'came',
    'late.',
    'R&D',
    'a_b',
    '5 < 6',
    'x<y',
    '2019',
    '[sic]',
    'www.',
    'co@x.org',
  ],
  ...[
    '“quoted”',
    '港口',
    'مرحبا',
    '\\*',
    '\\#',
    '\\_',
    '\\[',
    'it’s 1.',
    '1)',
    '#',
    '##',
    '&amp;',
    '&copy',
  ],
);
const marks = fc.constantFrom(
  ...['\n', '\n\n', '\n\n', '\n\n\n', ' ', '  \n', '\n \n', '\t', '\\\n', '\n> ', '\n>'],
  ...[
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '> ',
    '# ',
    '## ',
    '    ',
    '   ',
    ' ',
    '1.',
    '-',
    '--',
    '===',
  ],
  ...['```\n', '```', '   ```\n', '  ~~~\n', '~~~', '- ```\n', '> ```\n', '````js\n', '    ```\n'],
  ...[
    '**',
    '*',
    '_',
    '`',
    '~~',
    '[a](b)',
    '![a](b)',
    '](',
    '[^1]',
    '<div>\n',
    '<!--',
    '-->',
    '<pre>',
  ],
  ...[
    '</pre>',
    '<b>',
    '---\n',
    '***\n',
    '| a | b |\n|---|---|\n',
    'a\n:-\n',
    'a | b\n- | -\n',
    '|',
    ':',
  ],
  ...['\u00a0', '\uFEFF', '\0', '[x]', '- [ ] ', '=', '<?', '<script>\n', 'https://x.org'],
);
const markdown = fc
  .array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 2, arbitrary: marks }), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''));

function parsed(source: string): unknown[] {
  const extensions = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  return fromMarkdown(source, extensions).children.map(withoutPositions);
}

function withoutPositions(node: Nodes): unknown {
  const { position: _, ...rest } = node;
  return 'children' in rest ? { ...rest, children: rest.children.map(withoutPositions) } : rest;
}

describe('Markdown in pieces', () => {
  it('parses to the same blocks as the whole, and joined is the whole', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const pieces = [...markdownPieces(source)];
        expect(pieces.join('')).toBe(source);
        expect(pieces.flatMap(parsed)).toEqual(parsed(source));
      }),
      { numRuns: 3000 },
    );
  });

  it('a piece that is read without the parser is what the parser makes of it', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        for (const piece of markdownPieces(source)) {
          const plain = plainBlock(piece);
          if (plain === null) continue;
          const { depth, text: value } = plain;
          const children = [{ type: 'text', value }];
          const block =
            depth === 0 ? { type: 'paragraph', children } : { type: 'heading', depth, children };
          const softBreaks = JSON.stringify(parsed(piece)).replaceAll('\\n', ' ');
          expect(JSON.parse(softBreaks)).toEqual([block]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('read in parts of any size is the reading of the whole', () => {
    fc.assert(
      fc.property(markdown, fc.integer({ min: 1, max: 40 }), (source, size) => {
        const parts = [...readInParts(source, size)];
        const whole = readMarkdown(source);
        expect(parts.map(({ text }) => text).join('')).toBe(whole.text);
        expect(parts.flatMap(({ blocks }) => blocks)).toEqual(whole.blocks);
      }),
      { numRuns: 1000 },
    );
  });

  it('cuts ordinary prose, headings and lists into pieces', () => {
    const source = '# Tides\n\nOne.\n\n- a\n\n- b\n\nTwo.\n\n```\n\nx\n\n```\n\nThree.';
    expect([...markdownPieces(source)]).toEqual([
      '# Tides\n\n',
      'One.\n\n- a\n\n- b\n\n',
      'Two.\n\n',
      '```\n\nx\n\n```\n\n',
      'Three.',
    ]);
  });
});
