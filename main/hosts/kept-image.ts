/** The images of the library at `/images/<name>`, for the reader's page. */
import { readFile } from 'node:fs/promises';
import { imagePath } from '../core/library/library-paths.ts';
import { isImageName } from '../shared/text/image-address.ts';
import { SECURITY_HEADERS } from './content-security.ts';
import { contentTypeOf } from './content-type.ts';

export interface ServedImage {
  bytes: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

const PATH = /^\/images\/([^/]+)$/;

/**
 * What an image may do when it is opened by itself: an SVG can hold scripts, and those of a page
 * somewhere must not run as ours. Its own styles are part of the picture.
 */
const IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Null for every other path, and where there is no such image. */
export async function keptImageAt(library: string, path: string): Promise<ServedImage | null> {
  const name = PATH.exec(path)?.[1];
  if (name === undefined || !isImageName(name)) return null;
  try {
    return {
      bytes: new Uint8Array(await readFile(imagePath(library, name))),
      headers: {
        ...SECURITY_HEADERS,
        'Content-Security-Policy': IMAGE_POLICY,
        'Content-Type': contentTypeOf(name),
        // The name is the hash of the content.
        'Cache-Control': 'private, max-age=31536000, immutable',
      },
    };
  } catch {
    return null;
  }
}
