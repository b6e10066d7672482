import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countChangedWords,
  wordDiff,
  type DiffSegment,
} from '../../../main/shared/text/word-diff.ts';

const WORDS = [
  'ferry',
  'lamp',
  'quay',
  'the',
  'fog',
  'o’clock',
  '1911',
  '渡',
  '船',
  'Übergang',
  'x\u0301',
];
const MARKS = [' ', ' ', ' ', ', ', '. ', '\n\n', ' — ', '😀'];
const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...MARKS)), { maxLength: 120 })
  .map((pairs) => pairs.flat().join(''));

const joined = (segments: readonly DiffSegment[], without: DiffSegment['kind']) =>
  segments.flatMap(({ kind, text: words }) => (kind === without ? [] : [words])).join('');

describe('a word diff', () => {
  it('holds both texts whole', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (before, after) => {
        const segments = wordDiff(before, after);
        expect(joined(segments, 'added')).toBe(before);
        expect(joined(segments, 'removed')).toBe(after);
      }),
    );
  });

  it('has no change in equal texts, and no two neighbours of a kind', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(wordDiff(before, before).every(({ kind }) => kind === 'same')).toBe(true);
        const kinds = wordDiff(before, after).map(({ kind }) => kind);
        expect(kinds.some((kind, at) => kind === kinds[at + 1])).toBe(false);
      }),
    );
  });

  it('finds a replaced word and nothing else, anywhere in a text of different words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), fc.nat(), (length, seed) => {
        const words = Array.from({ length }, (_, n) => `w${n}`);
        const at = seed % length;
        const before = words.join(' ');
        const after = words.with(at, 'changed').join(' ');
        const changes = wordDiff(before, after).filter(({ kind }) => kind !== 'same');
        expect(changes).toEqual([
          { kind: 'removed', text: `w${at}` },
          { kind: 'added', text: 'changed' },
        ]);
        expect(countChangedWords(changes)).toEqual({ removed: 1, added: 1 });
      }),
    );
  });

  it('keeps what was not touched in a long text that was cut, moved and rewritten', () => {
    const words = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => `w${from + n}`).join(' ');
    const before = `${words(0, 20_000)} ${words(20_000, 40_000)}`;
    const after = `${words(0, 10_000)} a new opening ${words(12_000, 40_000)}`;
    const segments = wordDiff(before, after);
    expect(countChangedWords(segments)).toEqual({ removed: 2000, added: 3 });
    expect(wordDiff(before, words(90_000, 130_000)).map(({ kind }) => kind)).toEqual([
      'removed',
      'added',
    ]);
  });
});
