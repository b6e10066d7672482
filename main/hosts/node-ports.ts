/** The core's ports on plain Node: for the CLI and the web host; Electron's differ in the desktop. */
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Desktop, Log, Ports } from '../core/ports.ts';

export interface NodePortsOptions {
  /** The library's folder. */
  library: string;
  /** Where the built entries lie: `out/main`. */
  entryDir: string;
  log: Log;
  desktop: Desktop;
}

export function nodePorts({ library, entryDir, log, desktop }: NodePortsOptions): Ports {
  return {
    clock: { now: () => new Date() },
    ids: { next: newId },
    log,
    paths: {
      library: resolve(library),
      resources: resolve(entryDir, '../../resources'),
      defaultExportFolder: join(homedir(), 'Lectern Notes'),
    },
    spawn: (worker) => spawnWorker(join(entryDir, `${worker}-worker.js`)),
    desktop,
  };
}

/**
 * Reading a large file makes much that is dead soon after. V8 would rather grow than collect it: a dump
 * of 100 MB then takes 0.9 GB of memory instead of 0.5, to be a twentieth faster. What a worker's heap
 * may do is settled when it is made.
 */
function spawnWorker(path: string): Worker {
  setFlagsFromString('--optimize-for-size');
  return new Worker(path);
}

/** The folder that was asked for, that of the environment, or `~/Lectern`. */
export function libraryFolder(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const named = [asked, env['LECTERN_LIBRARY']].find((path) => path !== undefined && path !== '');
  return resolve(named ?? join(homedir(), 'Lectern'));
}

/** Crockford's base32 without letters that look like digits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LENGTH = 13;

/** 65 random bits: a million ids have one chance in seventy million of a collision. */
function newId(): string {
  return Array.from(randomBytes(ID_LENGTH), (byte) => ALPHABET[byte & 31]).join('');
}

/** One line an entry; details and stacks only when asked for. */
export function lineLog(write: (line: string) => void, { verbose }: { verbose: boolean }): Log {
  const line = (level: string) => (message: string, details?: Record<string, unknown>) => {
    const more = verbose && details !== undefined ? ` ${JSON.stringify(details)}` : '';
    write(`lectern: ${level}${message}${more}\n`);
  };
  return {
    info: verbose ? line('') : () => {},
    warn: line(''),
    error: line('error: '),
  };
}
