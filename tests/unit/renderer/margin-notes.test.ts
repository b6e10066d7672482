import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../main/shared/entities.ts';
import { readInParts, readMarkdown, type Inline } from '../../../main/shared/text/reading.ts';
import {
  boxesIn,
  inPieces,
  marginNotes,
  notesIn,
} from '../../../renderer/src/features/reader/margin-notes.ts';

const MARKDOWN = `First, the ferry came late.\n\n- One boat.\n- Two boats, ${'and more of them, '.repeat(8)}to the last.\n\n> Nobody counted.`;
const parts = [...readInParts(MARKDOWN, 100_000)];
const text = parts.map((part) => part.text).join('');

function on(exact: string, change: Partial<Annotation> = {}) {
  const start = text.indexOf(exact);
  const range = { start, end: start + exact.length };
  const annotation: Annotation = {
    id: `on-${start}`,
    articleId: 'a',
    target: { position: range, quote: { exact, prefix: '', suffix: '' }, version: 1 },
    anchor: { range, method: 'position', score: 1 },
    orphaned: false,
    color: 'yellow',
    note: 'Why?',
    tags: [],
    created: '2026-01-01T00:00:00.000Z',
    updated: '2026-01-01T00:00:00.000Z',
    ...change,
  };
  return { annotation, tags: [] as string[] };
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('value' in inline) return inline.value;
      if ('children' in inline) return textOf(inline.children);
      return inline.type === 'break' ? '\n' : '';
    })
    .join('');
}

describe('notes in the margin of the paper', () => {
  it('cut a paragraph where their words begin, through emphasis and links', () => {
    const { blocks: read, text: whole } = readMarkdown(
      'Once **bold [and linked](https://a.example) words**, a break  \nand `code`.',
    );
    const [block] = read;
    if (block?.type !== 'paragraph') throw new Error('not a paragraph');
    const notes = ['linked', 'words', 'and code'].map((words) => ({
      id: words,
      color: 'yellow' as const,
      quote: '',
      note: words,
      tags: '',
      start: whole.indexOf(words),
    }));
    const pieces = inPieces(block.children, block.start, notes);
    expect(pieces.map(({ note, inlines }) => [note?.id, textOf(inlines)])).toEqual([
      [undefined, 'Once bold and '],
      ['linked', 'linked '],
      ['words', 'words, a break\n'],
      ['and code', 'and code.'],
    ]);
    expect(pieces[1]?.inlines).toMatchObject([
      { type: 'strong', children: [{ type: 'link' }, {}] },
    ]);
  });

  it('never change the text of a leaf, wherever they begin', () => {
    const { blocks: read } = readMarkdown('A *b **c** d* `e` [f *g*](h) i');
    const [block] = read;
    if (block?.type !== 'paragraph') throw new Error('not a paragraph');
    const { start, end, children } = block;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: start, max: end - 1 })), (starts) => {
        const notes = starts
          .toSorted((one, other) => one - other)
          .map((at) => ({
            id: '',
            color: 'green' as const,
            quote: '',
            note: '',
            tags: '',
            start: at,
          }));
        const pieces = inPieces(children, start, notes);
        let passed = start;
        for (const { note, inlines } of pieces) {
          if (note !== null) expect(note.start).toBe(passed);
          passed += textOf(inlines).length;
        }
        expect(pieces.map(({ inlines }) => textOf(inlines)).join('')).toBe(textOf(children));
      }),
    );
  });

  it('stand beside the upper edge of code and tables, which let nothing out', () => {
    const { blocks: read, text: whole } = readMarkdown(
      '> | One | Two |\n> | --- | --- |\n> | 3 | 4 |\n\n- Before\n\n  ```\n  code\n  ```',
    );
    const spans = read.flatMap(boxesIn);
    expect(spans.map(({ start, end }) => whole.slice(start, end))).toEqual([
      'One\tTwo\n3\t4',
      'code',
    ]);
  });

  it('are those that begin in a span', () => {
    const notes = marginNotes([on('Nobody'), on('late'), on('Two boats')]);
    const [first] = parts.flatMap((part) => part.blocks);
    if (first?.type !== 'paragraph') throw new Error('not a paragraph');
    expect(notesIn(notes, first).map(({ quote }) => quote)).toEqual(['late']);
  });

  it('leaves out what says nothing, what is long, and what has no place', () => {
    const lost = { range: null, method: 'orphan', score: 0 } as const;
    const left = [
      on('late', { note: '' }),
      on('ferry', { note: 'x'.repeat(400) }),
      on('boat', { anchor: lost }),
    ];
    expect(marginNotes(left)).toEqual([]);
    expect(marginNotes([{ ...on('late', { note: '' }), tags: ['tide'] }])).toMatchObject([
      { tags: '#tide' },
    ]);
  });
});
