/** Brings the index in step with the library, in small batches, in the background. */
import { setImmediate } from 'node:timers/promises';
import type { Library } from '../library/library.ts';
import type { Log } from '../ports.ts';
import { createDocumentSource } from './library-documents.ts';
import type { SearchIndex } from './search-index.ts';

export interface IndexFeed {
  /** Articles that may not be what the index holds. */
  readonly pending: number;
  /** Compares the whole library with the index. */
  compareAll(): void;
  changed(ids: readonly string[]): void;
  /** Resolves when the index is in step, at the latest after some milliseconds. */
  settled(patience: number): Promise<void>;
  /** Resolves when the batch at work is on disk; no other is begun. */
  stop(): Promise<void>;
}

interface FeedOptions {
  index: SearchIndex;
  library: Library;
  log: Log;
  onPending(pending: number): void;
}

/** Articles and UTF-16 code units a batch: large enough for the index, small enough to stop soon. */
const BATCH = 200;
const BATCH_UNITS = 2_000_000;

export function createIndexFeed({ index, library, log, onPending }: FeedOptions): IndexFeed {
  const documents = createDocumentSource(library, log);
  const dirty = new Set<string>();
  let indexed: Map<string, string> | null = null;
  let mustCompare = false;
  let working: Promise<void> | null = null;
  let isStopped = false;

  /** While it isn't known what is missing, something may be. */
  function pending(): number {
    return Math.max(dirty.size, mustCompare ? 1 : 0);
  }

  function start(): void {
    if (isStopped) return;
    working ??= work()
      .catch((error: unknown) => {
        log.warn(`Search is not up to date: ${String(error)}`);
        dirty.clear();
        mustCompare = false;
      })
      .finally(() => {
        working = null;
        onPending(pending());
        if (pending() > 0) start();
      });
  }

  async function work(): Promise<void> {
    // What a handler changes in one go is indexed in one go.
    await setImmediate();
    indexed ??= new Map(Object.entries(await index.revisions()));
    while (!isStopped && pending() > 0) {
      if (mustCompare) await compare(indexed);
      else await feedBatch(indexed);
      onPending(pending());
    }
  }

  async function compare(revisions: ReadonlyMap<string, string>): Promise<void> {
    const current = await documents.revisions();
    mustCompare = false;
    for (const [id, revision] of current) if (revisions.get(id) !== revision) dirty.add(id);
    for (const id of revisions.keys()) if (!current.has(id)) dirty.add(id);
  }

  async function feedBatch(revisions: Map<string, string>): Promise<void> {
    const ids = [...dirty].slice(0, BATCH);
    const gone = ids.filter((id) => !documents.has(id) && revisions.has(id));
    const { stale, read } = await documents.read(ids, revisions, BATCH_UNITS);
    for (const id of read) dirty.delete(id);
    if (gone.length > 0) await index.remove(gone);
    for (const id of gone) revisions.delete(id);
    if (stale.length > 0) await index.add(stale);
    for (const { id, rev } of stale) revisions.set(id, rev);
  }

  return {
    get pending() {
      return pending();
    },
    compareAll() {
      mustCompare = true;
      start();
    },
    changed(ids) {
      for (const id of ids) dirty.add(id);
      start();
    },
    async settled(patience) {
      const end = Date.now() + patience;
      while (working !== null && Date.now() < end) {
        await withinTime(working, end - Date.now());
      }
    },
    async stop() {
      isStopped = true;
      await working;
    },
  };
}

async function withinTime(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
