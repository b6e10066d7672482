import search from 'approx-string-match';
import { describe, expect, it } from 'vitest';
import { searchedText } from '../../../main/shared/text/searched-text.ts';
import { createRandom, type Random } from '../dump/random.ts';

const ALPHABETS = [
  'ab ',
  'the quick brown fox jumps over ',
  '河流在春天很高無人敢過 abc',
  '🙂👩é한 ',
];
const LENGTH = 12_000;

function textOf(random: Random, alphabet: string): string {
  const units = alphabet.split('');
  const word = () => Array.from({ length: random.int(1, 9) }, () => random.pick(units)).join('');
  const words = Array.from({ length: random.int(5, 400) }, word);
  const parts: string[] = [];
  for (let length = 0; length < LENGTH; length += parts.at(-1)?.length ?? 0) {
    parts.push(`${random.pick(words)} `);
  }
  return parts.join('');
}

/** Words of the text with some of them changed, or words that are in it by chance at most. */
function wordsFor(random: Random, text: string, alphabet: string): string {
  const start = random.int(0, text.length - 1);
  const words = text.slice(start, start + random.pick([1, 2, 5, 12, 40, 100, 300])).split('');
  const share = random.pick([0, 0, 0.02, 0.1, 0.2, 0.3, 1]);
  const changed = words.map((unit) =>
    random.chance(share) ? random.pick(['', unit + unit, ...alphabet]) : unit,
  );
  return changed.join('');
}

describe('a searched text', () => {
  it.each(ALPHABETS)('finds what reading all of it finds (%s)', (alphabet) => {
    const random = createRandom(17);
    for (let round = 0; round < 8; round += 1) {
      const text = textOf(random, alphabet);
      const searched = searchedText(text);
      for (let asked = 0; asked < 12; asked += 1) {
        const words = wordsFor(random, text, alphabet);
        const from = random.int(0, text.length);
        expect(searched.first(words)).toBe(text.indexOf(words));
        expect(searched.first(words, from)).toBe(text.indexOf(words, from));
        expect(searched.last(words, from)).toBe(text.lastIndexOf(words, from));
      }
    }
  });

  it.each(ALPHABETS)('finds what is most like words by matching all of it (%s)', (alphabet) => {
    const random = createRandom(23);
    for (let round = 0; round < 6; round += 1) {
      const text = textOf(random, alphabet);
      const searched = searchedText(text);
      for (let asked = 0; asked < 10; asked += 1) {
        const words = wordsFor(random, text, alphabet);
        const errors = Math.floor(words.length * random.pick([0.05, 0.15, 0.25]));
        const start = random.chance(0.5) ? 0 : random.int(0, text.length);
        const end = random.chance(0.5) ? text.length + 50 : start + random.int(0, 6000);
        const inAll = search(text.slice(start, end), words, errors);
        expect(searched.similar(words, errors, { start, end })).toEqual(
          inAll.map((one) => ({
            start: one.start + start,
            end: one.end + start,
            errors: one.errors,
          })),
        );
      }
    }
  });
});
