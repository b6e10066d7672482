import { createHash } from 'node:crypto';

/** Drawn once, for these names alone. */
const NAMESPACE = Buffer.from('6f1c2f0e5a0b4c1e9a7d3b8e42d95c17', 'hex');

/** The id of a block in Logseq, which wants a UUID: of the same anchor always the same (RFC 9562, version 5). */
export function blockUuid(anchor: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(anchor).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
