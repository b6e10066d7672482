import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordCount } from '../../../main/core/importers/dump/title-form.ts';
import { titleKey } from '../../../main/core/importers/dump/title-key.ts';

const european = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0x20, max: 0x24f }).map((code) => String.fromCharCode(code)),
    fc.constantFrom(...'‘’“”„«»‹›–—… .-ŀŉſƒǆİıß'),
  ),
  maxLength: 40,
});

/** As for any other script. */
const general = {
  key: (title: string) =>
    title
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ''),
  words: (text: string) => text.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0,
};

describe('the short way for European letters', () => {
  it('gives the same keys of titles as the long one', () => {
    fc.assert(
      fc.property(european, (title) => {
        expect(titleKey(title)).toBe(general.key(title));
      }),
    );
  });

  it('counts the same words', () => {
    fc.assert(
      fc.property(european, (text) => {
        expect(wordCount(text)).toBe(general.words(text));
      }),
    );
  });
});
