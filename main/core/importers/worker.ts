/** The import worker: reads, splits and converts files off the main thread, one after another. */
import { readFile, stat } from 'node:fs/promises';
import { describeReadError } from './file-error.ts';
import {
  planRequestSchema,
  type ImportMessage,
  type PlanRequest,
  type ReadArticle,
} from './import-messages.ts';
import { imagesBeside } from './images-beside.ts';
import { readSource } from './read-source.ts';
import { walkPaths, type Found } from './walk.ts';

/** Node's `parentPort` and `MessagePort` fit it. */
export interface ImportPort {
  postMessage(value: unknown): void;
  on(event: 'message', listener: (value: unknown) => void): unknown;
}

type Send = (message: ImportMessage) => void;
type FoundFile = Extract<Found, { kind: 'file' }>;

/** Longer texts don't fit in a string of JavaScript with room to work on them. */
const MOST_BYTES = 400 * 1024 * 1024;
const BATCH_UNITS = 1_000_000;

/** Answers one request with messages up to `done`. Cancelled by ending the worker. */
export function serveImport(port: ImportPort): void {
  const send: Send = (message) => port.postMessage(message);
  port.on('message', (value) => {
    readAll(planRequestSchema.parse(value), send).catch((error: unknown) =>
      send({ type: 'broken', message: error instanceof Error ? error.message : String(error) }),
    );
  });
}

async function readAll({ paths, except, comments }: PlanRequest, send: Send): Promise<void> {
  const files = await findFiles(paths, except, send);
  for (const [done, file] of files.entries()) {
    send({ type: 'progress', done, total: files.length, path: file.path });
    await readOne(file, comments, send);
  }
  send({ type: 'progress', done: files.length, total: files.length, path: null });
  send({ type: 'done' });
}

async function findFiles(
  paths: readonly string[],
  except: string | null,
  send: Send,
): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for await (const found of walkPaths(paths, except)) {
    if (found.kind === 'file') files.push(found);
    else sendFailure(found.path, found.message, send);
  }
  return files;
}

/** Whatever is wrong with one file never stops the others. */
async function readOne(file: FoundFile, comments: boolean, send: Send): Promise<void> {
  let started = false;
  try {
    const { size } = await stat(file.path);
    if (size > MOST_BYTES) {
      return sendFailure(file.path, 'It is larger than 400 MB; split it before importing.', send);
    }
    const reading = readSource(await readFile(file.path), file.path, file.name, {
      images: imagesBeside(file.path, file.name),
      comments,
    });
    if (reading.kind === 'refused') return sendFailure(file.path, reading.message, send);
    send({ type: 'source', head: reading.head });
    started = true;
    sendArticles(reading.articles, send);
  } catch (error) {
    if (started) send({ type: 'withdrawn' });
    sendFailure(file.path, describeReadError(error), send);
  }
}

function sendArticles(articles: Iterable<ReadArticle>, send: Send): void {
  let batch: ReadArticle[] = [];
  let units = 0;
  for (const article of articles) {
    batch.push(article);
    units += article.markdown.length;
    if (units < BATCH_UNITS) continue;
    send({ type: 'articles', articles: batch });
    batch = [];
    units = 0;
  }
  if (batch.length > 0) send({ type: 'articles', articles: batch });
}

function sendFailure(path: string, message: string, send: Send): void {
  send({ type: 'failure', problem: { path, line: null, message } });
}
