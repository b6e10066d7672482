/**
 * From a file's bytes to articles ready for the library. Pure; articles are made one by one as
 * they are asked for, so that a large dump never stands in memory twice.
 */
import { createHash } from 'node:crypto';
import { binaryKind } from './binary.ts';
import type { ConvertedArticle } from './converted.ts';
import { decodeText } from './decode.ts';
import { NO_IMAGES, type ImagesBeside } from './images-beside.ts';
import type { ReadArticle, SourceHead } from './import-messages.ts';
import { splitLines } from './lines.ts';
import { readArticle } from './read-article.ts';
import { detectFormat } from './registry.ts';

export type SourceReading =
  | { kind: 'source'; head: SourceHead; articles: Iterable<ReadArticle> }
  | { kind: 'refused'; message: string };

export interface ReadOptions {
  images?: ImagesBeside;
  /** Whether the comments on posts are taken as well. */
  comments?: boolean;
  /** The one that a person chose; null for the one that is guessed. */
  encoding?: string | null;
}

export function readSource(
  bytes: Uint8Array,
  path: string,
  name: string,
  { images = NO_IMAGES, comments = false, encoding = null }: ReadOptions = {},
): SourceReading {
  const binary = binaryKind(bytes);
  // What only looks odd is taken for the text that a person says it is.
  if (binary !== null && (binary !== '' || encoding === null))
    return refused(binaryMessage(binary));
  const decoded = decodeText(bytes, encoding);
  const detection = detectFormat(name, decoded.text);
  if ('refusal' in detection) return refused(detection.refusal);
  const lines = splitLines(decoded.text.normalize('NFC'));
  if (!lines.some((line) => line.trim() !== '')) return refused('It holds no text.');
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
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
    format: format.id,
    encoding: decoded.encoding,
    lines: lines.length,
    problems: located,
  };
  return { kind: 'source', head, articles: readArticles(articles, images) };
}

function refused(message: string): SourceReading {
  return { kind: 'refused', message };
}

function binaryMessage(kind: string): string {
  return kind === '' ? 'It looks like a binary file.' : `It looks like a binary file (${kind}).`;
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
