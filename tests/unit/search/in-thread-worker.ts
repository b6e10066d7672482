/** A worker that runs in the test's own thread, behind a real MessageChannel. */
import { MessageChannel } from 'node:worker_threads';
import type { WorkerPort } from '../../../main/core/search/worker-client.ts';
import { serveSearch } from '../../../main/core/search/worker.ts';

export function spawnInThread(): WorkerPort {
  const { port1, port2 } = new MessageChannel();
  serveSearch(port2);
  return {
    postMessage: (value) => port1.postMessage(value),
    on: (event: string, listener: (value: never) => void) =>
      port1.on(event, (value: unknown) => Reflect.apply(listener, undefined, [value])),
    terminate: async () => port1.close(),
  };
}
