import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMatch } from '../../../renderer/src/features/search/from-match.ts';

const TEXT =
  'Secretary of the harbour board of the island of Pellan, who exchanged letters with the keeper';

function over(words: string) {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

describe('a snippet in the list of results', () => {
  it('begins at a word shortly before the match', () => {
    const { text, ranges } = fromMatch({ text: TEXT, ranges: [over('letters'), over('keeper')] });
    expect(text).toBe('…island of Pellan, who exchanged letters with the keeper');
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['letters', 'keeper']);
  });

  it('stays as it is where the match is near its beginning', () => {
    const snippet = { text: TEXT, ranges: [over('harbour')] };
    expect(fromMatch(snippet)).toEqual(snippet);
  });

  it('keeps every match on its words, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (text, from, length) => {
        const start = Math.min(from, text.length);
        const range = { start, end: Math.min(text.length, start + length) };
        const shown = fromMatch({ text, ranges: [range] });
        const [moved] = shown.ranges;
        expect(shown.text.slice(moved?.start, moved?.end)).toBe(text.slice(range.start, range.end));
      }),
    );
  });
});
