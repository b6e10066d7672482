/**
 * Server-sent events: every event of the app to every open page. Events that were due before any
 * page was open come to the first one.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '../../core/app.ts';
import type { EventMessage } from '../../shared/events.ts';
import { SECURITY_HEADERS } from '../content-security.ts';

export interface EventStream {
  open(request: IncomingMessage, response: ServerResponse): void;
  close(): void;
}

const HEARTBEAT_MS = 20_000;
const RETRY_MS = 1000;
/** A page that reads this much too slowly is cut off; it connects again and asks for everything. */
const BACKLOG_BYTES = 1024 * 1024;

export function createEventStream(
  app: Pick<App, 'subscribe'>,
  forFirstPage: readonly EventMessage[],
): EventStream {
  const listeners = new Set<ServerResponse>();
  const waiting = [...forFirstPage];

  function broadcast(text: string): void {
    for (const response of listeners) {
      if (response.writableLength > BACKLOG_BYTES) response.destroy();
      else response.write(text);
    }
  }

  const unsubscribe = app.subscribe((event) => broadcast(frame(event)));
  // Finds connections that died silently, and keeps the living from looking dead.
  const heartbeat = setInterval(() => broadcast(': heartbeat\n\n'), HEARTBEAT_MS);
  heartbeat.unref();

  return {
    open(request, response) {
      response.writeHead(200, {
        ...SECURITY_HEADERS,
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      response.write(`retry: ${RETRY_MS}\n\n`);
      for (const event of waiting.splice(0)) response.write(frame(event));
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      response.on('close', () => listeners.delete(response));
    },
    close() {
      clearInterval(heartbeat);
      unsubscribe();
      for (const response of listeners) response.end();
      listeners.clear();
    },
  };
}

function frame(event: EventMessage): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}
