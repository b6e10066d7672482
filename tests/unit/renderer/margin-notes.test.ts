import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../main/shared/entities.ts';
import { readInParts } from '../../../main/shared/text/reading.ts';
import { marginNotes, notesBeside } from '../../../renderer/src/features/reader/margin-notes.ts';

const MARKDOWN = `First, the ferry came late.\n\n- One boat.\n- Two boats, ${'and more of them, '.repeat(8)}to the last.\n\n> Nobody counted.`;
const parts = [...readInParts(MARKDOWN, 100_000)];
const text = parts.map((part) => part.text).join('');
const blocks = parts.flatMap((part) => part.blocks);

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

describe('notes in the margin of the paper', () => {
  it('stand beside the block they are on, whatever it holds', () => {
    const notes = marginNotes([on('Nobody'), on('late'), on('Two boats')]);
    const beside = blocks.map((block) => notesBeside(notes, block).map(({ note }) => note.quote));
    expect(beside).toEqual([['late'], ['Two boats'], ['Nobody']]);
  });

  it('stand lower the further down in it their words are', () => {
    const notes = marginNotes([on('Two boats'), on('the last')]);
    const lines = blocks.flatMap((block) => notesBeside(notes, block).map(({ line }) => line));
    expect(lines[0]).toBe(0);
    expect(lines[1]).toBeGreaterThan(1);
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
