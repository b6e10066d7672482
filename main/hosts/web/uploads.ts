/**
 * `POST /api/uploads?name=PATH&batch=ID`: a page has no paths to give to `imports.plan`, so it
 * sends the bytes, and gets the path of a copy. Files of one batch share a folder: a dropped folder
 * comes back as one path. Copies are private to the user, outlive a long review, and are removed
 * at close at the latest.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { LecternError } from '../../shared/errors.ts';
import { uploadSegments } from './upload-path.ts';
import { phrase } from '../../shared/messages/phrase.ts';

export interface Uploads {
  /**
   * Streams the body to disk. The path is that of the topmost thing: the file, or the dropped
   * folder that it lies in. @throws LecternError bad_input, unwritable, cancelled
   */
  receive(request: IncomingMessage, query: URLSearchParams): Promise<{ path: string }>;
  close(): Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;
/** A copy is needed until its import is committed; a review may well lie over night. */
const KEEP_MS = 48 * HOUR_MS;
const PREFIX = 'lectern-uploads-';

const querySchema = z.object({
  name: z.string().min(1).max(4096),
  batch: z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'not a batch'),
});

export async function openUploads(): Promise<Uploads> {
  await removeOld(tmpdir(), PREFIX);
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  const sweep = setInterval(() => void removeOld(folder, ''), HOUR_MS);
  sweep.unref();

  return {
    async receive(request, query) {
      const { name, batch } = parseQuery(query);
      const segments = uploadSegments(name, process.platform);
      const batchFolder = join(folder, batch);
      const file = join(batchFolder, ...segments);
      try {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        await checkRoom(folder, Number(request.headers['content-length'] ?? 0));
        await pipeline(request, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
      } catch (error) {
        throw await failedUpload(error, name, file);
      }
      return { path: join(batchFolder, segments[0] ?? '') };
    },
    async close() {
      clearInterval(sweep);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function parseQuery(query: URLSearchParams): z.infer<typeof querySchema> {
  const parsed = querySchema.safeParse(Object.fromEntries(query));
  if (parsed.success) return parsed.data;
  throw new LecternError('bad_input', phrase('error.uploadAddress'));
}

async function checkRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bytes > bavail * bsize) throw Object.assign(new Error(), { code: 'ENOSPC' });
}

async function failedUpload(error: unknown, name: string, file: string): Promise<unknown> {
  const code = errorCode(error);
  if (code === 'EEXIST') {
    return new LecternError('bad_input', phrase('error.uploadTwice', { name }));
  }
  await rm(file, { force: true }).catch(() => undefined);
  if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET') {
    return new LecternError('cancelled', phrase('error.uploadBrokenOff', { name }));
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new LecternError('unwritable', phrase('error.uploadNoRoom', { name, folder: tmpdir() }));
  }
  if (code === null) return error;
  return new LecternError(
    'unwritable',
    phrase('error.uploadNotStored', { name, folder: tmpdir(), code }),
  );
}

function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** What a host that was killed left behind, and batches nobody came back for. */
async function removeOld(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    const isOurs = found?.uid === process.getuid?.() || process.platform === 'win32';
    if (found === null || !isOurs || Date.now() - found.mtimeMs < KEEP_MS) continue;
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
