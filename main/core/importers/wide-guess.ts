/**
 * UTF-16 and UTF-32 without a byte order mark. Both show in control bytes, which no other text has
 * in number, and in where they stand; Chinese, Japanese and Korean in UTF-16, which have few, in
 * that all is of their scripts one way round and of none the other.
 */

export type WideEncoding = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

const SAMPLE = 64 * 1024;
/** Text of Latin, Greek, Cyrillic … letters has its high bytes nearly all below 16. */
const HIGH_BYTE_LIMIT = 0x10;
const LAST_CODE_POINT = 0x10ffff;
/** A file cut off in the middle of a character, a few stray ones. */
const NEARLY_ALL = 0.95;

/** Null for everything else. */
export function guessWide(bytes: Uint8Array): WideEncoding | null {
  const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length - (bytes.length % 4)));
  const head = sample.length >= 8 ? sample : bytes.subarray(0, bytes.length - (bytes.length % 2));
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < 4 || countControls(head, head.length, 1) === 0) return null;
  if (isUtf32(view, true)) return 'utf-32le';
  if (isUtf32(view, false)) return 'utf-32be';
  if (isAlphabetic(view, true) || isEastAsian(view, true)) return 'utf-16le';
  if (isAlphabetic(view, false) || isEastAsian(view, false)) return 'utf-16be';
  return null;
}

/**
 * Control bytes among the first `size`, but for those that texts have: tab, line ends, form feed,
 * escape. Counts no further than `most`. A plain loop: it sees the first bytes of every file.
 */
export function countControls(bytes: Uint8Array, size: number, most: number): number {
  let count = 0;
  for (let at = 0; at < size && count < most; at += 1) {
    if (isControl(bytes[at] ?? 0x20)) count += 1;
  }
  return count;
}

function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b;
}

/** Chance makes one in four thousand of four bytes a character. */
function isUtf32(view: DataView, littleEndian: boolean): boolean {
  const units = Math.floor(view.byteLength / 4);
  let characters = 0;
  for (let at = 0; at < units * 4; at += 4) {
    const code = view.getUint32(at, littleEndian);
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    if (code > 0 && code <= LAST_CODE_POINT && !isSurrogate) characters += 1;
  }
  return units >= 2 && characters === units;
}

/** The high bytes are zero or that of one script, and beside zeros stand characters, not controls. */
function isAlphabetic(view: DataView, littleEndian: boolean): boolean {
  const units = Math.floor(view.byteLength / 2);
  const counts = new Map<number, number>();
  let odd = 0;
  for (let at = 0; at < units * 2; at += 2) {
    const unit = view.getUint16(at, littleEndian);
    const high = unit >> 8;
    counts.set(high, (counts.get(high) ?? 0) + 1);
    if (high === 0 && isControl(unit)) odd += 1;
  }
  const latin = counts.get(0) ?? 0;
  const [script = 0] = [...counts]
    .flatMap(([high, count]) => (high > 0 && high < HIGH_BYTE_LIMIT ? [count] : []))
    .toSorted((one, other) => other - one);
  const isOneScript = latin === 0 && units >= 8 && script === units;
  return isOneScript || (latin > 0 && odd <= latin * 0.02 && latin + script > units * 0.8);
}

function isEastAsian(view: DataView, littleEndian: boolean): boolean {
  const units = Math.floor(view.byteLength / 2);
  let fitting = 0;
  for (let at = 0; at < units * 2; at += 2) {
    if (isEastAsianUnit(view.getUint16(at, littleEndian))) fitting += 1;
  }
  return units >= 8 && fitting >= units * NEARLY_ALL;
}

/** Kana, ideographs, syllables, full-width forms, and what stands between them; ASCII. */
function isEastAsianUnit(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0x09 && unit <= 0x0d) ||
    (unit >= 0x2010 && unit <= 0x2030) ||
    (unit >= 0x3000 && unit <= 0x30ff) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0xff00 && unit <= 0xffef)
  );
}
