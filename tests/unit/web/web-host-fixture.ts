import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { App } from '../../../main/core/app.ts';
import { startWebHost, type WebHost } from '../../../main/hosts/web.ts';
import type { Outcome } from '../../../main/shared/contract.ts';
import type { EventMessage } from '../../../main/shared/events.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface TestHost extends WebHost {
  origin: string;
  /** `host:port`, as a browser writes it into `Host`. */
  authority: string;
  freshLinks: string[];
  /** The library's folder. */
  library: string;
  emit(event: EventMessage): void;
  /** Sends exactly these headers, `Host` apart; nothing is followed. */
  send(path: string, sent?: Sent): Promise<Answer>;
  /** The `Cookie` header of the host's session; the first time, the link is exchanged for it. */
  enter(): Promise<{ Cookie: string }>;
}

const INDEX = '<!doctype html><title>Test page</title>';

export interface TestHostOptions {
  dispatch?: App['dispatch'];
  port?: number;
  files?: string[];
}

/** A web host over a renderer of two files and an app that answers with `dispatch`. */
export async function startTestHost(options: TestHostOptions = {}): Promise<TestHost> {
  const { dispatch = echo, ...hostOptions } = options;
  const rendererDir = await mkdtemp(join(tmpdir(), 'lectern-renderer '));
  onTestFinished(() => rm(rendererDir, { recursive: true, force: true }));
  await mkdir(join(rendererDir, 'assets'));
  await writeFile(join(rendererDir, 'index.html'), INDEX);
  await writeFile(join(rendererDir, 'assets/index-Ab12.js'), 'export {};');
  const library = await mkdtemp(join(tmpdir(), 'lectern-library '));
  onTestFinished(() => rm(library, { recursive: true, force: true }));
  const listeners = new Set<(event: EventMessage) => void>();
  const freshLinks: string[] = [];
  const host = await startWebHost({
    app: {
      dispatch,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    ports: {
      log: { info() {}, warn() {}, error() {} },
      paths: { library, resources: '', defaultExportFolder: '' },
    },
    rendererDir,
    onFreshLink: (link) => freshLinks.push(link),
    ...hostOptions,
  });
  const { origin, host: authority } = new URL(host.url);
  let session: Promise<{ Cookie: string }> | null = null;
  const send = (path: string, sent: Sent = {}) => sendRequest(origin, path, sent);
  return {
    ...host,
    origin,
    authority,
    freshLinks,
    library,
    send,
    emit: (event) => listeners.forEach((listener) => listener(event)),
    enter() {
      session ??= send(pathOf(host.url)).then((answer) => ({
        Cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
      }));
      return session;
    },
  };
}

export function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

async function echo(method: string, input: unknown): Promise<Outcome<unknown>> {
  return { ok: true, value: { method, input } };
}

// `fetch` would not let a test choose `Host`, `Origin` or a path with `..`.
function sendRequest(origin: string, path: string, sent: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const outgoing = request(
      { hostname, port, path, method: sent.method ?? 'GET', headers: sent.headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(sent.body);
  });
}
