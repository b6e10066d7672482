import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceSegments } from '../../../renderer/src/features/reader/sentence-segments.ts';

const sentences = (text: string) => sentenceSegments(text).map(({ segment }) => segment.trim());

describe('the sentences of a paragraph', () => {
  it('go on after titles, initials and abbreviations', () => {
    expect(
      sentences('Dr. Smith met J. R. Doe on Jan. 5. He left. See fig. 3 and No. 7. Done.'),
    ).toEqual(['Dr. Smith met J. R. Doe on Jan. 5.', 'He left.', 'See fig. 3 and No. 7.', 'Done.']);
  });

  it('end after words that only look like abbreviations', () => {
    expect(sentences('They went west. The pist. Then tea.')).toHaveLength(3);
    expect(sentences('Was it I? Yes. It was he.')).toHaveLength(3);
  });

  it('begin with the bracket or quote that opens them', () => {
    expect(sentences('二番目の文です。「三番目」です。（四番目です。）')).toEqual([
      '二番目の文です。',
      '「三番目」です。',
      '（四番目です。）',
    ]);
  });

  it('are together the whole paragraph', () => {
    const piece = fc.constantFrom(
      'Dr. ',
      'A. ',
      '「',
      '。',
      'word ',
      '. ',
      '“',
      '(',
      'e\u0301 ',
      '👩‍👩‍👧',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const paragraph = pieces.join('');
        const segments = sentenceSegments(paragraph);
        expect(segments.map(({ segment }) => segment).join('')).toBe(paragraph);
        for (const { index, segment } of segments) {
          expect(paragraph.startsWith(segment, index)).toBe(true);
        }
      }),
    );
  });
});
