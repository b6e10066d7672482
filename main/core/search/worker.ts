/** The worker's side: takes calls from a port and answers them from an index that it opens. */
import { noFolder, openIndexFolder } from './index-folder.ts';
import { BadQueryError, type SearchIndex } from './search-index.ts';
import { createSegmentedIndex } from './segmented-index.ts';
import { callShape, messageShape, type Reply } from './worker-protocol.ts';

/** Node's `parentPort` and `MessagePort` fit it. */
export interface ServedPort {
  postMessage(value: unknown): void;
  on(event: 'message', listener: (value: unknown) => void): unknown;
}

export function serveSearch(port: ServedPort): void {
  let index: Promise<SearchIndex> | null = null;

  async function answer(asked: unknown): Promise<unknown> {
    const call = callShape.parse(asked);
    if (call.method === 'open') {
      index ??= openIndex(call.folder);
      await index;
      return undefined;
    }
    if (index === null) throw new Error('The search index was not opened.');
    const opened = await index;
    switch (call.method) {
      case 'revisions':
        return opened.revisions();
      case 'add':
        return opened.add(call.documents);
      case 'remove':
        return opened.remove(call.ids);
      case 'query':
        return opened.query(call.request);
      case 'close':
        return opened.close();
    }
  }

  port.on('message', (value) => {
    const { number, call } = messageShape.parse(value);
    answer(call).then(
      (result) => port.postMessage({ kind: 'done', number, value: result } satisfies Reply),
      (error: unknown) => port.postMessage(toReply(number, error)),
    );
  });
}

async function openIndex(path: string | null): Promise<SearchIndex> {
  const folder = path === null ? noFolder() : openIndexFolder(path);
  return createSegmentedIndex(folder, await folder.load());
}

/** Errors lose their class on the way between threads. */
function toReply(number: number, error: unknown): Reply {
  if (error instanceof BadQueryError) {
    const { phrase, start, end } = error;
    return { kind: 'bad-query', number, phrase, start, end };
  }
  return {
    kind: 'failed',
    number,
    message: error instanceof Error ? error.message : String(error),
  };
}
