/** The images beside a file of the import and inside it: found, checked and named for their bytes. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { toImageAddress, type ImageKind } from '../../shared/text/image-address.ts';
import type { Neighbours } from './converted.ts';
import { describeImage } from './describe-image.ts';
import { isInside, pathInside, placeInside } from './inside-file.ts';
import type { Archive } from './zip/archive.ts';

export interface FoundImage {
  /** As the file names it, for `Neighbours`. */
  path: string;
  /** As the library will name it, and the Markdown. */
  name: string;
  address: string;
  /** Where it lies now, for `FileContents`. */
  file: string;
}

export interface ImagesBeside extends Neighbours {
  /** Null for what is no image, or none to keep. */
  found(path: string): FoundImage | null;
}

/** Larger ones are hardly there to be looked at between paragraphs. */
const MOST_BYTES = 64 * 1024 * 1024;

interface NeighbourFile {
  /** Where it lies, for `FileContents`. */
  file: string;
  bytes: Uint8Array;
}

/** `name` is the file's path in the import: nothing above what the user gave is ever read. */
export function imagesBeside(file: string, name: string): ImagesBeside {
  const folder = dirname(file);
  const above = name.split('/').length - 1;
  return imagesAmong(file, (path) => {
    const root = realpathSync(join(folder, ...Array.from({ length: above }, () => '..')));
    return readBeside(join(folder, ...path.split('/')), root);
  });
}

/** `prefix` is the path of the archive, for `FileContents`; `name` that of the file in it. */
export function imagesInArchive(archive: Archive, prefix: string, name: string): ImagesBeside {
  return imagesAmong(`${prefix}/${name}`, (path) => {
    const inside = posix.join(posix.dirname(name), path);
    const entry = archive.get(inside);
    if (entry === undefined || entry.size > MOST_BYTES) return null;
    return { file: `${prefix}/${inside}`, bytes: archive.bytes(entry) };
  });
}

/** `owner` is the path of the file itself, for `FileContents`. */
function imagesAmong(owner: string, read: (path: string) => NeighbourFile | null): ImagesBeside {
  const seen = new Map<string, FoundImage | null>();

  function look(path: string) {
    const known = seen.get(path);
    if (known !== undefined) return known;
    const image = isInside(path) ? null : readImage(path);
    seen.set(path, image);
    return image;
  }

  function inside(bytes: Uint8Array): string | null {
    const image = bytes.byteLength > MOST_BYTES ? null : describeImage(bytes);
    if (image === null) return null;
    const name = nameOf(bytes, image.kind);
    const path = pathInside(name);
    const address = toImageAddress({ name, size: image.size });
    seen.set(path, { path, name, address, file: placeInside(owner, name) });
    return path;
  }

  function readImage(path: string): FoundImage | null {
    try {
      const found = read(path.normalize('NFC'));
      const image = found === null ? null : describeImage(found.bytes);
      if (found === null || image === null) return null;
      const name = nameOf(found.bytes, image.kind);
      const address = toImageAddress({ name, size: image.size });
      return { path, name, address, file: found.file };
    } catch {
      return null; // Missing, as most of what a page names is once it was saved.
    }
  }

  return {
    image: (path) => look(path)?.address ?? null,
    inside,
    found: look,
  };
}

/** The name that the library gives an image. */
export function nameOf(bytes: Uint8Array, kind: ImageKind): string {
  return `${createHash('sha256').update(bytes).digest('hex')}.${kind}`;
}

/** @throws the system's errors */
function readBeside(file: string, root: string): NeighbourFile | null {
  const found = lstatSync(file);
  if (!found.isFile() || found.size > MOST_BYTES) return null;
  // A folder on the way may be a link that leads out of the import.
  if (!realpathSync(file).startsWith(root + sep)) return null;
  return { file, bytes: readFileSync(file) };
}

/** Those that were found before, without a look at any file. */
export function imagesFound(images: readonly FoundImage[]): ImagesBeside {
  const byPath = new Map(images.map((image) => [image.path, image]));
  return {
    image: (path) => byPath.get(path)?.address ?? null,
    inside(bytes) {
      const kind = describeImage(bytes)?.kind;
      const path = kind === undefined ? null : pathInside(nameOf(bytes, kind));
      return path !== null && byPath.has(path) ? path : null;
    },
    found: (path) => byPath.get(path) ?? null,
  };
}

export const NO_IMAGES: ImagesBeside = {
  image: () => null,
  inside: () => null,
  found: () => null,
};
