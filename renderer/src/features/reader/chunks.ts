/** A long article in chunks of blocks: what is parsed, mounted and laid out at a time. */
import { readInParts, type Block } from '../../../../main/shared/text/reading.ts';

export interface Chunk {
  /** Where the chunk starts and ends in the reading text, with what parts it from the one before. */
  start: number;
  end: number;
  blocks: readonly Block[];
  /** About how many characters of ordinary width the text is wide, for guesses at its height. */
  width: number;
}

/** What is there of an article: all of it, unless it is long and still being read. */
export interface ArticleReading {
  text: string;
  chunks: readonly Chunk[];
  complete: boolean;
}

export const NO_READING: ArticleReading = { text: '', chunks: [], complete: false };

/** Length of a chunk's text in UTF-16 code units: some screens of it. */
const CHUNK = 6000;

export function* chunksOf(markdown: string): Generator<{ chunk: Chunk; text: string }> {
  let start = 0;
  for (const { text, blocks } of readInParts(markdown, CHUNK)) {
    const end = start + text.length;
    yield { chunk: { start, end, blocks, width: widthOf(text) }, text };
    start = end;
  }
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Ideographs are twice as wide as letters. A sample says how many there are. */
function widthOf(text: string): number {
  const sample = text.slice(0, 400);
  const wide = sample.match(WIDE)?.length ?? 0;
  return Math.round(text.length * (1 + wide / Math.max(1, sample.length)));
}

/** The index of the last chunk that starts at or before an offset; -1 without chunks. Log time. */
export function chunkIndexAt(chunks: readonly Pick<Chunk, 'start'>[], offset: number): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((chunks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return high;
}
