/** The import worker: reads, splits and converts files off the main thread, one after another. */
import { statSync } from 'node:fs';
import { LecternError, toErrorValue } from '../../shared/errors.ts';
import { describeReadError } from './file-error.ts';
import {
  planRequestSchema,
  type ImportMessage,
  type PlanRequest,
  type ReadArticle,
  type SentArticle,
} from './import-messages.ts';
import { itemsOf, type Item } from './items.ts';
import { TextWriter } from './kept-texts.ts';
import { Outbox } from './outbox.ts';
import { Progress } from './progress.ts';
import { readSource } from './read-source.ts';
import { walkPaths, type Found } from './walk.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';

/** Node's `parentPort` and `MessagePort` fit it. */
export interface ImportPort {
  postMessage(value: unknown): void;
  on(event: 'message', listener: (value: unknown) => void): unknown;
}

type Send = (message: ImportMessage) => void;
type FoundFile = Extract<Found, { kind: 'file' }> & { size: number };
type Options = Pick<PlanRequest, 'comments' | 'encodings'> & { texts: TextWriter };
type ReadableItem = Extract<Item, { kind: 'item' }>;

const BATCH = 200;

/** Answers one request with messages up to `done`. Cancelled by ending the worker. */
export function serveImport(port: ImportPort): void {
  port.on('message', (value) => {
    const outbox = new Outbox((messages) => port.postMessage(messages));
    const { send } = outbox;
    readAll(planRequestSchema.parse(value), send)
      .catch((error: unknown) => {
        send({ type: 'broken', error: toErrorValue(error) });
      })
      .finally(() => outbox.flush());
  });
}

async function readAll({ paths, except, ...asked }: PlanRequest, send: Send): Promise<void> {
  const options = { ...asked, texts: new TextWriter(asked.texts) };
  const files = await findFiles(paths, except, send);
  const progress = new Progress(files, send);
  for (const file of files) {
    progress.begin(file);
    readOne(file, options, progress, send);
  }
  progress.end();
  send({ type: 'done' });
}

async function findFiles(
  paths: readonly string[],
  except: string | null,
  send: Send,
): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for await (const found of walkPaths(paths, except)) {
    if (found.kind === 'file') files.push({ ...found, size: sizeOf(found.path) });
    else sendFailure(found.path, found.message, send);
  }
  return files;
}

/** 0 for what is gone by now: reading it says so. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Whatever is wrong with one file never stops the others. @throws LecternError unwritable */
function readOne(file: FoundFile, options: Options, progress: Progress, send: Send): void {
  try {
    for (const item of itemsOf(file)) {
      if (item.kind === 'failure') sendFailure(item.path, item.message, send);
      else readItem(item, options, progress, send);
    }
  } catch (error) {
    if (isUnwritable(error)) throw error;
    sendFailure(file.path, describeReadError(error), send);
  }
}

function readItem(
  item: ReadableItem,
  { comments, encodings, texts }: Options,
  progress: Progress,
  send: Send,
): void {
  const { path, name, read, images, part } = item;
  const [from, to] = part;
  const encoding = encodingFor(path, encodings);
  let started = false;
  try {
    progress.reach(from);
    const reading = readSource(read, path, name, { images, comments, encoding });
    if (reading.kind === 'refused') return sendFailure(path, reading.message, send);
    const { head, articles } = reading;
    send({ type: 'source', head });
    started = true;
    sendArticles(articles, texts, (message, line) => {
      send(message);
      progress.reach(from + ((to - from) * Math.min(line, head.lines)) / head.lines);
    });
  } catch (error) {
    if (isUnwritable(error)) throw error;
    if (started) send({ type: 'withdrawn' });
    sendFailure(path, describeReadError(error), send);
  }
}

/** The one that was chosen for the file, or for the nearest archive or folder that it is in. */
function encodingFor(path: string, encodings: Options['encodings']): string | null {
  for (let end = path.length; end > 0; end = lastSeparator(path, end)) {
    const encoding = encodings[path.slice(0, end)];
    if (encoding !== undefined) return encoding;
  }
  return null;
}

function lastSeparator(path: string, before: number): number {
  return Math.max(path.lastIndexOf('/', before - 1), path.lastIndexOf('\\', before - 1));
}

/** `line` is the last of the lines that the articles sent so far come from. */
function sendArticles(
  articles: Iterable<ReadArticle>,
  texts: TextWriter,
  send: (message: ImportMessage, line: number) => void,
): void {
  let batch: SentArticle[] = [];
  let line = 0;
  for (const { markdown, ...article } of articles) {
    line = Math.max(line, article.endLine ?? 0);
    batch.push({ ...article, place: texts.write(markdown) });
    if (batch.length < BATCH) continue;
    send({ type: 'articles', articles: batch }, line);
    batch = [];
  }
  if (batch.length > 0) send({ type: 'articles', articles: batch }, line);
}

/** There is nowhere to put the texts: no other file will fare better. */
function isUnwritable(error: unknown): boolean {
  return error instanceof LecternError && error.code === 'unwritable';
}

function sendFailure(path: string, message: Phrase, send: Send): void {
  send({ type: 'failure', problem: { path, line: null, message } });
}
