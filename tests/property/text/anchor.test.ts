import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextRange } from '../../../main/shared/entities.ts';
import { anchorTarget, isCertain } from '../../../main/shared/text/anchor.ts';
import { describeQuote } from '../../../main/shared/text/describe-quote.ts';
import { isWholeRange, tidyRange } from '../../../main/shared/text/whole-range.ts';
import { editText, fateOf, KINDS, randomHighlight } from '../../support/edited-texts.ts';
import { createRandom, type Random } from '../dump/random.ts';

/** Few words, so that most stand in a text often, some in the same surroundings. */
const word = fc.constantFrom(
  ...[
    'the',
    'river',
    'was',
    'high',
    'in',
    'spring',
    'and',
    'nobody',
    'crossed',
    'it',
    'É',
    '河',
    '🙂',
    '\n\n',
  ],
);
const text = fc.array(word, { minLength: 1, maxLength: 300 }).map((words) => words.join(' '));
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

function rangeIn(whole: string, from: number, length: number): TextRange | null {
  const start = Math.floor(from * whole.length);
  return tidyRange(whole, { start, end: start + Math.max(1, Math.floor(length * 60)) });
}

describe('tidyRange', () => {
  const tricky = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 5 }),
        fc.constantFrom(
          'e\u0301',
          '👩‍👩‍👧‍👦',
          '🇩🇪',
          ' \u0301',
          'नि',
          '한',
          '각',
          '\n',
          ' ',
          '\r\n',
          'a\u0301\u0302\u0303',
        ),
        fc.constantFrom('🇩🇪', 'a').map((unit) => unit.repeat(70)),
        fc.constant(`z${'\u0301'.repeat(200)}`),
      ),
      { minLength: 1, maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  it('never splits a grapheme, and leaves out nothing but white space', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(tricky, fraction, fraction, (whole, a, b) => {
        const ends = [Math.round(a * whole.length), Math.round(b * whole.length)];
        const [start = 0, end = 0] = ends.toSorted((x, y) => x - y);
        const tidy = tidyRange(whole, { start, end });
        if (tidy === null) {
          expect(whole.slice(start, end).trim()).toBe('');
          return;
        }
        const boundaries = new Set([...segmenter.segment(whole)].map(({ index }) => index));
        boundaries.add(whole.length);
        expect([tidy.start, tidy.end].filter((at) => !boundaries.has(at))).toEqual([]);
        expect(whole.slice(start, Math.max(start, tidy.start)).trim()).toBe('');
        expect(whole.slice(Math.min(end, tidy.end), end).trim()).toBe('');
        expect(tidyRange(whole, tidy)).toEqual(tidy);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('describeQuote and anchorTarget', () => {
  it('find the same range again on the same text, for certain', () => {
    fc.assert(
      fc.property(text, fraction, fraction, (whole, from, length) => {
        const range = rangeIn(whole, from, length);
        fc.pre(range !== null);
        const quote = describeQuote(whole, range);
        expect(whole.slice(range.start, range.end)).toBe(quote.exact);
        expect(anchorTarget(whole, { position: range, quote })).toEqual({
          range,
          method: 'position',
          score: 1,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('land on exactly the words when the text was edited elsewhere', () => {
    const edit = fc.record({ at: fraction, remove: fc.nat(80), insert: text });
    fc.assert(
      fc.property(text, fraction, fraction, edit, (whole, from, length, { at, remove, insert }) => {
        const position = rangeIn(whole, from, length);
        fc.pre(position !== null);
        const quote = describeQuote(whole, position);
        const remembered = quote.prefix + quote.exact + quote.suffix;
        const start = position.start - quote.prefix.length;
        const end = position.end + quote.suffix.length;
        const cut = Math.floor(at * whole.length);
        fc.pre(cut >= end || cut + remove <= start);
        const edited = whole.slice(0, cut) + insert + whole.slice(cut + remove);
        fc.pre(edited.split(remembered).length === 2);
        const shift = cut >= end ? 0 : insert.length - remove;
        const moved = { start: position.start + shift, end: position.end + shift };
        const anchor = anchorTarget(edited, { position, quote });
        // Where an end of the text was next to it, whether it still is counts too.
        const atAnEnd = Math.min(quote.prefix.length, quote.suffix.length) < 32;
        if (atAnEnd && !isCertain(anchor)) return;
        expect(anchor.range).toEqual(moved);
        expect(anchor.score).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('never claim a passage that is not like the words', () => {
    fc.assert(
      fc.property(text, text, fraction, fraction, (whole, other, from, length) => {
        const position = rangeIn(whole, from, length);
        fc.pre(position !== null);
        const quote = describeQuote(whole, position);
        const { range, method, score } = anchorTarget(other, { position, quote });
        if (range === null) {
          expect([method, score]).toEqual(['orphan', 0]);
          // Few words in other surroundings are there by chance.
          if (quote.exact.length >= 24) expect(other).not.toContain(quote.exact);
          return;
        }
        expect(range.end).toBeLessThanOrEqual(other.length);
        const isExact = other.slice(range.start, range.end) === quote.exact;
        expect(isExact || (method === 'fuzzy' && score < 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** Sentences and paragraphs of words in several scripts, hardly any of which is there twice. */
function article(random: Random): string {
  const syllables = [
    'ka',
    'ré',
    'to',
    'mün',
    'ši',
    'lo',
    'æn',
    'e\u0301s',
    'नि',
    'дом',
    'עֵץ',
    'بحر',
  ];
  const made = () =>
    random.chance(0.05)
      ? random.pick(['👩‍👩‍👧‍👦', '🇩🇪', '河川', '한글', '“so”', '—'])
      : Array.from({ length: random.int(1, 4) }, () => random.pick(syllables)).join('');
  const sentence = () => `${Array.from({ length: random.int(4, 14) }, made).join(' ')}. `;
  const paragraph = () =>
    Array.from({ length: random.int(1, 5) }, sentence)
      .join('')
      .trim();
  return Array.from({ length: random.int(1, 8) }, paragraph).join('\n\n');
}

describe('a highlight in an edited article', () => {
  const seed = fc.nat(1_000_000);
  const kinds = fc.subarray(Object.keys(KINDS) as (keyof typeof KINDS)[], { minLength: 1 });

  it('whose words are left is on them, or says that it may not be', () => {
    let kept = 0;
    let found = 0;
    fc.assert(
      fc.property(seed, kinds, (from, some) => {
        const random = createRandom(from);
        const whole = article(random);
        const position = randomHighlight(whole, random);
        fc.pre(position !== null);
        const edited = editText(whole, random, position, some);
        const fate = fateOf(whole, position, edited);
        fc.pre(fate.kind === 'kept');
        const quote = describeQuote(whole, position);
        const anchor = anchorTarget(edited.text, { position, quote });
        const around = (range: TextRange) =>
          edited.text.slice(Math.max(0, range.start - 8), range.end + 8);
        const isThere = anchor.range !== null && around(anchor.range) === around(fate.range);
        kept += 1;
        if (isThere) found += 1;
        // A repeated sentence is there twice: which copy is meant can't always be told.
        const isTold = edited.edits.every((name) => name !== 'repeat a sentence');
        expect(isThere || !isCertain(anchor) || !isTold).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(found / kept).toBeGreaterThan(0.98);
  });

  it('never splits a grapheme, nor is certain of other words', () => {
    fc.assert(
      fc.property(seed, kinds, (from, some) => {
        const random = createRandom(from);
        const whole = article(random);
        const position = randomHighlight(whole, random);
        fc.pre(position !== null);
        const { text: edited } = editText(whole, random, position, some);
        const quote = describeQuote(whole, position);
        const anchor = anchorTarget(edited, { position, quote });
        if (anchor.range === null) return;
        expect(isWholeRange(edited, anchor.range)).toBe(true);
        const words = edited.slice(anchor.range.start, anchor.range.end);
        expect(words === quote.exact || !isCertain(anchor)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
