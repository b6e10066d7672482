/**
 * The bytes of a segment: magic, length of the head, SHA-256 of all that follows, the head (JSON:
 * documents and terms), and its arrays as they lie in memory (little-endian, as everywhere Electron
 * runs), so that loading parses no posting.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ANALYSIS_VERSION } from './analysis.ts';
import { FIELDS } from './fields.ts';
import type { Segment } from './segment.ts';

const MAGIC = 0x4c534731;
const PREAMBLE = 40;
const HASH_AT = 8;

const headShape = z.object({
  analysis: z.literal(ANALYSIS_VERSION),
  ids: z.array(z.string()),
  revs: z.array(z.string()),
  stems: z.array(z.string()),
  terms: z.array(z.string()),
  postings: z.int().nonnegative(),
});
type Head = z.infer<typeof headShape>;

export function toBytes(segment: Segment): Uint8Array {
  const { ids, revs, stems, terms, docs } = segment;
  const head: Head = { analysis: ANALYSIS_VERSION, ids, revs, stems, terms, postings: docs.length };
  const encoded = Buffer.from(JSON.stringify(head));
  const bytes = Buffer.concat([
    Buffer.alloc(PREAMBLE),
    encoded,
    ...[segment.lengths, segment.termsFrom, segment.postingsFrom, segment.docs, segment.counts].map(
      (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength),
    ),
  ]);
  bytes.writeUInt32LE(MAGIC, 0);
  bytes.writeUInt32LE(encoded.length, 4);
  hashOf(bytes).copy(bytes, HASH_AT);
  return bytes;
}

/** Null when the bytes aren't a whole segment of this version. */
export function fromBytes(bytes: Buffer): Segment | null {
  if (bytes.length < PREAMBLE || bytes.readUInt32LE(0) !== MAGIC) return null;
  if (!hashOf(bytes).equals(bytes.subarray(HASH_AT, PREAMBLE))) return null;
  const headEnd = PREAMBLE + bytes.readUInt32LE(4);
  const head = parseHead(bytes.toString('utf8', PREAMBLE, headEnd));
  if (head === null) return null;
  const { ids, revs, stems, terms, postings } = head;
  let at = headEnd;
  const take = (length: number): ArrayBuffer => {
    // A copy, because the file's bytes are neither aligned nor worth keeping.
    const part = new Uint8Array(length);
    part.set(bytes.subarray(at, at + length));
    at += length;
    return part.buffer;
  };
  const segment: Segment = {
    ids,
    revs,
    stems,
    terms,
    lengths: new Uint32Array(take(ids.length * FIELDS.length * 4)),
    termsFrom: new Uint32Array(take((stems.length + 1) * 4)),
    postingsFrom: new Uint32Array(take((terms.length + 1) * 4)),
    docs: new Uint32Array(take(postings * 4)),
    counts: new Uint16Array(take(postings * 2)),
  };
  return at === bytes.length && ids.length === revs.length ? segment : null;
}

function hashOf(bytes: Buffer): Buffer {
  const hash = createHash('sha256').update(bytes.subarray(4, HASH_AT));
  return hash.update(bytes.subarray(PREAMBLE)).digest();
}

function parseHead(text: string): Head | null {
  try {
    return headShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
