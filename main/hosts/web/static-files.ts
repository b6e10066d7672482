/**
 * The built renderer over HTTP. All files are known before the first request, so no path from a
 * request ever reaches the file system.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LecternError } from '../../shared/errors.ts';
import { SECURITY_HEADERS } from '../content-security.ts';
import { contentTypeOf } from '../content-type.ts';
import { phrase } from '../../shared/messages/phrase.ts';

export interface StaticFiles {
  has(path: string): boolean;
  /** Answers with the file; `path` must be one that `has` knows. */
  send(path: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
}

interface StaticFile {
  file: string;
  type: string;
  size: number;
  etag: string;
}

/** @throws LecternError unreadable when there is no built page in `root` */
export async function loadStaticFiles(root: string): Promise<StaticFiles> {
  const files = await readTable(root);
  const index = files.get('/index.html');
  if (index === undefined) {
    throw new LecternError('unreadable', phrase('error.notBuilt', { root }));
  }
  files.set('/', index);
  return {
    has: (path) => files.has(path),
    async send(path, request, response) {
      const file = files.get(path);
      if (file !== undefined) await sendFile(file, path, request, response);
    },
  };
}

async function readTable(root: string): Promise<Map<string, StaticFile>> {
  const files = new Map<string, StaticFile>();
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    files.set(`/${relative(root, file).split(sep).join('/')}`, {
      file,
      type: contentTypeOf(file),
      size: bytes.length,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    });
  }
  return files;
}

async function sendFile(
  { file, type, size, etag }: StaticFile,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = { ...SECURITY_HEADERS, ETag: etag, 'Cache-Control': cacheControl(path) };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(createReadStream(file), response);
}

/** The bundler puts a hash of the content into the names of what lies in `assets/`. */
function cacheControl(path: string): string {
  return path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
}
