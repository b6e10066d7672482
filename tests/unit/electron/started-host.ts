/** A started Electron host on the double, over an app whose answers the tests give. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { App } from '../../../main/core/app.ts';
import type { Desktop } from '../../../main/core/ports.ts';
import { startElectron, type ElectronHostOptions } from '../../../main/hosts/electron.ts';
import type { Outcome } from '../../../main/shared/contract.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../main/shared/entities.ts';
import type { EventMessage } from '../../../main/shared/events.ts';
import { ElectronDouble } from '../../support/electron-double.ts';

export interface AppDouble extends App {
  readonly calls: { method: string; input: unknown }[];
  settings: Settings;
  /** How often it was asked to close, and whether it has. */
  closings: number;
  closed: boolean;
  /** What `dispatch` gives; null for a value that names the method. */
  failure: Outcome<never> | null;
  emit(event: EventMessage): void;
  /** What `close` waits for. */
  pending: Promise<void>;
}

export interface StartedHost {
  double: ElectronDouble;
  app: AppDouble;
  desktop: Desktop;
  folder: string;
  library: string;
  /** Resolves when the host has started, or has given up. */
  started: Promise<void>;
  logged: string[];
}

type Change = Partial<ElectronHostOptions> & { prepare?(double: ElectronDouble): void };

/** Up to the point where Electron isn't ready yet. */
export async function prepareHost(change: Change = {}): Promise<StartedHost> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-electron-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeRenderer(join(folder, 'renderer'));
  const double = new ElectronDouble(join(folder, 'profile'));
  await mkdir(double.app.userData);
  change.prepare?.(double);
  const app = appDouble();
  const logged: string[] = [];
  const host: StartedHost = {
    double,
    app,
    folder,
    logged,
    library: '',
    desktop: undefined as never, // set when the host opens the app
    started: Promise.resolve(),
  };
  const note = (message: string) => void logged.push(message);
  host.started = startElectron(double.electron, {
    argv: [],
    workingDirectory: folder,
    platform: 'linux',
    devServerUrl: null,
    paths: {
      renderer: join(folder, 'renderer'),
      preload: join(folder, 'preload', 'index.cjs'),
      icon: join(folder, 'icon.png'),
    },
    library: join(folder, 'library'),
    defaultLibrary: join(folder, 'library'),
    log: { info: note, warn: note, error: note },
    openApp: (library, desktop) => {
      host.library = library;
      host.desktop = desktop;
      return Promise.resolve(app);
    },
    ...change,
  });
  return host;
}

/** With a window that has loaded its page. */
export async function startHost(change: Change = {}): Promise<StartedHost> {
  const host = await prepareHost(change);
  host.double.app.becomeReady();
  await host.started;
  host.double.window().finishLoading();
  return host;
}

function appDouble(): AppDouble {
  const listeners = new Set<(event: EventMessage) => void>();
  const app: AppDouble = {
    calls: [],
    settings: DEFAULT_SETTINGS,
    closings: 0,
    closed: false,
    failure: null,
    pending: Promise.resolve(),
    async dispatch(method, input) {
      app.calls.push({ method, input });
      return app.failure ?? { ok: true, value: { answered: method } };
    },
    // The host calls `settings.get` alone.
    call: (async () => app.settings) as unknown as App['call'],
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      app.closings += 1;
      await app.pending;
      app.closed = true;
    },
    emit(event) {
      for (const listener of listeners) listener(event);
    },
  };
  return app;
}

async function writeRenderer(folder: string): Promise<void> {
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Lectern</title>');
  await writeFile(join(folder, 'assets', 'index.js'), 'export {};');
  await writeFile(join(folder, 'assets', 'a b.css'), 'p{}');
  await writeFile(join(folder, '..', 'secret.txt'), 'secret');
  await mkdir(`${folder}-other`);
  await writeFile(join(`${folder}-other`, 'secret.txt'), 'secret');
}
