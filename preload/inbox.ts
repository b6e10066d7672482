/**
 * Hands events to the page's listeners. Requests from the desktop that come before the page listens
 * wait for the first listener; everything else is news that a starting page doesn't need.
 */
import type { LecternBridge } from '../main/shared/bridge.ts';
import type { EventMessage, EventName } from '../main/shared/events.ts';

export interface Inbox {
  on: LecternBridge['on'];
  receive(message: EventMessage): void;
}

type Listener = (payload: never) => void;

const REQUESTS: readonly EventName[] = ['command.requested', 'files.opened'];

export function createInbox(): Inbox {
  const listeners = new Map<EventName, Set<Listener>>();
  let waiting: EventMessage[] = [];

  function deliver(message: EventMessage, listener: Listener): void {
    // The listener was registered under the message's name, so it takes its payload.
    listener(message.payload as never);
  }

  return {
    receive(message) {
      const heard = listeners.get(message.name);
      if (heard !== undefined && heard.size > 0) {
        for (const listener of heard) deliver(message, listener);
      } else if (REQUESTS.includes(message.name)) {
        waiting.push(message);
      }
    },
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      const due = waiting.filter((message) => message.name === event);
      waiting = waiting.filter((message) => message.name !== event);
      for (const message of due) deliver(message, listener);
      return () => heard.delete(listener);
    },
  };
}
