/**
 * The web host: the app for one user's browser on 127.0.0.1, and never any other address.
 * Nothing but a refusal leaves it without a session (see web/access.ts).
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { App } from '../core/app.ts';
import type { Ports } from '../core/ports.ts';
import { LecternError } from '../shared/errors.ts';
import type { EventMessage } from '../shared/events.ts';
import { keptImageAt } from './kept-image.ts';
import { createAccess, type Access } from './web/access.ts';
import { answerCall } from './web/calls.ts';
import { createEventStream, type EventStream } from './web/event-stream.ts';
import { redirectHome, sendError, sendOutcome, sendPage } from './web/reply.ts';
import { loadStaticFiles, type StaticFiles } from './web/static-files.ts';
import { openUploads, type Uploads } from './web/uploads.ts';
import { phrase, type Phrase } from '../shared/messages/phrase.ts';
import { ENGLISH } from '../shared/messages/translator.ts';

export interface WebHostOptions {
  app: Pick<App, 'dispatch' | 'subscribe'>;
  ports: Pick<Ports, 'log' | 'paths'>;
  /** Where the built renderer is. */
  rendererDir: string;
  /** A free one unless given. */
  port?: number;
  /** Absolute paths for the first page to open, as if they had been dropped on it. */
  files?: readonly string[];
  /** Hears of the link that replaces one which was opened twice; it goes to the log otherwise. */
  onFreshLink?: (url: string) => void;
}

export interface WebHost {
  /** The address to open, with a token that works once. */
  url: string;
  /** Answers what is running, then stops. The app is the caller's to close. */
  close(): Promise<void>;
}

const ADDRESS = '127.0.0.1';
const CLOSE_TIMEOUT_MS = 10_000;

/** @throws LecternError bad_input when the port can't be had, unreadable without a built renderer */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const files = await loadStaticFiles(options.rendererDir);
  const server = createServer();
  // A large upload may take its time.
  server.requestTimeout = 0;
  const port = await listen(server, options.port ?? 0);
  const origin = `http://${ADDRESS}:${port}`;
  const { log } = options.ports;
  const onFreshLink = options.onFreshLink ?? ((url) => log.warn(`A fresh address: ${url}`));
  const access = createAccess(origin, onFreshLink);
  const uploads = await openUploads();
  const events = createEventStream(options.app, openingEvents(options.files ?? []));
  const routes = createRoutes({
    app: options.app,
    files,
    uploads,
    events,
    library: options.ports.paths.library,
  });
  const unanswered = new Set<Promise<void>>();

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answered = new Promise<void>((done) => response.once('close', done));
    unanswered.add(answered);
    void answered.then(() => unanswered.delete(answered));
    answerRequest(request, response, origin, access, routes).catch((error: unknown) => {
      if (response.destroyed) return; // the page went away
      log.error('A request failed', { error: String(error) });
      sendError(response, new LecternError('internal', phrase('error.noAnswer')));
    });
  });

  return {
    url: access.link(),
    async close() {
      server.close();
      events.close();
      await withinTime(Promise.all(unanswered), CLOSE_TIMEOUT_MS);
      server.closeAllConnections();
      await uploads.close();
    },
  };
}

function openingEvents(paths: readonly string[]): EventMessage[] {
  return paths.length === 0 ? [] : [{ name: 'files.opened', payload: { paths: [...paths] } }];
}

type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;
type FindRoute = (method: string, path: string) => Route | null;

interface Services {
  app: Pick<App, 'dispatch'>;
  files: StaticFiles;
  uploads: Uploads;
  events: EventStream;
  /** The library's folder. */
  library: string;
}

function createRoutes({ app, files, uploads, events, library }: Services): FindRoute {
  const routes: Readonly<Record<string, Route>> = {
    'POST /api/call': (request, response) => answerCall(app, request, response),
    'POST /api/uploads': (request, response, url) => answerUpload(uploads, request, response, url),
    'GET /api/events': (request, response) => events.open(request, response),
  };
  return (method, path) => {
    const route = routes[`${method} ${path}`];
    if (route !== undefined) return route;
    if (method !== 'GET' && method !== 'HEAD') return null;
    if (path.startsWith('/images/')) {
      return (request, response) => answerImage(library, path, request, response);
    }
    if (!files.has(path)) return null;
    return (request, response) => files.send(path, request, response);
  };
}

async function answerImage(
  library: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const image = await keptImageAt(library, path);
  if (image === null) {
    return sendError(response, new LecternError('not_found', phrase('error.noImage')), 404);
  }
  const { bytes, headers } = image;
  response.writeHead(200, { ...headers, 'Content-Length': bytes.byteLength });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  access: Access,
  findRoute: FindRoute,
): Promise<void> {
  const target = request.url ?? '';
  if (!target.startsWith('/') || !URL.canParse(origin + target)) {
    return refuse(request, response, target, phrase('web.notAPage'), 400);
  }
  const url = new URL(origin + target);
  const admission = access.admit(request, url);
  if (admission.kind === 'refused') return refuse(request, response, target, admission.reason);
  if (admission.kind === 'exchanged') return redirectHome(response, admission.cookie);
  const route = findRoute(request.method ?? '', url.pathname);
  if (route !== null) return route(request, response, url);
  request.resume();
  sendError(response, new LecternError('not_found', phrase('error.nothingThere')), 404);
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  reason: Phrase,
  status = 403,
): void {
  request.resume();
  if (target.startsWith('/api/')) {
    sendError(response, new LecternError('unsupported', reason), status);
  } else {
    sendPage(response, status, ENGLISH.say(reason));
  }
}

async function answerUpload(
  uploads: Uploads,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    sendOutcome(response, { ok: true, value: await uploads.receive(request, url.searchParams) });
  } catch (error) {
    request.resume();
    sendError(response, error);
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const given = { port: String(port) };
      reject(
        new LecternError(
          'bad_input',
          taken
            ? phrase('error.portTaken', given)
            : phrase('error.portUnusable', { ...given, code: error.code ?? error.message }),
        ),
      );
    });
    server.listen(port, ADDRESS, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function withinTime(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise((done) => {
    timer = setTimeout(done, milliseconds);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
