/** The reviews of the sources of a plan, each begun when it is asked for. */
import { createHash } from 'node:crypto';
import { LecternError } from '../../../shared/errors.ts';
import { decodeLines } from '../decode-lines.ts';
import type { Draft, DraftSource } from '../draft.ts';
import { describeReadError } from '../file-error.ts';
import { createFileContents } from '../zip/file-contents.ts';
import { revisableOutline, SourceReview } from './source-review.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

export interface OpenReviews {
  /** The lines that the importer read. @throws LecternError unreadable */
  lines(source: DraftSource): Promise<readonly string[]>;
  /** @throws LecternError not_found, unsupported, unreadable */
  review(draft: Draft, at: number): Promise<SourceReview>;
}

export function openReviews(): OpenReviews {
  /** Of the source that was asked for last: a review stays with one. */
  let last: { source: DraftSource; lines: Promise<string[]> } | null = null;

  function lines(source: DraftSource): Promise<string[]> {
    if (last?.source === source) return last.lines;
    const read = readLines(source);
    last = { source, lines: read };
    read.catch(() => {
      if (last?.lines === read) last = null;
    });
    return read;
  }

  return {
    lines,
    async review(draft, at) {
      const known = draft.reviews.get(at);
      if (known !== undefined) return known;
      const source = sourceAt(draft, at);
      const outline = revisableOutline(source);
      if (outline === null) {
        throw new LecternError(
          'unsupported',
          phrase('error.noLinesToDivide', { name: source.head.name }),
        );
      }
      const review = new SourceReview(source, outline, await lines(source));
      draft.reviews.set(at, review);
      return review;
    },
  };
}

/** @throws LecternError not_found */
export function sourceAt({ sources }: Draft, at: number): DraftSource {
  const source = sources[at];
  if (source === undefined)
    throw new LecternError('not_found', phrase('error.noSourceInImport', { at }));
  return source;
}

async function readLines({ head }: DraftSource): Promise<string[]> {
  const bytes = await bytesOf(head);
  if (createHash('sha256').update(bytes).digest('hex') !== head.sha256) {
    throw new LecternError('unreadable', phrase('error.changedAfterReading', { name: head.name }));
  }
  return decodeLines(bytes, head.encoding).lines;
}

async function bytesOf({ path, name }: DraftSource['head']): Promise<Uint8Array> {
  const files = createFileContents();
  try {
    return await files.bytes(path);
  } catch (error) {
    throw new LecternError(
      'unreadable',
      phrase('error.at', { path: name, why: describeReadError(error) }),
    );
  } finally {
    files.close();
  }
}
