/**
 * The bytes behind a path of an import, which may lead into an archive: `posts.zip/2024/may.txt`,
 * `all.zip/posts.zip/may.txt`. The archive that was read last stays open, since what is asked for
 * next mostly lies in it too.
 */
import { readFile, stat } from 'node:fs/promises';
import { decodeLines } from '../decode-lines.ts';
import { describeImage } from '../describe-image.ts';
import { imagesInText } from '../html/embedded-images.ts';
import { nameOf } from '../images-beside.ts';
import { readPlaceInside } from '../inside-file.ts';
import { Archive } from './archive.ts';
import { ZipError } from './central-directory.ts';
import { inMemory, openFile, type OpenFile } from './random-access.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

export interface FileContents {
  /** The path itself where it is that of a file, else the bytes that it leads to in an archive. */
  at(path: string): Promise<string | Uint8Array>;
  /** Also of an image inside a page. @throws ZipError, or the system's errors */
  bytes(path: string): Promise<Uint8Array>;
  close(): void;
}

export function createFileContents(): FileContents {
  let page: { file: string; images: ReadonlyMap<string, Uint8Array> } | null = null;
  let last: { path: string; file: OpenFile; inside: ArchiveTree } | null = null;

  function open(path: string): ArchiveTree {
    if (last?.path === path) return last.inside;
    close();
    const file = openFile(path);
    last = { path, file, inside: new ArchiveTree(new Archive(file)) };
    return last.inside;
  }

  function close(): void {
    last?.file.close();
    last = null;
  }

  async function at(path: string): Promise<string | Uint8Array> {
    const outer = await enclosingFile(path);
    if (outer === null) return path;
    return open(outer).bytes(path.slice(outer.length + 1).replaceAll('\\', '/'));
  }

  async function whole(path: string): Promise<Uint8Array> {
    const found = await at(path);
    return typeof found === 'string' ? readFile(found) : found;
  }

  return {
    at,
    async bytes(path) {
      const place = readPlaceInside(path);
      if (place === null) return whole(path);
      if (page?.file !== place.file) {
        page = { file: place.file, images: imagesOf(await whole(place.file)) };
      }
      const image = page.images.get(place.name);
      if (image === undefined) throw new ZipError(phrase('refused.notInFile'));
      return image;
    },
    close,
  };
}

/** The images inside a page, by their names in the library. */
function imagesOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const images = new Map<string, Uint8Array>();
  for (const image of imagesInText(decodeLines(bytes).lines.join('\n'))) {
    const described = describeImage(image);
    if (described !== null) images.set(nameOf(image, described.kind), image);
  }
  return images;
}

/** An archive and the one in it that was read last. */
class ArchiveTree {
  private inner: { name: string; inside: ArchiveTree } | null = null;

  constructor(private readonly archive: Archive) {}

  /** @throws ZipError */
  bytes(name: string): Uint8Array {
    const entry = this.archive.get(name);
    if (entry !== undefined) return this.archive.bytes(entry);
    const parts = name.split('/');
    for (let count = parts.length - 1; count > 0; count -= 1) {
      const inside = this.open(parts.slice(0, count).join('/'));
      if (inside !== null) return inside.bytes(parts.slice(count).join('/'));
    }
    throw new ZipError(phrase('refused.notInArchive'));
  }

  private open(name: string): ArchiveTree | null {
    if (this.inner?.name === name) return this.inner.inside;
    const entry = this.archive.get(name);
    if (entry === undefined) return null;
    const inside = new ArchiveTree(new Archive(inMemory(this.archive.bytes(entry))));
    this.inner = { name, inside };
    return inside;
  }
}

/** The file that a path leads into; null where it ends at a file, or at nothing. */
async function enclosingFile(path: string): Promise<string | null> {
  if (await exists(path)) return null;
  for (let end = path.length; end > 0;) {
    end = Math.max(path.lastIndexOf('/', end - 1), path.lastIndexOf('\\', end - 1));
    if (end <= 0) return null;
    const outer = path.slice(0, end);
    if (await exists(outer)) return (await stat(outer)).isFile() ? outer : null;
  }
  return null;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
