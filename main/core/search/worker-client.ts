/**
 * The core's side of the search worker. When the worker dies, all that was asked and all that will
 * be is rejected.
 */
import { z } from 'zod';
import { BadQueryError, type SearchIndex } from './search-index.ts';
import {
  replyShape,
  resultsShape,
  revisionsShape,
  type Call,
  type Reply,
} from './worker-protocol.ts';

/** Node's `Worker` fits it. */
export interface WorkerPort {
  postMessage(value: unknown): void;
  on(event: 'message', listener: (value: unknown) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

export interface OpenOptions {
  /** Where the index is kept; null keeps it in memory only. */
  folder: string | null;
  spawn: () => WorkerPort;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const nothing = z.undefined().transform(() => {});

export async function openSearchIndex({ folder, spawn }: OpenOptions): Promise<SearchIndex> {
  const { call, stop } = connect(spawn());
  await call({ method: 'open', folder }, nothing).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  let closed: Promise<void> | null = null;
  return {
    revisions: () => call({ method: 'revisions' }, revisionsShape),
    add: (documents) => call({ method: 'add', documents }, nothing),
    remove: (ids) => call({ method: 'remove', ids }, nothing),
    query: (request) => call({ method: 'query', request }, resultsShape),
    close: () => (closed ??= call({ method: 'close' }, nothing).finally(stop)),
  };
}

function connect(port: WorkerPort): {
  call<T>(call: Call, shape: z.ZodType<T>): Promise<T>;
  stop(): Promise<void>;
} {
  const waiting = new Map<number, Waiting>();
  let failure: Error | null = null;
  let lastNumber = 0;

  function fail(error: Error): void {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  }

  port.on('message', (value) => {
    const reply = replyShape.parse(value);
    const asked = waiting.get(reply.number);
    waiting.delete(reply.number);
    if (reply.kind === 'done') asked?.resolve(reply.value);
    else asked?.reject(toError(reply));
  });
  port.on('error', (error) => fail(new Error(`Search stopped: ${error.message}`)));
  port.on('exit', () => fail(new Error('Search has stopped.')));

  async function call<T>(asked: Call, shape: z.ZodType<T>): Promise<T> {
    if (failure !== null) throw failure;
    const number = ++lastNumber;
    const reply = new Promise<unknown>((resolve, reject) => {
      waiting.set(number, { resolve, reject });
    });
    port.postMessage({ number, call: asked });
    return shape.parse(await reply);
  }

  async function stop(): Promise<void> {
    fail(new Error('The search index is closed.'));
    await port.terminate();
  }

  return { call, stop };
}

function toError(reply: Exclude<Reply, { kind: 'done' }>): Error {
  return reply.kind === 'bad-query'
    ? new BadQueryError(reply.phrase, reply.start, reply.end)
    : new Error(reply.message);
}
