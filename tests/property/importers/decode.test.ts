import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../main/core/importers/decode.ts';
import { splitLines } from '../../../main/core/importers/lines.ts';

const character = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  fc.constantFrom('\n', '\r\n', '\r', ' ', '\t'),
);
/** NUL is left out of texts, a mark at their start is no text. */
const text = fc.array(character).map((characters) =>
  characters
    .join('')
    .replaceAll('\0', '')
    .replace(/^\ufeff+/, ''),
);

describe('decoding', () => {
  it.each(['utf8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'gives back what was written in %s with its mark',
    (codec) => {
      fc.assert(
        fc.property(text, (written) => {
          const bytes = iconv.encode(written, codec, { addBOM: true });
          expect(decodeText(bytes).text).toBe(written);
        }),
      );
    },
  );

  it('names lines that are there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decodeText(bytes);
        const lines = splitLines(decoded.text).length + 1;
        for (const { line } of decoded.problems) expect(line).toBeLessThanOrEqual(lines);
      }),
    );
  });
});

describe('lines', () => {
  it('hold all of a text but its line ends', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const lines = splitLines(whole);
        expect(lines.join('')).toBe(whole.replaceAll(/[\r\n]/g, ''));
        expect(lines.every((line) => !/[\r\n]/.test(line))).toBe(true);
      }),
    );
  });
});
