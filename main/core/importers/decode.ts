/**
 * Which encoding a file is in. A byte order mark decides; then strict UTF-8, which other encodings hardly
 * ever are by chance; then what markup declares; then what the detector guesses.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { chardet } from 'jschardet';
import { declaredCharset } from './html/declared-charset.ts';
import { guessWide } from './wide-guess.ts';

export interface EncodedText {
  /** Lower case, as iconv-lite knows it. */
  encoding: string;
  /** The bytes without the byte order mark. */
  bytes: Uint8Array;
}

interface ByteOrderMark {
  encoding: string;
  bytes: readonly number[];
}

/** UTF-32 first: its little-endian mark begins with that of UTF-16. */
const BYTE_ORDER_MARKS: readonly ByteOrderMark[] = [
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** What iconv-lite knows besides encodings of text. */
const NO_TEXT = new Set(['base64', 'hex', 'binary', 'internal']);
const FALLBACK = 'windows-1252';
/** Below this the detector's best guess is worth less than the commonest encoding. */
const LEAST_CONFIDENCE = 0.05;
/** The systems that wrote them are gone: so few bytes don't tell that one did. */
const RARE = /^(?:mac|cp\d|ibm)/i;
const FEW_HIGH_BYTES = 8;
/** A text with this part of its non-ASCII sequences broken is still UTF-8. */
const BROKEN_UTF8 = 0.1;
const SAMPLE = 1 << 20;

/** `chosen` is the encoding that a person chose; without it, the file's own signs tell. */
export function encodingOf(bytes: Uint8Array, chosen: string | null = null): EncodedText {
  if (chosen !== null) return inChosen(bytes, chosen.toLowerCase());
  const mark = byteOrderMark(bytes);
  if (mark !== null) return { encoding: mark.encoding, bytes: bytes.subarray(mark.bytes.length) };
  return { encoding: guessedEncoding(bytes), bytes };
}

function guessedEncoding(bytes: Uint8Array): string {
  const signs = guessWide(bytes) ?? escapedEncoding(bytes);
  if (signs !== null) return signs;
  return isUtf8(bytes) || mostlyUtf8(bytes) ? 'utf-8' : legacyEncoding(bytes);
}

/** What markup says of itself; else what its bytes look like. */
function legacyEncoding(bytes: Uint8Array): string {
  const declared = declaredCharset(bytes);
  // Broken beyond what `mostlyUtf8` allows, it can't be what it says.
  return declared === null || declared === 'utf-8' ? detectLegacy(bytes) : declared;
}

/** A byte order mark of that encoding is no part of the text. */
function inChosen(bytes: Uint8Array, encoding: string): EncodedText {
  const mark = byteOrderMark(bytes);
  const isOwn = mark !== null && plainName(mark.encoding) === plainName(encoding);
  return { encoding, bytes: isOwn ? bytes.subarray(mark.bytes.length) : bytes };
}

/** `UTF-16-LE`, `utf16le` */
function plainName(encoding: string): string {
  return encoding.toLowerCase().replace(/[^a-z0-9]/g, '');
}

export function isKnownEncoding(encoding: string): boolean {
  return iconv.encodingExists(encoding) && !NO_TEXT.has(plainName(encoding));
}

export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return byteOrderMark(bytes) !== null;
}

function byteOrderMark(bytes: Uint8Array): ByteOrderMark | null {
  const starts = (mark: ByteOrderMark) => mark.bytes.every((byte, at) => bytes[at] === byte);
  return BYTE_ORDER_MARKS.find(starts) ?? null;
}

/** Encodings made of ASCII bytes alone, which would pass for UTF-8. */
function escapedEncoding(bytes: Uint8Array): string | null {
  if (!bytes.includes(0x1b)) return null;
  const { encoding, confidence } = chardet.detect(telling(bytes, (byte) => byte === 0x1b));
  if (encoding === null || confidence < 0.5 || !/^iso-2022/i.test(encoding)) return null;
  return iconv.encodingExists(encoding) ? encoding.toLowerCase() : null;
}

function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1 << 20));
  let broken = 0;
  let whole = 0;
  for (const character of text) {
    if (character === '\ufffd') broken += 1;
    else if (character > '\x7f') whole += 1;
  }
  return whole > 0 && broken <= Math.max(1, whole * BROKEN_UTF8);
}

function detectLegacy(bytes: Uint8Array): string {
  const { encoding, confidence } = chardet.detect(
    telling(bytes, (byte) => byte >= 0x80),
    {
      excludeEncodings: ['cp037', 'cp500', 'cp875', 'cp1026', 'cp1140', 'cp273', 'cp424'],
    },
  );
  if (encoding === null || confidence < LEAST_CONFIDENCE) return FALLBACK;
  if (RARE.test(encoding) && hasFewHighBytes(bytes)) return FALLBACK;
  return iconv.encodingExists(encoding) ? encoding.toLowerCase() : FALLBACK;
}

function hasFewHighBytes(bytes: Uint8Array): boolean {
  let count = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) count += 1;
    if (count >= FEW_HIGH_BYTES) return false;
  }
  return true;
}

/** The first megabyte from the line on that the first telling byte stands in: the detector is slow. */
function telling(bytes: Uint8Array, tells: (byte: number) => boolean): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const first = bytes.findIndex(tells);
  const from = bytes.subarray(0, Math.max(0, first)).lastIndexOf(0x0a) + 1;
  return bytes.subarray(from, from + SAMPLE);
}
