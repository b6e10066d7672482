/** A zip archive: its files by path, each unpacked when it is asked for and checked then. */
import { crc32, inflateRawSync } from 'node:zlib';
import { readDirectory, ZipError, type ZipEntry } from './central-directory.ts';
import type { RandomAccess } from './random-access.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';

const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
/** Of one file, unpacked: as much as of a file outside archives. */
const MOST_BYTES = 400 * 1024 * 1024;
/** Texts come to a fiftieth; a hundred times that is made to fill memories. */
const MOST_RATIO = 300;
/** Below this nothing is a bomb, however much it repeats itself. */
const HARMLESS_BYTES = 16 * 1024 * 1024;

export class Archive {
  /** By name, folders left out. */
  readonly entries: readonly ZipEntry[];
  private readonly byName: ReadonlyMap<string, ZipEntry>;

  /** @throws ZipError */
  constructor(private readonly file: RandomAccess) {
    const entries = readDirectory(file).filter(({ name }) => !name.endsWith('/'));
    entries.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
    this.entries = entries;
    this.byName = new Map(entries.toReversed().map((entry) => [entry.name, entry]));
  }

  get size(): number {
    return this.file.size;
  }

  /** The first of that name. */
  get(name: string): ZipEntry | undefined {
    return this.byName.get(name);
  }

  /** @throws ZipError for what can't be unpacked, or should not be */
  bytes(entry: ZipEntry): Uint8Array {
    const refusal = refusalOf(entry);
    if (refusal !== null) throw new ZipError(refusal);
    const packed = this.packedBytes(entry);
    const bytes = entry.method === STORED ? packed : inflate(packed, entry.size);
    if (bytes.byteLength !== entry.size || crc32(bytes) !== entry.crc) {
      throw new ZipError(phrase('refused.checkSum'));
    }
    return bytes;
  }

  private packedBytes({ offset, packed }: ZipEntry): Uint8Array {
    const head = this.file.read(offset, LOCAL_LENGTH);
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    if (head.byteLength < LOCAL_LENGTH || view.getUint32(0, true) !== LOCAL) {
      throw new ZipError(phrase('refused.misplaced'));
    }
    const start = offset + LOCAL_LENGTH + view.getUint16(26, true) + view.getUint16(28, true);
    const bytes = this.file.read(start, packed);
    if (bytes.byteLength < packed) throw new ZipError(phrase('refused.archiveEnds'));
    return bytes;
  }
}

function refusalOf({ isLink, isEncrypted, method, size, packed }: ZipEntry): Phrase | null {
  if (isLink) return phrase('refused.symbolicLink');
  if (isEncrypted) return phrase('refused.encrypted');
  if (method !== STORED && method !== DEFLATED) {
    return phrase('refused.packing', { method });
  }
  if (size > MOST_BYTES) return phrase('refused.tooLarge');
  if (size > HARMLESS_BYTES && size > packed * MOST_RATIO) {
    return phrase('refused.bomb', { times: Math.round(size / Math.max(1, packed)) });
  }
  return null;
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    // One byte more than it says: a size that lies ends here, and not in memory.
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch {
    throw new ZipError(phrase('refused.damagedInArchive'));
  }
}
