/**
 * What is kept of a text to find it again in others: of every run of `WINDOW` shingles the least.
 * Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document fingerprinting" (2003):
 * two texts that share a run of that many shingles share a fingerprint, wherever it stands in
 * either. About two in `WINDOW` + 1 shingles are kept. Linear in the text.
 */
import { shingleRow } from '../importers/shingles.ts';

const WINDOW = 12;

/** Different numbers of 32 bits, in order. */
export function fingerprintOf(text: string): Uint32Array {
  const row = shingleRow(text);
  const kept = new Set<number>();
  // The places of candidates for the least, their shingles rising (a monotone queue).
  const queue: number[] = [];
  let head = 0;
  for (const [at, shingle] of row.entries()) {
    while (queue.length > head && (row[queue.at(-1) ?? 0] ?? 0) >= shingle) queue.pop();
    queue.push(at);
    if ((queue[head] ?? 0) <= at - WINDOW) head += 1;
    if (at >= WINDOW - 1 || at === row.length - 1) kept.add(row[queue[head] ?? 0] ?? 0);
  }
  return Uint32Array.from(kept).sort();
}

/** As it goes through messages and into files. */
export function packFingerprint(fingerprint: Uint32Array): string {
  return Buffer.from(fingerprint.buffer, fingerprint.byteOffset, fingerprint.byteLength).toString(
    'base64',
  );
}

/** Null for what is no packed fingerprint. */
export function unpackFingerprint(packed: string): Uint32Array | null {
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.length % 4 !== 0) return null;
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
