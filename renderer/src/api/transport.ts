/** How the renderer reaches the core: the preload's bridge in Electron, HTTP and server-sent events on the web host. */
import type { LecternBridge } from '../../../main/shared/bridge.ts';
import type { MethodInput, MethodName, Outcome } from '../../../main/shared/contract.ts';
import { EVENTS, isEventName, type EventMessage } from '../../../main/shared/events.ts';
import { t } from '../text.ts';

export interface Transport {
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Outcome<unknown>>;
  /** Gives the function that ends the listening. `onGap`: events may have been missed. */
  subscribe(listener: (event: EventMessage) => void, onGap: () => void): () => void;
  /** Paths that `imports.plan` understands, for files and folders the user dropped or chose. */
  pathsOf(files: readonly DroppedFile[]): Promise<string[]>;
}

/** A file, and its path below the dropped or chosen folder (just its name for a single file). */
export interface DroppedFile {
  file: File;
  relativePath: string;
}

export const transport: Transport =
  window.lectern === undefined ? webTransport() : bridgeTransport(window.lectern);

function bridgeTransport(bridge: LecternBridge): Transport {
  return {
    call: (method, input) => bridge.call(method, input),
    subscribe(listener) {
      const ends = Object.keys(EVENTS)
        .filter(isEventName)
        // The name and its payload belong together; the bridge gives them apart.
        .map((name) => bridge.on(name, (payload) => listener({ name, payload } as EventMessage)));
      return () => {
        for (const end of ends) end();
      };
    },
    pathsOf: async (files) => [...new Set(files.map(({ file }) => bridge.pathOf(file)))],
  };
}

function webTransport(): Transport {
  return {
    async call(method, input) {
      let response: Response;
      try {
        response = await fetch('/api/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ method, input }),
        });
      } catch {
        return unreachable(t('transport.silent'));
      }
      if (response.headers.get('content-type')?.includes('application/json') !== true) {
        return unreachable(t('transport.status', { status: response.status }));
      }
      return (await response.json()) as Outcome<unknown>;
    },
    subscribe(listener, onGap) {
      const events = new EventSource('/api/events');
      let opened = false;
      events.addEventListener('open', () => {
        if (opened) onGap();
        opened = true;
      });
      events.addEventListener('message', (event: MessageEvent<string>) => {
        const message = JSON.parse(event.data) as EventMessage;
        if (isEventName(message.name)) listener(message);
      });
      return () => events.close();
    },
    async pathsOf(files) {
      const batch = crypto.randomUUID();
      const paths: string[] = [];
      for (const { file, relativePath } of files) {
        const query = new URLSearchParams({ batch, name: relativePath });
        const response = await fetch(`/api/uploads?${query}`, { method: 'POST', body: file });
        const answer = (await response.json()) as Outcome<{ path: string }>;
        if (!answer.ok) throw new Error(answer.error.message);
        paths.push(answer.value.path);
      }
      return [...new Set(paths)];
    },
  };
}

function unreachable(message: string): Outcome<never> {
  return { ok: false, error: { code: 'internal', message } };
}
