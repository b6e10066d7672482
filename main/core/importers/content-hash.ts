import { createHash } from 'node:crypto';

/** The same words under the same title have the same hash, however they are spaced or composed. */
export function contentHash(title: string, readingText: string): string {
  const hash = createHash('sha256');
  hash.update(foldSpace(title));
  hash.update('\n');
  hash.update(foldSpace(readingText));
  return hash.digest('hex');
}

/** NFC, each run of white space one space, none at the ends. */
export function foldSpace(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
