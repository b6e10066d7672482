/** The images that lie beside a file of the import: found, checked and named for their bytes. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { toImageAddress } from '../../shared/text/image-address.ts';
import type { Neighbours } from './converted.ts';
import { describeImage } from './describe-image.ts';

export interface FoundImage {
  /** As the library will name it. */
  name: string;
  /** Where it lies now. */
  file: string;
}

export interface ImagesBeside extends Neighbours {
  /** Null for what is no image, or none to keep. */
  found(path: string): FoundImage | null;
}

/** Larger ones are hardly there to be looked at between paragraphs. */
const MOST_BYTES = 64 * 1024 * 1024;

/** `name` is the file's path in the import: nothing above what the user gave is ever read. */
export function imagesBeside(file: string, name: string): ImagesBeside {
  const folder = dirname(file);
  const above = name.split('/').length - 1;
  const seen = new Map<string, { image: FoundImage; address: string } | null>();

  function look(path: string) {
    const known = seen.get(path);
    if (known !== undefined) return known;
    const image = readImage(join(folder, ...path.split('/')), () =>
      realpathSync(join(folder, ...Array.from({ length: above }, () => '..'))),
    );
    seen.set(path, image);
    return image;
  }

  return {
    image: (path) => look(path)?.address ?? null,
    found: (path) => look(path)?.image ?? null,
  };
}

export const NO_IMAGES: ImagesBeside = { image: () => null, found: () => null };

function readImage(file: string, root: () => string) {
  try {
    const found = lstatSync(file);
    if (!found.isFile() || found.size > MOST_BYTES) return null;
    // A folder on the way may be a link that leads out of the import.
    if (!realpathSync(file).startsWith(root() + sep)) return null;
    const bytes = readFileSync(file);
    const image = describeImage(bytes);
    if (image === null) return null;
    const name = `${createHash('sha256').update(bytes).digest('hex')}.${image.kind}`;
    return { image: { name, file }, address: toImageAddress({ name, size: image.size }) };
  } catch {
    return null; // Missing, as most of what a page names is once it was saved.
  }
}
