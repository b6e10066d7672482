const SAMPLE = 64 * 1024;
/** Text of Latin, Greek, Cyrillic … letters has its high bytes nearly all below 16. */
const HIGH_BYTE_LIMIT = 0x10;

/**
 * UTF-16 without a byte order mark: every other byte is nearly always small and often NUL, and
 * beside the NULs stand characters, not control codes. Null for everything else.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  if (pairs < 2 || bytes.length % 2 !== 0) return null;
  if (isHighHalf(bytes, 1, pairs)) return 'utf-16le';
  if (isHighHalf(bytes, 0, pairs)) return 'utf-16be';
  return null;
}

/** Whether the bytes at even (0) or odd (1) places are the high halves of characters. */
function isHighHalf(bytes: Uint8Array, place: 0 | 1, pairs: number): boolean {
  let nul = 0;
  let small = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    const high = bytes[at + place] ?? 0;
    const low = bytes[at + 1 - place] ?? 0;
    if (high < HIGH_BYTE_LIMIT) small += 1;
    if (high !== 0) continue;
    nul += 1;
    if (low < 0x20 && !(low >= 0x09 && low <= 0x0d)) odd += 1;
  }
  return nul > pairs * 0.1 && small > pairs * 0.8 && odd <= nul * 0.02;
}
