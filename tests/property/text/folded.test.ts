import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedOffset, foldText, unfoldRange } from '../../../main/shared/text/folded.ts';

describe('foldText', () => {
  const tricky = fc
    .array(
      fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
        fc.constantFrom('ﬁ', 'e\u0301', '“', '…', ' \u00a0 ', '\u00ad', 'Æ', '\n\n', '👩‍👩‍👧‍👦', '각'),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  it('leaves nothing of typography', () => {
    expect(foldText('The “ﬁne” café\u00a0—\n  co\u00adoperation…').text).toBe(
      foldText("the 'fine' cafe\u0301 - cooperation...").text,
    );
  });

  it('knows for every unit where it came from, in order, and finds the way back', () => {
    fc.assert(
      fc.property(tricky, fc.nat(), fc.nat(20), (text, from, length) => {
        const folded = foldText(text);
        expect(folded.starts.length).toBe(folded.text.length + 1);
        expect([...folded.starts]).toEqual([...folded.starts].toSorted((a, b) => a - b));
        expect(folded.starts.at(-1)).toBe(text.length);
        fc.pre(folded.text.length > 0);
        const start = from % folded.text.length;
        const end = Math.min(folded.text.length, start + 1 + length);
        const range = unfoldRange(folded, { start, end });
        const again = foldText(text.slice(range.start, range.end)).text;
        expect(again).toContain(folded.text.slice(start, end));
        expect(foldedOffset(folded, range.start)).toBeLessThanOrEqual(start);
      }),
      { numRuns: 1000 },
    );
  });

  it('folds a text of ASCII as it folds any other', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...'aB \n\t"\'`-.x') });
    fc.assert(
      fc.property(ascii, (text) => {
        const other = foldText(`${text}é`);
        const folded = foldText(text);
        expect(folded.text).toBe(other.text.slice(0, -1));
        expect([...folded.starts]).toEqual([...other.starts].slice(0, -1));
      }),
    );
  });
});
