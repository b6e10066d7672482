/** Workers that run in the test's own thread, each behind a real MessageChannel. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { serveImport } from '../../main/core/importers/worker.ts';
import type { WorkerName, WorkerPort } from '../../main/core/ports.ts';
import { serveSearch } from '../../main/core/search/worker.ts';

const SERVE: Record<WorkerName, (port: MessagePort) => void> = {
  search: serveSearch,
  import: serveImport,
};

/** Fits `Ports.spawn`. */
export function spawnInThread(worker: WorkerName): WorkerPort {
  const { port1, port2 } = new MessageChannel();
  let ended = false;
  const postMessage = port2.postMessage.bind(port2);
  // A thread that is terminated does nothing further; in this one, what it says next has to stop it.
  port2.postMessage = (value: unknown) => {
    if (ended) throw new Error('This worker was terminated');
    postMessage(value);
  };
  SERVE[worker](port2);
  return {
    postMessage: (value) => port1.postMessage(value),
    on: (event: string, listener: (value: never) => void) =>
      port1.on(event, (value: unknown) => Reflect.apply(listener, undefined, [value])),
    terminate: async () => {
      ended = true;
      port1.close();
      port2.close();
    },
  };
}
