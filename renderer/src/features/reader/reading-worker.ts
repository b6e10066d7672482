/** Reads long articles off the main thread, and hands them over as they get ready. */
import { chunksOf, type Chunk } from './chunks.ts';

export type ReadingRequest = { id: number; markdown: string } | { cancel: number };

/** Text and chunks to be appended to those that came before. */
export interface ReadingAnswer {
  id: number;
  text: string;
  chunks: Chunk[];
  complete: boolean;
}

/** UTF-16 code units handed over at a time; the first lot is small, for it is waited for. */
const FIRST_LOT = 6000;
const LOT = 60_000;

const cancelled = new Set<number>();

self.addEventListener('message', ({ data: request }: MessageEvent<ReadingRequest>) => {
  if ('cancel' in request) cancelled.add(request.cancel);
  else void read(request.id, request.markdown);
});

async function read(id: number, markdown: string): Promise<void> {
  let chunks: Chunk[] = [];
  let text = '';
  let lot = FIRST_LOT;
  for (const part of chunksOf(markdown)) {
    chunks.push(part.chunk);
    text += part.text;
    if (text.length < lot) continue;
    answer({ id, text, chunks, complete: false });
    chunks = [];
    text = '';
    lot = LOT;
    await eventsHandled();
    if (cancelled.delete(id)) return;
  }
  answer({ id, text, chunks, complete: true });
}

function answer(message: ReadingAnswer): void {
  self.postMessage(message, {});
}

function eventsHandled(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done);
  });
}
