import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWholeRange } from '../../../main/shared/text/whole-range.ts';
import { moveEnd, type End, type Step } from '../../../renderer/src/features/reader/adjust.ts';

const TEXT = 'One two, three 👩‍👩‍👧‍👦 e\u0301nd.\n\nNext 东京 here.';

function moved(words: string, end: End, by: 1 | -1, step: Step): string | null {
  const start = TEXT.indexOf(words);
  const range = moveEnd(TEXT, { start, end: start + words.length }, end, by, step);
  return range === null ? null : TEXT.slice(range.start, range.end);
}

describe('moving an end of a highlight', () => {
  it('goes by words', () => {
    expect(moved('two', 'end', 1, 'word')).toBe('two,');
    expect(moved('two,', 'end', 1, 'word')).toBe('two, three');
    expect(moved('two, three', 'end', -1, 'word')).toBe('two,');
    expect(moved('two, thr', 'end', 1, 'word')).toBe('two, three');
    expect(moved('two', 'start', -1, 'word')).toBe('One two');
    expect(moved('One two', 'start', 1, 'word')).toBe('two');
    expect(moved('e\u0301nd.', 'end', 1, 'word')).toBe('e\u0301nd.\n\nNext');
  });

  it('goes by characters as a reader sees them', () => {
    expect(moved('three', 'end', 1, 'character')).toBe('three 👩‍👩‍👧‍👦');
    expect(moved('three 👩‍👩‍👧‍👦', 'end', -1, 'character')).toBe('three');
    expect(moved('three', 'start', 1, 'character')).toBe('hree');
    expect(moved('nd.', 'start', -1, 'character')).toBe('e\u0301nd.');
  });

  it('stops where there is no room', () => {
    expect(moved('One', 'start', -1, 'word')).toBeNull();
    expect(moved('here.', 'end', 1, 'character')).toBeNull();
    expect(moved('One', 'end', -1, 'word')).toBeNull();
    expect(moved('O', 'start', 1, 'character')).toBeNull();
  });

  it('never splits a grapheme', () => {
    const text = fc
      .array(fc.constantFrom('a', ' ', 'e\u0301', '🇩🇪', '각', '\n\n', 'नि', 'בְּ', '。', 'word'), {
        minLength: 1,
        maxLength: 20,
      })
      .map((parts) => `x${parts.join('')}`);
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<End>('start', 'end'),
        fc.constantFrom<1 | -1>(1, -1),
        fc.constantFrom<Step>('word', 'character'),
        (all, end, by, step) => {
          let range = { start: 0, end: 1 };
          for (let round = 0; round < 8; round += 1) {
            const next = moveEnd(
              all,
              range,
              end === 'start' ? 'end' : end,
              round < 5 ? 1 : by,
              step,
            );
            if (next === null) return;
            expect(isWholeRange(all, next)).toBe(true);
            range = next;
          }
        },
      ),
    );
  });
});
