/** Tells files that hold no text, by their first bytes and by their control characters. */
import { hasByteOrderMark } from './decode.ts';
import { countControls, guessWide } from './wide-guess.ts';

interface Signature {
  kind: string;
  /** Latin-1, one character a byte. */
  head: string;
  /** Where the head stands. */
  at?: number;
}

const SIGNATURES: readonly Signature[] = [
  { kind: 'PNG image', head: '\x89PNG\r\n\x1a\n' },
  { kind: 'JPEG image', head: '\xff\xd8\xff' },
  { kind: 'GIF image', head: 'GIF87a' },
  { kind: 'GIF image', head: 'GIF89a' },
  { kind: 'WebP image', head: 'WEBP', at: 8 },
  { kind: 'TIFF image', head: 'II*\0' },
  { kind: 'TIFF image', head: 'MM\0*' },
  { kind: 'PDF document', head: '%PDF-' },
  { kind: 'PostScript document', head: '%!PS' },
  { kind: 'Office document', head: '\xd0\xcf\x11\xe0' },
  { kind: 'RTF document', head: '{\\rtf' },
  { kind: 'zip archive', head: 'PK\x03\x04' },
  { kind: 'gzip archive', head: '\x1f\x8b' },
  { kind: 'bzip2 archive', head: 'BZh' },
  { kind: 'xz archive', head: '\xfd7zXZ\0' },
  { kind: 'zstd archive', head: '\x28\xb5\x2f\xfd' },
  { kind: '7-Zip archive', head: '7z\xbc\xaf\x27\x1c' },
  { kind: 'RAR archive', head: 'Rar!\x1a\x07' },
  { kind: 'tar archive', head: 'ustar', at: 257 },
  { kind: 'SQLite database', head: 'SQLite format 3\0' },
  { kind: 'program', head: '\x7fELF' },
  { kind: 'program', head: 'MZ' },
  { kind: 'program', head: '\xcf\xfa\xed\xfe' },
  { kind: 'WebAssembly module', head: '\0asm' },
  { kind: 'font', head: 'wOFF' },
  { kind: 'font', head: 'wOF2' },
  { kind: 'font', head: 'OTTO' },
  { kind: 'MP3 audio', head: 'ID3' },
  { kind: 'Ogg audio', head: 'OggS' },
  { kind: 'FLAC audio', head: 'fLaC' },
  { kind: 'WAV audio', head: 'WAVE', at: 8 },
  { kind: 'MP4 video', head: 'ftyp', at: 4 },
  { kind: 'Matroska video', head: '\x1a\x45\xdf\xa3' },
];

const PRINTABLE = /^[\x20-\x7e]+$/;
const SAMPLE = 64 * 1024;
/** Random bytes have a tenth of them; texts that were mangled on the way, far fewer. */
const MOST_CONTROLS = 0.05;
const FEW = 2;

/** The kind of binary file in words (`PNG image`), '' for an unknown one, null for text. */
export function binaryKind(bytes: Uint8Array): string | null {
  if (hasByteOrderMark(bytes)) return null;
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  const rough = isRough(bytes);
  const signature = SIGNATURES.find(({ head: mark, at }) => head.startsWith(mark, at ?? 0));
  if (signature !== undefined && (rough || isCertain(signature))) return signature.kind;
  return rough && guessWide(bytes) === null ? '' : null;
}

/** A text may begin with the letters `MZ`, hardly with control characters or `%PDF-`. */
function isCertain({ head, kind }: Signature): boolean {
  return !PRINTABLE.test(head) || kind.endsWith('document');
}

function isRough(bytes: Uint8Array): boolean {
  const size = Math.min(SAMPLE, bytes.length);
  const most = Math.max(FEW, size * MOST_CONTROLS);
  return countControls(bytes, size, most + 1) > most;
}
