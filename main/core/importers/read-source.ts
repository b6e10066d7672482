/**
 * From a file's bytes to articles ready for the library. Pure; articles are made one by one as
 * they are asked for, so that a large dump never stands in memory twice.
 */
import { createHash } from 'node:crypto';
import { binaryKind } from './binary.ts';
import type { ConvertedArticle } from './converted.ts';
import { decodeLines, type DecodedLines } from './decode-lines.ts';
import { NO_IMAGES, type ImagesBeside } from './images-beside.ts';
import type { ReadArticle, SourceHead } from './import-messages.ts';
import { readArticle } from './read-article.ts';
import { detectFormat } from './registry.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

export type SourceReading =
  | { kind: 'source'; head: SourceHead; articles: Iterable<ReadArticle> }
  | { kind: 'refused'; message: Phrase };

export interface ReadOptions {
  images?: ImagesBeside;
  /** Whether the comments on posts are taken as well. */
  comments?: boolean;
  /** The one that a person chose; null for the one that is guessed. */
  encoding?: string | null;
}

/** `read` gives the file's bytes. */
export function readSource(
  read: () => Uint8Array,
  path: string,
  name: string,
  { images = NO_IMAGES, comments = false, encoding = null }: ReadOptions = {},
): SourceReading {
  const decoded = decode(read, encoding);
  if ('refusal' in decoded) return refused(decoded.refusal);
  const { lines } = decoded;
  const detection = detectFormat(name, decoded.head);
  if ('refusal' in detection) return refused(detection.refusal);
  if (!lines.some((line) => line.trim() !== '')) return refused(phrase('refused.noText'));
  const { format } = detection;
  const { articles, problems, ...converted } = format.convert(lines, name, {
    beside: images,
    comments,
  });
  const located = [...decoded.problems, ...problems].map((problem) => ({ path, ...problem }));
  const head = {
    ...converted,
    path,
    name,
    sha256: decoded.sha256,
    bytes: decoded.bytes,
    format: format.id,
    encoding: decoded.encoding,
    lines: lines.length,
    problems: located,
  };
  return { kind: 'source', head, articles: readArticles(articles, images) };
}

/** Nothing else holds the bytes: they are gone when the lines are there. */
function decode(
  read: () => Uint8Array,
  encoding: string | null,
): (DecodedLines & { sha256: string; bytes: number }) | { refusal: Phrase } {
  const bytes = read();
  const binary = binaryKind(bytes);
  // What only looks odd is taken for the text that a person says it is.
  if (binary !== null && (binary !== '' || encoding === null)) {
    return { refusal: binaryMessage(binary) };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...decodeLines(bytes, encoding), sha256, bytes: bytes.byteLength };
}

function refused(message: Phrase): SourceReading {
  return { kind: 'refused', message };
}

function binaryMessage(kind: string): Phrase {
  return kind === '' ? phrase('refused.binary') : phrase('refused.binaryKind', { kind });
}

function* readArticles(
  articles: Iterable<ConvertedArticle>,
  images: ImagesBeside,
): Generator<ReadArticle> {
  for (const article of articles) {
    yield readArticle(
      article,
      article.images.flatMap((path) => images.found(path) ?? []),
    );
  }
}
