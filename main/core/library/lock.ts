/**
 * The lock file: one process writes a library. It names its holder and a random id, and comes into
 * being whole (a hard link to a finished file, which fails where there is a lock).
 *
 * A lock whose process has ended is stale, and removing it must not race: between reading a stale
 * lock and deleting it, another process may have replaced it by its own. So whoever wants to remove
 * the lock with id X first takes a second lock, `lock.X`, in just the same way; holding that, it
 * reads the lock again and deletes it only if it is still X. Nobody else can have deleted X
 * meanwhile, since its owner is dead and all others need `lock.X`; and an id never comes back. A
 * process that dies while it holds `lock.X` leaves a stale lock of its own, to be removed the same way.
 */
import { randomUUID } from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { LecternError } from '../../shared/errors.ts';
import { isMissing, systemCode, unreadable, unwritable } from './file-error.ts';
import { isRunning, processIdentity } from './process-identity.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const holderSchema = z.object({
  id: z.string().regex(/^[\w-]+$/),
  pid: z.number().int().positive(),
  host: z.string(),
  started: z.string(),
  program: z.string(),
  /** See process-identity.ts. */
  process: z.string().nullable(),
});
type Holder = z.infer<typeof holderSchema>;

/** An unreadable lock this old in milliseconds is not being written any more. */
const HALF_WRITTEN = 2000;
const MOST_ATTEMPTS = 200;
const NO_HARD_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

export interface Lock {
  release(): Promise<void>;
}

/** The folder must exist. @throws LecternError locked, with the holder in its details; unwritable */
export async function acquireLock(path: string, program: string, now: Date): Promise<Lock> {
  const mine: Holder = {
    id: randomUUID(),
    pid: process.pid,
    host: hostname(),
    started: now.toISOString(),
    program,
    process: await processIdentity(process.pid),
  };
  const holder = await tryAcquire(path, mine);
  if (holder !== null) throw lockedBy(path, holder);
  return { release: () => release(path, mine.id) };
}

/** Null when it was acquired, else who holds it. */
async function tryAcquire(path: string, mine: Holder): Promise<Holder | null> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    if (await createWhole(path, mine)) return null;
    const found = await readLock(path);
    if (found.state === 'missing') continue;
    if (found.state === 'held') return found.holder;
    if (found.state === 'unclear' || !(await removeStale(path, found.id, mine))) await delay(20);
  }
  throw new LecternError('locked', phrase('error.lockTooBusy', { path }), {
    path,
  });
}

/** False when another process is at it. */
async function removeStale(path: string, id: string, mine: Holder): Promise<boolean> {
  const claim = `${path}.${id}`;
  if ((await tryAcquire(claim, { ...mine, id: randomUUID() })) !== null) return false;
  try {
    const now = await readLock(path);
    if (now.state === 'stale' && now.id === id) await rm(path, { force: true });
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

async function createWhole(path: string, holder: Holder): Promise<boolean> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  const text = `${JSON.stringify(holder, null, 2)}\n`;
  try {
    await writeNew(temporary, text);
    await link(temporary, path).catch((error: unknown) => {
      if (!NO_HARD_LINKS.includes(systemCode(error) ?? '')) throw error;
      return writeNew(path, text);
    });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw unwritable(path, error);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

type Found =
  | { state: 'missing' }
  /** Perhaps being written: only where there are no hard links. */
  | { state: 'unclear' }
  | { state: 'held'; holder: Holder }
  | { state: 'stale'; id: string };

async function readLock(path: string): Promise<Found> {
  try {
    const [text, { ino, mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    const holder = parseHolder(text);
    if (holder === null) {
      const id = `damaged-${ino}-${Math.floor(mtimeMs)}`;
      return Date.now() - mtimeMs < HALF_WRITTEN ? { state: 'unclear' } : { state: 'stale', id };
    }
    const held = holder.host !== hostname() || (await isRunning(holder.pid, holder.process));
    return held ? { state: 'held', holder } : { state: 'stale', id: holder.id };
  } catch (error) {
    if (isMissing(error)) return { state: 'missing' };
    throw unreadable(path, error);
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Only what is ours: a user may have deleted the file, and another process taken its place. */
async function release(path: string, id: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => '');
  if (parseHolder(text)?.id === id) await rm(path, { force: true });
}

function lockedBy(path: string, { pid, host, started, program }: Holder): LecternError {
  const folder = dirname(path);
  const holder = { folder, pid: String(pid), host, started };
  return new LecternError(
    'locked',
    host === hostname()
      ? phrase('error.locked', holder)
      : phrase('error.lockedElsewhere', { ...holder, path }),
    { pid, host, started, program, path },
  );
}
