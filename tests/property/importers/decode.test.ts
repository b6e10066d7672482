import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeLines } from '../../../main/core/importers/decode-lines.ts';
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
          expect(decodeLines(bytes).head).toBe(written);
        }),
      );
    },
  );

  it('gives the same lines whatever the pieces that it is read in', () => {
    const damaged = fc.array(fc.oneof(character, fc.constantFrom('\0', 'e\u0301', '\ufffd')));
    fc.assert(
      fc.property(damaged, fc.integer({ min: 1, max: 9 }), (characters, size) => {
        const written = characters.join('');
        for (const codec of ['utf-8', 'utf-16le']) {
          const bytes = iconv.encode(written, codec);
          const decoded = decodeLines(bytes, codec, size);
          const whole = written.replace(/^\ufeff/, '');
          expect(decoded.lines).toEqual(splitLines(whole.replaceAll('\0', '').normalize('NFC')));
          expect(decoded).toEqual(decodeLines(bytes, codec));
        }
      }),
    );
  });

  it('names lines that are there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decodeLines(bytes);
        const lines = splitLines(decoded.head).length + 1;
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
