/**
 * Names for exported files that every file system takes and that stay what they are: of articles
 * with one title the oldest in the library has the plain name, later ones carry their id.
 */

/** UTF-8 bytes, extension left out: file systems take 255, sync services and archives add to it. */
const MOST_BYTES = 120;
/**
 * Forbidden on Windows, what ends or splits a link in Obsidian, and characters that can't be seen,
 * but for the joiners that emoji and Persian are made with.
 */
const FORBIDDEN = /(?:[<>:"/\\|?*#^[\]\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf})+/gu;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu;

export interface Named {
  id: string;
  title: string;
}

/** File names with `.md`, by id. `oldestFirst` are all that could ever be exported. */
export function fileNames(oldestFirst: Iterable<Named>): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, title } of oldestFirst) {
    const plain = safeName(title);
    const name = taken.has(foldName(plain)) ? nameWithId(title, id) : plain;
    taken.add(foldName(name));
    names.set(id, `${name}.md`);
  }
  return names;
}

/** The name that is free for sure. */
export function nameWithId(title: string, id: string): string {
  return `${safeName(title, MOST_BYTES - id.length - 1)} ${id}`;
}

/** A title as a file name without extension; never empty. */
export function safeName(title: string, mostBytes = MOST_BYTES): string {
  const words = title.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim();
  const visible = cutToBytes(words.replace(/^\.+/u, ''), mostBytes)
    .replace(/[. ]+$/u, '')
    .trim();
  if (visible === '') return 'Untitled';
  return RESERVED.test(visible) ? `_${visible}` : visible;
}

/** macOS and Windows take names for the same that differ in case or composition alone. */
function foldName(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase();
}

/** Whole characters as people see them, at most so many bytes of UTF-8. */
function cutToBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let bytes = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > most) return text.slice(0, index);
  }
  return text;
}
