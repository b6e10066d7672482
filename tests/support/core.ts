/**
 * A core for tests: real files in a temp folder, a clock that stands still until it is moved, ids
 * that count, workers in this thread. Everything is closed and removed when the test is over.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp, type App, type AppOptions } from '../../main/core/app.ts';
import { openLibrary, type Library } from '../../main/core/library/library.ts';
import type { Desktop, Log, Ports } from '../../main/core/ports.ts';
import { LecternError } from '../../main/shared/errors.ts';
import type { EventMessage } from '../../main/shared/events.ts';
import { spawnInThread } from './in-thread-workers.ts';
import { verbatim } from '../../main/shared/messages/phrase.ts';

export interface LoggedLine {
  level: keyof Log;
  message: string;
}

export interface TestPorts extends Ports {
  /** What was logged, in order. */
  logged: LoggedLine[];
  /** Moves the clock forward. */
  advance(milliseconds: number): void;
}

export interface TestApp {
  app: App;
  ports: TestPorts;
  /** What was emitted, in order. */
  events: EventMessage[];
  /** The library's folder. */
  folder: string;
  /** Writes a file beside the library, imports it, gives the ids of its articles. */
  importText(name: string, text: string): Promise<string[]>;
}

/** A folder of its own for the running test. */
export async function makeTempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** `library` is the library's folder, which need not exist. */
export function testPorts(library: string): TestPorts {
  let now = Date.parse('2026-01-02T03:04:05.000Z');
  let ids = 0;
  const logged: LoggedLine[] = [];
  const logAt = (level: keyof Log) => (message: string) => void logged.push({ level, message });
  return {
    clock: { now: () => new Date(now) },
    ids: { next: () => `id-${(ids += 1)}` },
    log: { info: logAt('info'), warn: logAt('warn'), error: logAt('error') },
    paths: {
      library,
      resources: resolve(import.meta.dirname, '../../resources'),
      defaultExportFolder: join(library, '..', 'notes'),
    },
    spawn: spawnInThread,
    desktop: noDesktop,
    logged,
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}

/** A library in `folder`, or in a new one. Closed when the test is over, if not before. */
export async function openTestLibrary(
  folder?: string,
  options: { readOnly?: boolean } = {},
): Promise<{ library: Library; ports: TestPorts; folder: string }> {
  const home = folder ?? join(await makeTempFolder(), 'library');
  const ports = testPorts(home);
  const library = await openLibrary(ports, { readOnly: options.readOnly ?? false });
  onTestFinished(() => library.close());
  return { library, ports, folder: home };
}

/** The whole core on a library in `folder`, or in a new one. Closed when the test is over, if not before. */
export async function openTestApp(folder?: string, options: AppOptions = {}): Promise<TestApp> {
  const home = folder ?? join(await makeTempFolder(), 'library');
  const ports = testPorts(home);
  const app = await createApp(ports, { checkOutput: true, ...options });
  onTestFinished(() => app.close());
  const events: EventMessage[] = [];
  app.subscribe((event) => events.push(event));
  async function importText(name: string, text: string): Promise<string[]> {
    const path = join(home, '..', name);
    await writeFile(path, text);
    const plan = await app.call('imports.plan', { paths: [path] });
    return (await app.call('imports.commit', { planId: plan.id })).articleIds;
  }
  return { app, ports, events, folder: home, importText };
}

const refuse = () =>
  Promise.reject(new LecternError('unsupported', verbatim('There is no desktop')));

const noDesktop: Desktop = {
  info: { host: 'cli', version: '0', platform: 'linux', dialogs: false },
  pickFiles: refuse,
  pickFolder: refuse,
  saveText: refuse,
  showFolder: refuse,
  openLink: refuse,
  toggleFullScreen: refuse,
  savePdf: refuse,
};
