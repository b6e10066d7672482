/** From Markdown to readings: short texts at once, long ones by a worker, the latest ones remembered. */
import { chunksOf, NO_READING, type ArticleReading } from './chunks.ts';
import type { ReadingAnswer, ReadingRequest } from './reading-worker.ts';

/** UTF-16 code units of Markdown that are read within a frame or so, whatever is in them. */
const SHORT = 12_000;

/** Readings are kept while their Markdown is together not longer than this many code units. */
const REMEMBERED = 3_000_000;

const remembered = new Map<string, ArticleReading>();

/** A reading that is there without waiting; null when the worker has to make it. */
export function readAtOnce(markdown: string): ArticleReading | null {
  const known = remembered.get(markdown);
  if (known !== undefined) {
    rememberReading(markdown, known);
    return known;
  }
  if (markdown.length > SHORT) return null;
  const reading = readHere(markdown);
  rememberReading(markdown, reading);
  return reading;
}

function readHere(markdown: string): ArticleReading {
  const parts = [...chunksOf(markdown)];
  return {
    text: parts.map(({ text }) => text).join(''),
    chunks: parts.map(({ chunk }) => chunk),
    complete: true,
  };
}

function rememberReading(markdown: string, reading: ArticleReading): void {
  remembered.delete(markdown);
  remembered.set(markdown, reading);
  let total = 0;
  for (const key of [...remembered.keys()].toReversed()) {
    total += key.length;
    if (total > REMEMBERED && key !== markdown) remembered.delete(key);
  }
}

let worker: Worker | null = null;
let lastId = 0;

/** Started ahead of the first long article, which would have to wait for it. */
export function readingWorker(): Worker {
  worker ??= new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
  return worker;
}

/** Tells of a reading each time there is more of it. Gives the function that ends it. */
export function readInWorker(
  markdown: string,
  onMore: (reading: ArticleReading) => void,
): () => void {
  const running = readingWorker();
  lastId += 1;
  const id = lastId;
  let reading: ArticleReading = NO_READING;
  const listen = ({ data }: MessageEvent<ReadingAnswer>) => {
    if (data.id !== id) return;
    reading = {
      text: reading.text + data.text,
      chunks: [...reading.chunks, ...data.chunks],
      complete: data.complete,
    };
    if (data.complete) end();
    onMore(reading);
  };
  // A worker that doesn't start must not cost the text: slowly is better than not at all.
  const failed = () => {
    end();
    reading = readHere(markdown);
    onMore(reading);
  };
  const end = () => {
    running.removeEventListener('message', listen);
    running.removeEventListener('error', failed);
  };
  const ask = (request: ReadingRequest) => running.postMessage(request, {});
  running.addEventListener('message', listen);
  running.addEventListener('error', failed);
  ask({ id, markdown });
  return () => {
    end();
    if (reading.complete) rememberReading(markdown, reading);
    else ask({ cancel: id });
  };
}
