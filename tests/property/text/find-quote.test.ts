import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '../../../main/core/annotations/find-quote.ts';

const word = fc.constantFrom(
  'the',
  'river',
  'was',
  '(high)',
  'in*',
  'a.b',
  '$1',
  '河',
  '🙂',
  '[x]',
);
const words = fc.array(word, { minLength: 1, maxLength: 40 });
const space = fc.constantFrom(' ', '\n', '\n\n', '\t', ' \u00a0 ');

describe('findQuote', () => {
  it('finds any run of words, in whatever white space it is quoted', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(5), space, (all, from, more, gap) => {
        const first = from % all.length;
        const text = all.join(' ');
        const start = all.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
        const quoted = all.slice(first, first + more + 1);
        const ranges = findQuote(text, { exact: quoted.join(gap) });
        expect(ranges).toContainEqual({ start, end: start + quoted.join(' ').length });
      }),
    );
  });

  it('gives only places where the words stand, in order and each once', () => {
    fc.assert(
      fc.property(words, fc.array(word, { minLength: 1, maxLength: 3 }), (all, wanted) => {
        const text = all.join(' ');
        const exact = wanted.join(' ');
        const ranges = findQuote(text, { exact });
        expect(ranges.every(({ start, end }) => text.slice(start, end) === exact)).toBe(true);
        expect(ranges.length).toBe(countOf(text, exact));
      }),
    );
  });
});

/** Overlapping ones too. */
function countOf(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) count += 1;
  return count;
}
