/** What is to be read of one file: itself, or each file of an archive. */
import { readFileSync } from 'node:fs';
import { imagesBeside, imagesInArchive, type ImagesBeside } from './images-beside.ts';
import { Archive } from './zip/archive.ts';
import { budgetFor, isZip, membersOf } from './zip/members.ts';
import { openFile, type OpenFile } from './zip/random-access.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

export type Item =
  | {
      kind: 'item';
      path: string;
      name: string;
      read: () => Uint8Array;
      images: ImagesBeside;
      /** What part of the file stands before it and in it: 0..1 both. */
      part: readonly [from: number, to: number];
    }
  | { kind: 'failure'; path: string; message: Phrase };

interface ImportedFile {
  path: string;
  /** Its path in the import, with `/`. */
  name: string;
}

/** Longer texts don't fit in a string of JavaScript with room to work on them. */
const MOST_BYTES = 400 * 1024 * 1024;

/** @throws ZipError, or the system's errors */
export function* itemsOf(file: ImportedFile): Generator<Item> {
  const opened = openFile(file.path);
  try {
    if (isZip(opened.read(0, 4))) yield* itemsInArchive(file, opened);
    else yield itemOf(file, opened.size);
  } finally {
    opened.close();
  }
}

function itemOf({ path, name }: ImportedFile, size: number): Item {
  if (size > MOST_BYTES) {
    const message = phrase('refused.tooLarge');
    return { kind: 'failure', path, message };
  }
  const images = imagesBeside(path, name);
  return { kind: 'item', path, name, read: () => readFileSync(path), images, part: [0, 1] };
}

function* itemsInArchive(file: ImportedFile, opened: OpenFile): Generator<Item> {
  const archive = new Archive(opened);
  const parts = partsOf(archive);
  let part: readonly [number, number] = [0, 0];
  for (const member of membersOf(archive, budgetFor(opened.size))) {
    const path = member.path === '' ? file.path : `${file.path}/${member.path}`;
    part = parts.get(member.path) ?? part;
    if (member.kind === 'failure') {
      yield { ...member, path };
    } else {
      const { bytes, name: inside } = member;
      const innermost = path.slice(0, path.length - inside.length - 1);
      const images = imagesInArchive(member.archive, innermost, inside);
      const whole = `${file.name}/${member.path}`;
      yield { kind: 'item', path, name: whole, read: () => bytes, images, part };
    }
  }
}

/** By name, what part of the packed bytes stands before a file of the archive and up to its end. */
function partsOf({ entries }: Archive): Map<string, readonly [number, number]> {
  const parts = new Map<string, readonly [number, number]>();
  const all = Math.max(
    1,
    entries.reduce((sum, { packed }) => sum + packed, 0),
  );
  let before = 0;
  for (const { name, packed } of entries) {
    parts.set(name, [before / all, (before + packed) / all]);
    before += packed;
  }
  return parts;
}
