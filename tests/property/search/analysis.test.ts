import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryWordsOf, tokensOf } from '../../../main/core/search/analysis.ts';
import { fold } from '../../../main/core/search/fold.ts';
import { planQuery } from '../../../main/core/search/query-plan.ts';
import { BadQueryError } from '../../../main/core/search/search-index.ts';
import { matchRanges, snippetsOf } from '../../../main/core/search/snippets.ts';
import { globTest, isWithin } from '../../../main/core/search/term-tests.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const unspaced = fc.string({
  unit: fc.constantFrom(...'研究者中国カナがハングル한국ไทยประเ'),
  minLength: 1,
});

describe('analysis', () => {
  it('folds once and for all', () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(fold(fold(raw))).toBe(fold(raw));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives terms in order, within the text', () => {
    fc.assert(
      fc.property(text, (raw) => {
        let before = 0;
        for (const { term, start, end } of tokensOf(raw)) {
          expect(term).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(raw.length);
          before = start;
        }
      }),
    );
  });

  it('finds any stretch of a text without spaces', () => {
    fc.assert(
      fc.property(unspaced, fc.nat(), fc.nat(), (raw, a, b) => {
        const from = a % raw.length;
        const terms = tokensOf(raw).map(({ term }) => term);
        for (const { parts, prefix } of queryWordsOf(raw.slice(from, from + 1 + (b % 6)))) {
          for (const part of parts) {
            expect(terms.some((own) => (prefix ? own.startsWith(part) : own === part))).toBe(true);
          }
        }
      }),
    );
  });
});

describe('queries', () => {
  const query = fc.oneof(
    text,
    fc.string({ unit: fc.constantFrom(...'ab:+-~^*\\ 1', 'title:', 'tags:') }),
  );

  it('are planned or refused with a place in the text, whatever is typed', () => {
    fc.assert(
      fc.property(query, fc.boolean(), (typed, asYouType) => {
        try {
          planQuery({ text: typed, asYouType });
        } catch (error) {
          if (!(error instanceof BadQueryError)) throw error;
          expect(error.start).toBeGreaterThanOrEqual(0);
          expect(error.start).toBeLessThan(error.end);
          expect(error.end).toBeLessThanOrEqual(typed.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('are never refused on the way to a good one', () => {
    const part = fc.tuple(
      fc.constantFrom('', '+', '-'),
      fc.constantFrom('', 'title:', 'body:'),
      fc.constantFrom('word', 'o’brien', 'wor*', '研究', 'café'),
      fc.constantFrom('', '~1', '^10'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), (parts) => {
        const good = parts.map((pieces) => pieces.join('')).join(' ');
        for (let end = 0; end <= good.length; end++) {
          planQuery({ text: good.slice(0, end), asYouType: true });
        }
        planQuery({ text: good });
      }),
    );
  });
});

describe('wildcards', () => {
  it('match what the same regular expression matches', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 });
    fc.assert(
      fc.property(
        pattern.filter((glob) => glob.includes('*')),
        letters,
        (glob, term) => {
          const expected = new RegExp(`^${glob.replaceAll('*', '.*')}$`).test(term);
          expect(globTest(glob.split('*'))(term, term)).toBe(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('fuzzy terms', () => {
  function distance(a: string, b: string): number {
    const rows = Array.from({ length: a.length + 1 }, (_, i) => [i]);
    const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
    for (let i = 0; i <= a.length; i++) {
      for (let j = i === 0 ? 1 : 0; j <= b.length; j++) {
        const cost = a[i - 1] === b[j - 1] ? 0 : 1;
        const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
        const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        const row = rows[i];
        if (row) row[j] = isSwap ? Math.min(least, at(i - 2, j - 2) + 1) : least;
      }
    }
    return at(a.length, b.length);
  }

  it('are within the edits that the full table gives', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 0, max: 4 }), (a, b, edits) => {
        expect(isWithin(a, b, edits)).toBe(distance(a, b) <= edits);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('snippets', () => {
  const words = fc.constantFrom('alpha', 'beta', 'gamma', '研究者', 'x-ray', '💥', '\n');
  const article = fc.array(words, { maxLength: 200 }).map((parts) => parts.join(' '));

  it('are passages of the text that show matches of it', () => {
    fc.assert(
      fc.property(article, fc.integer({ min: 0, max: 60 }), (raw, around) => {
        const terms = ['beta', '研究', 'xray'];
        const all = matchRanges(raw, terms);
        const snippets = snippetsOf(raw, terms, { most: 3, around });
        expect(snippets.length > 0).toBe(all.length > 0);
        expect(snippets.length).toBeLessThanOrEqual(3);
        for (const { text: passage, ranges, offset } of snippets) {
          expect(raw.slice(offset, offset + passage.length)).toBe(passage);
          expect(ranges.length).toBeGreaterThan(0);
          for (const { start, end } of ranges) {
            expect(all).toContainEqual({ start: start + offset, end: end + offset });
          }
        }
      }),
    );
  });
});
