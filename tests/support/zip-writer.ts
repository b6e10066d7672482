/** Writes zip archives for tests (PKWARE's APPNOTE.TXT), sound ones and such as lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  name: string | Uint8Array;
  content: string | Uint8Array;
  /** 0 stored, 8 deflated. */
  method?: number;
  /** Of Unix: type and permissions. */
  mode?: number;
  /** What the table of contents says instead of the truth. */
  lies?: Partial<Record<'flags' | 'method' | 'crc' | 'packed' | 'size' | 'offset', number>>;
  /** Written as ZIP64, sizes and place in the extra field. */
  wide?: boolean;
}

export function writeZip(files: readonly ZipFile[], comment = ''): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { packed, header } = localFile(file);
    table.push(tableEntry(file, packed, offset));
    parts.push(header, packed);
    offset += header.length + packed.length;
  }
  const contents = Buffer.concat(table);
  return Buffer.concat([...parts, contents, end(files.length, contents.length, offset, comment)]);
}

function bytesOf(content: string | Uint8Array): Buffer {
  return Buffer.from(content);
}

function localFile(file: ZipFile): { packed: Buffer; header: Buffer } {
  const name = bytesOf(file.name);
  const content = bytesOf(file.content);
  const packed = file.method === 0 ? content : deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(file.method ?? 8, 8);
  header.writeUInt16LE(name.length, 26);
  return { packed, header: Buffer.concat([header, name]) };
}

function tableEntry(file: ZipFile, packed: Buffer, offset: number): Buffer {
  const name = bytesOf(file.name);
  const content = bytesOf(file.content);
  const { lies = {}, wide = false } = file;
  const sizes = { packed: packed.length, size: content.length, offset, ...lies };
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt8(3, 5); // made on Unix
  entry.writeUInt16LE(lies.flags ?? 0, 8);
  entry.writeUInt16LE(lies.method ?? file.method ?? 8, 10);
  entry.writeUInt32LE(lies.crc ?? crc32(content), 16);
  entry.writeUInt32LE(wide ? 0xffffffff : sizes.packed, 20);
  entry.writeUInt32LE(wide ? 0xffffffff : sizes.size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(((file.mode ?? 0o100644) << 16) >>> 0, 38);
  entry.writeUInt32LE(wide ? 0xffffffff : sizes.offset, 42);
  const extra = Buffer.alloc(wide ? 28 : 0);
  if (wide) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(sizes.size), 4);
    extra.writeBigUInt64LE(BigInt(sizes.packed), 12);
    extra.writeBigUInt64LE(BigInt(sizes.offset), 20);
  }
  entry.writeUInt16LE(extra.length, 30);
  return Buffer.concat([entry, name, extra]);
}

function end(count: number, length: number, start: number, comment: string): Buffer {
  const words = bytesOf(comment);
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(start, 16);
  record.writeUInt16LE(words.length, 20);
  return Buffer.concat([record, words]);
}
