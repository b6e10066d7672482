/**
 * The journal's text: one line a batch, `crc32 json`, the checksum in eight hexadecimal digits over
 * the bytes of the JSON. A line counts only with its line feed and the right checksum, so a batch is
 * there whole or not at all.
 */
import { crc32 } from 'node:zlib';
import { batchSchema, type Batch } from './catalogue-data.ts';

const LINE_FEED = 0x0a;
const CHECKSUM = /^[0-9a-f]{8} $/;

export interface JournalReading {
  /** The whole batches, in order. */
  batches: Batch[];
  /** Length in bytes without the torn tail: what was being written when the power went. */
  length: number;
  /** 1-based numbers of the lines that should be good and are not. */
  damagedLines: number[];
}

export function toJournalLine(batch: Batch): string {
  const json = JSON.stringify(batch);
  return `${checksum(Buffer.from(json))} ${json}\n`;
}

/** Never fails: what can't be read is reported. */
export function readJournalLines(bytes: Buffer): JournalReading {
  const batches: Batch[] = [];
  const damagedLines: number[] = [];
  let length = 0;
  let line = 0;
  for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, length)) {
    line += 1;
    const batch = readLine(bytes.subarray(length, end));
    if (batch === null) damagedLines.push(line);
    else batches.push(batch);
    length = end + 1;
  }
  return { batches, length, damagedLines };
}

function readLine(line: Buffer): Batch | null {
  const head = line.subarray(0, 9).toString('latin1');
  const json = line.subarray(9);
  if (!CHECKSUM.test(head) || head !== `${checksum(json)} `) return null;
  try {
    return batchSchema.parse(JSON.parse(json.toString('utf8')));
  } catch {
    return null;
  }
}

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}
