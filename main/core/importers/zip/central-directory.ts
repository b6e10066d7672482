/**
 * The table of contents of a zip archive (PKWARE's APPNOTE.TXT, 4.3), read from its end, with all
 * that is needed to refuse an entry before it is unpacked: libraries for it tell neither links nor
 * sizes that lie, and check no sums.
 */
import iconv from 'iconv-lite';
import { crc32 } from 'node:zlib';
import type { RandomAccess } from './random-access.ts';
import { phrase, type Phrase } from '../../../shared/messages/phrase.ts';
import { ENGLISH } from '../../../shared/messages/translator.ts';

export interface ZipEntry {
  /** As it is written, with `/` between its parts. */
  name: string;
  isLink: boolean;
  isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  /** Bytes in the archive, and unpacked. */
  packed: number;
  size: number;
  /** Where its local header is. */
  offset: number;
}

/** What is wrong with an archive or an entry. */
export class ZipError extends Error {
  readonly phrase: Phrase;

  constructor(words: Phrase) {
    super(ENGLISH.say(words));
    this.phrase = words;
  }
}

const END = 0x06054b50;
const END_LENGTH = 22;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_LENGTH = 20;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 0xffff;
const MAX_32 = 0xffffffff;
const SIZES_64 = 0x0001;
const UNICODE_PATH = 0x7075;
const MOST_ENTRIES = 200_000;
/** A table of that many entries with long names and comments. */
const MOST_BYTES = 128 * 1024 * 1024;

interface Directory {
  count: number;
  length: number;
  start: number;
}

/** @throws ZipError where there is none, or it is damaged or too long */
export function readDirectory(file: RandomAccess): ZipEntry[] {
  const { count, length, start } = findDirectory(file);
  if (count > MOST_ENTRIES || length > MOST_BYTES) {
    throw new ZipError(phrase('refused.tooManyFiles'));
  }
  const table = view(file.read(start, length));
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let nth = 0; nth < count; nth += 1) {
    if (at + ENTRY_LENGTH > table.byteLength || table.getUint32(at, true) !== ENTRY) {
      throw damaged(phrase('refused.contentsCut'));
    }
    const [name, extra, comment] = [28, 30, 32].map((field) => table.getUint16(at + field, true));
    const next = at + ENTRY_LENGTH + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    if (next > table.byteLength) throw damaged(phrase('refused.contentsCut'));
    entries.push(readEntry(table, at, name ?? 0, extra ?? 0));
    at = next;
  }
  return entries;
}

function damaged(why: Phrase): ZipError {
  return new ZipError(phrase('refused.damagedArchive', { why }));
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function findDirectory(file: RandomAccess): Directory {
  const length = Math.min(file.size, END_LENGTH + LONGEST_COMMENT);
  const tailStart = file.size - length;
  const tail = view(file.read(tailStart, length));
  for (let at = tail.byteLength - END_LENGTH; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END) continue;
    const end = tailStart + at;
    const found = wide(file, end) ?? {
      count: tail.getUint16(at + 10, true),
      length: tail.getUint32(at + 12, true),
      start: tail.getUint32(at + 16, true),
    };
    if (found.start + found.length <= end) return found;
  }
  throw damaged(phrase('refused.contentsMissing'));
}

/** The ZIP64 record, where one stands before the end. */
function wide(file: RandomAccess, end: number): Directory | null {
  const locator = view(file.read(Math.max(0, end - LOCATOR_LENGTH), LOCATOR_LENGTH));
  if (locator.byteLength < LOCATOR_LENGTH || locator.getUint32(0, true) !== LOCATOR_64) return null;
  const record = view(file.read(Number(locator.getBigUint64(8, true)), 56));
  if (record.byteLength < 56 || record.getUint32(0, true) !== END_64) return null;
  return {
    count: Number(record.getBigUint64(32, true)),
    length: Number(record.getBigUint64(40, true)),
    start: Number(record.getBigUint64(48, true)),
  };
}

function readEntry(table: DataView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const madeBy = table.getUint8(at + 5);
  const flags = table.getUint16(at + 8, true);
  const nameStart = at + ENTRY_LENGTH;
  const nameBytes = bytesOf(table, nameStart, nameLength);
  const extras = readExtras(table, nameStart + nameLength, extraLength);
  const sizes = {
    packed: table.getUint32(at + 20, true),
    size: table.getUint32(at + 24, true),
    offset: table.getUint32(at + 42, true),
  };
  const mode = table.getUint32(at + 38, true) >>> 16;
  return {
    name: decodeName(nameBytes, (flags & 0x800) !== 0, extras.get(UNICODE_PATH)),
    // Made on Unix or a Mac, the upper half holds the mode.
    isLink: (madeBy === 3 || madeBy === 19) && (mode & 0xf000) === 0xa000,
    isEncrypted: (flags & 1) !== 0,
    method: table.getUint16(at + 10, true),
    crc: table.getUint32(at + 16, true),
    ...widened(sizes, extras.get(SIZES_64)),
  };
}

function bytesOf(table: DataView, start: number, length: number): Uint8Array {
  return new Uint8Array(table.buffer, table.byteOffset + start, length);
}

function readExtras(table: DataView, start: number, length: number): Map<number, Uint8Array> {
  const extras = new Map<number, Uint8Array>();
  let at = start;
  while (at + 4 <= start + length) {
    const size = Math.min(table.getUint16(at + 2, true), start + length - at - 4);
    extras.set(table.getUint16(at, true), bytesOf(table, at + 4, size));
    at += 4 + size;
  }
  return extras;
}

type Sizes = Pick<ZipEntry, 'packed' | 'size' | 'offset'>;

/** Only those that don't fit into 32 bits stand in the extra field, in this order. */
function widened(sizes: Sizes, extra: Uint8Array | undefined): Sizes {
  if (extra === undefined) return sizes;
  const wideSizes = view(extra);
  let at = 0;
  const next = (narrow: number) => {
    if (narrow !== MAX_32 || at + 8 > wideSizes.byteLength) return narrow;
    at += 8;
    return Number(wideSizes.getBigUint64(at - 8, true));
  };
  const size = next(sizes.size);
  const packed = next(sizes.packed);
  return { size, packed, offset: next(sizes.offset) };
}

/** Many programs write UTF-8 without saying so; else it is what DOS had. */
function decodeName(bytes: Uint8Array, isUtf8: boolean, unicode: Uint8Array | undefined): string {
  const given = unicode === undefined ? null : unicodePath(unicode, bytes);
  const name = given ?? strictUtf8(bytes) ?? (isUtf8 ? utf8(bytes) : cp437(bytes));
  return name.normalize('NFC').replaceAll('\\', '/');
}

function unicodePath(extra: Uint8Array, bytes: Uint8Array): string | null {
  if (extra.length < 5 || view(extra).getUint32(1, true) !== crc32(bytes)) return null;
  return strictUtf8(extra.subarray(5));
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function cp437(bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes), 'cp437');
}
