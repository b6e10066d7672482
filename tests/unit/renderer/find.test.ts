import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText, firstFrom, MOST_FOUND } from '../../../renderer/src/features/reader/find.ts';

function foundWords(text: string, words: string): string[] {
  return findInText(text, words).map(({ start, end }) => text.slice(start, end));
}

describe('finding in an article', () => {
  it('takes any case, any white space and any kind of quote and dash', () => {
    expect(foundWords('The Ferry’s\nlate — the FERRY’S  late', "ferry's late")).toEqual([
      'Ferry’s\nlate',
      'FERRY’S  late',
    ]);
    expect(foundWords('He said “no”, 1914–18', '"no", 1914-18')).toEqual(['“no”, 1914–18']);
  });

  it('takes signs for themselves', () => {
    expect(foundWords('a.c abc (x) [y] $5 \\', 'a.c')).toEqual(['a.c']);
    expect(foundWords('a.c abc (x) [y] $5 \\', '(x) [y] $5 \\')).toEqual(['(x) [y] $5 \\']);
  });

  it('finds nothing for nothing, and stops counting at some number', () => {
    expect(findInText('text', '  ')).toEqual([]);
    expect(findInText('a'.repeat(MOST_FOUND * 2), 'a')).toHaveLength(MOST_FOUND);
  });

  it('finds every passage of a text that is taken from it', () => {
    const passage = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(passage, passage, passage, (before, words, after) => {
        fc.pre(words.trim() !== '');
        const text = `${before} ${words.normalize('NFC')} ${after}`;
        expect(findInText(text, words).length).toBeGreaterThan(0);
      }),
    );
  });

  it('goes on from where one is, and from the start after the last', () => {
    const found = findInText('one two one', 'one');
    expect(firstFrom(found, 1)).toBe(1);
    expect(firstFrom(found, 10)).toBe(0);
  });
});
