import { describe, expect, it } from 'vitest';
import { unitAfter, unitAt, unitBefore } from '../../../renderer/src/features/reader/sentences.ts';

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
