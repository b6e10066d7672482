/**
 * From bytes to text. A byte order mark decides; then strict UTF-8, which other encodings hardly
 * ever are by chance; then what markup declares; then what the detector guesses. What can't be decoded becomes U+FFFD and is
 * reported with its line, so that no loss is silent.
 */
import iconv from 'iconv-lite';
import { chardet } from 'jschardet';
import { declaredCharset } from './html/declared-charset.ts';
import { guessWide } from './wide-guess.ts';

export interface DecodingProblem {
  /** 1-based. */
  line: number;
  message: string;
}

export interface DecodedText {
  text: string;
  /** Lower case, as iconv-lite knows it. */
  encoding: string;
  problems: DecodingProblem[];
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
const MOST_PROBLEMS = 20;

/** `encoding` is the one that a person chose; without it, the file's own signs tell. */
export function decodeText(bytes: Uint8Array, encoding: string | null = null): DecodedText {
  if (encoding !== null) return decodeAs(bytes, encoding.toLowerCase());
  const mark = byteOrderMark(bytes);
  if (mark !== null) return decodeWith(bytes.subarray(mark.bytes.length), mark.encoding);
  const wide = guessWide(bytes);
  if (wide !== null) return decodeWith(bytes, wide);
  const escaped = escapedEncoding(bytes);
  if (escaped !== null) return decodeWith(bytes, escaped);
  const text = strictUtf8(bytes);
  if (text !== null) return withoutNuls(text, 'utf-8', []);
  return decodeWith(bytes, mostlyUtf8(bytes) ? 'utf-8' : legacyEncoding(bytes));
}

/** What markup says of itself; else what its bytes look like. */
function legacyEncoding(bytes: Uint8Array): string {
  const declared = declaredCharset(bytes);
  // Broken beyond what `mostlyUtf8` allows, it can't be what it says.
  return declared === null || declared === 'utf-8' ? detectLegacy(bytes) : declared;
}

/** A byte order mark of that encoding is no part of the text. */
function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  const mark = byteOrderMark(bytes);
  const isOwn = mark !== null && plainName(mark.encoding) === plainName(encoding);
  return decodeWith(isOwn ? bytes.subarray(mark.bytes.length) : bytes, encoding);
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

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Encodings made of ASCII bytes alone, which would pass for UTF-8. */
function escapedEncoding(bytes: Uint8Array): string | null {
  if (!bytes.includes(0x1b)) return null;
  const { encoding, confidence } = chardet.detect(bytes);
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
  const { encoding, confidence } = chardet.detect(bytes, {
    excludeEncodings: ['cp037', 'cp500', 'cp875', 'cp1026', 'cp1140', 'cp273', 'cp424'],
  });
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

function decodeWith(bytes: Uint8Array, encoding: string): DecodedText {
  const text =
    encoding === 'utf-8'
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      : iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, {
          stripBOM: false,
        });
  return withoutNuls(text, encoding, undecodable(text, encoding));
}

/** A source that holds U+FFFD itself is reported too: it was damaged before it came here. */
function undecodable(text: string, encoding: string): DecodingProblem[] {
  return problemsAt(text, '\ufffd', (count) => {
    const what = count === 1 ? 'A character is' : `${count} characters are`;
    return `${what} not valid ${encoding} and can't be read.`;
  });
}

/** NUL is not text: Markdown forbids it. The bytes stay in the kept source. */
function withoutNuls(text: string, encoding: string, problems: DecodingProblem[]): DecodedText {
  if (!text.includes('\0')) return { text, encoding, problems };
  const nuls = problemsAt(text, '\0', (count) =>
    count === 1 ? 'A NUL byte is left out.' : `${count} NUL bytes are left out.`,
  );
  return { text: text.replaceAll('\0', ''), encoding, problems: [...problems, ...nuls] };
}

/** One problem a line for the first lines that hold the character, one for all the others. */
function problemsAt(
  text: string,
  character: string,
  describe: (count: number) => string,
): DecodingProblem[] {
  const counts = countByLine(text, character);
  const problems = [...counts]
    .slice(0, MOST_PROBLEMS)
    .map(([line, count]) => ({ line, message: describe(count) }));
  const rest = [...counts].slice(MOST_PROBLEMS);
  const [next] = rest;
  if (next !== undefined) {
    const total = rest.reduce((sum, [, count]) => sum + count, 0);
    problems.push({
      line: next[0],
      message: `${describe(total)} (Here and in the ${rest.length} lines after.)`,
    });
  }
  return problems;
}

/** 1-based line to how often the character stands in it, in order; linear in the text. */
function countByLine(text: string, character: string): Map<number, number> {
  const counts = new Map<number, number>();
  const lineEnd = /\r\n|\n|\r/g;
  let line = 1;
  let nextEnd = lineEnd.exec(text)?.index ?? text.length;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) {
    while (at > nextEnd) {
      line += 1;
      nextEnd = lineEnd.exec(text)?.index ?? text.length;
    }
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}
