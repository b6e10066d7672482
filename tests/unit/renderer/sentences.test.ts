import { describe, expect, it } from 'vitest';
import {
  unitAfter,
  unitAt,
  unitBefore,
  unitEndAfter,
  type Unit,
} from '../../../renderer/src/features/reader/sentences.ts';

const TEXT = 'One is here. Two is “there”! Three?\n\nFour stands alone.\n东京很大。人很多。';

function words(range: { start: number; end: number } | null): string | null {
  return range === null ? null : TEXT.slice(range.start, range.end);
}

describe('moving by sentence', () => {
  it('finds the sentence around an offset, without the space after it', () => {
    expect(words(unitAt(TEXT, 3, 'sentence'))).toBe('One is here.');
    expect(words(unitAt(TEXT, TEXT.indexOf('Two'), 'sentence'))).toBe('Two is “there”!');
  });

  it('goes through every sentence forwards and never the same one twice', () => {
    const found: (string | null)[] = [];
    for (let at = unitAt(TEXT, 0, 'sentence'); ;) {
      found.push(words(at));
      const next = unitAfter(TEXT, at.end, 'sentence');
      if (next === null) break;
      at = next;
    }
    expect(found).toEqual([
      'One is here.',
      'Two is “there”!',
      'Three?',
      'Four stands alone.',
      '东京很大。',
      '人很多。',
    ]);
  });

  it('goes back over a paragraph’s end', () => {
    expect(words(unitBefore(TEXT, TEXT.indexOf('Four'), 'sentence'))).toBe('Three?');
    expect(unitBefore(TEXT, 0, 'sentence')).toBeNull();
  });
});

describe('moving by paragraph and word', () => {
  it('takes a paragraph as what stands between line feeds', () => {
    expect(words(unitAfter(TEXT, TEXT.indexOf('\n'), 'paragraph'))).toBe('Four stands alone.');
  });

  it('takes a word at a time', () => {
    expect(words(unitAfter(TEXT, 3, 'word'))).toBe('is');
  });
});

describe('extending', () => {
  const extended = (from: string, unit: Unit) => {
    const end = unitEndAfter(TEXT, TEXT.indexOf(from) + from.length, unit);
    return end === null ? null : TEXT.slice(TEXT.indexOf(from), end);
  };

  it('completes what was begun before it goes on', () => {
    expect(extended('One is', 'sentence')).toBe('One is here.');
    expect(extended('One is here.', 'sentence')).toBe('One is here. Two is “there”!');
    expect(extended('Two', 'paragraph')).toBe('Two is “there”! Three?');
    expect(extended('Three?', 'paragraph')).toBe('Three?\n\nFour stands alone.');
    expect(extended('Four sta', 'word')).toBe('Four stands');
    expect(extended('Four stands', 'word')).toBe('Four stands alone');
  });

  it('ends with the text', () => {
    expect(extended('人很多。', 'paragraph')).toBeNull();
  });
});
