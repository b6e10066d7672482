import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fingerprintOf,
  packFingerprint,
  unpackFingerprint,
} from '../../../main/core/similar/fingerprint.ts';
import { Postings } from '../../../main/core/similar/postings.ts';

const word = fc.integer({ min: 0, max: 1e6 }).map((n) => `w${n.toString(36)}`);
const words = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((all) => all.join(' '));

describe('a fingerprint', () => {
  it('of a passage shares a number with every text the passage stands in', () => {
    fc.assert(
      fc.property(words(14, 60), words(0, 200), words(0, 200), (passage, before, after) => {
        const own = new Set(fingerprintOf(passage));
        const around = fingerprintOf(`${before} ${passage.toUpperCase()}, ${after}`);
        expect(around.some((shingle) => own.has(shingle))).toBe(true);
      }),
    );
  });

  it('is small: one shingle in four at the most of a text of different words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 2000 }), fc.nat(), (length, seed) => {
        const text = Array.from({ length }, (_, n) => `${seed}x${n}`).join(' ');
        expect(fingerprintOf(text).length).toBeLessThan(length / 4);
      }),
    );
  });

  it('is the same after a file', () => {
    fc.assert(
      fc.property(fc.oneof(words(0, 100), fc.string()), (text) => {
        const fingerprint = fingerprintOf(text);
        expect(unpackFingerprint(packFingerprint(fingerprint))).toEqual(fingerprint);
      }),
    );
  });
});

describe('postings', () => {
  it('count as looking through all texts does, in whatever portions they came', () => {
    const shingles = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(shingles, { maxLength: 60 }), shingles, (texts, asked) => {
        const postings = new Postings();
        for (const [owner, text] of texts.entries()) {
          postings.add(owner, Uint32Array.from(text));
          if (owner % 7 === 0) postings.count(Uint32Array.from(asked));
        }
        const expected = texts.flatMap((text, owner) => {
          const common = text.filter((shingle) => asked.includes(shingle)).length;
          return common === 0 ? [] : [[owner, common] as const];
        });
        const counted = [...postings.count(Uint32Array.from(asked))].sort(([a], [b]) => a - b);
        expect(counted).toEqual(expected);
      }),
    );
  });
});
