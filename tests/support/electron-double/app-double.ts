import type { AboutPanelOptionsOptions } from 'electron';
import type { HostApp } from '../../../main/hosts/electron/api.ts';
import { Emitter } from './emitter.ts';
import type { WindowDouble } from './window-double.ts';

/**
 * `app`, with Electron's order of events at the end: `before-quit`, then the windows close, then
 * `will-quit`; whoever prevents one of them keeps the process alive.
 */
export class AppDouble extends Emitter implements HostApp {
  readonly windows: WindowDouble[];
  readonly recentDocuments: string[] = [];
  readonly dock: { icon: string | null; setIcon(icon: string): void };
  name = 'electron';
  userData: string;
  userModelId: string | null = null;
  about: AboutPanelOptionsOptions = {};
  sandboxed = false;
  quitting = false;
  isOnlyInstance = true;
  handedOver: unknown = null;
  exitCode: number | null = null;
  /** Resolves with the exit status. */
  readonly ended: Promise<number>;
  #end: (code: number) => void = () => {};
  #ready: () => void = () => {};
  readonly #whenReady: Promise<void>;

  constructor(windows: WindowDouble[], userData: string) {
    super();
    this.windows = windows;
    this.userData = userData;
    this.#whenReady = new Promise((resolve) => {
      this.#ready = resolve;
    });
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.dock = {
      icon: null,
      setIcon(icon) {
        this.icon = icon;
      },
    };
  }

  becomeReady(): void {
    this.emit('ready');
    this.#ready();
  }

  whenReady(): Promise<void> {
    return this.#whenReady;
  }

  quit(): void {
    if (this.exitCode !== null || this.quitting || this.emitPreventable('before-quit')) return;
    this.quitting = true;
    const allClosed = this.windows.map((window) => window.close()).every(Boolean);
    const ends = allClosed && !this.emitPreventable('will-quit');
    // As in Electron, a prevented quit is over only after the turn it was prevented in.
    setImmediate(() => (this.quitting = false));
    if (ends) this.exit(0);
  }

  exit(code = 0): void {
    this.exitCode ??= code;
    this.#end(code);
  }

  requestSingleInstanceLock(additionalData?: object): boolean {
    this.handedOver = additionalData;
    return this.isOnlyInstance;
  }

  setName(name: string): void {
    this.name = name;
  }

  setPath(_name: string, path: string): void {
    this.userData = path;
  }

  getPath(): string {
    return this.userData;
  }

  getVersion(): string {
    return '1.2.3';
  }

  setAppUserModelId(id: string): void {
    this.userModelId = id;
  }

  setAboutPanelOptions(options: AboutPanelOptionsOptions): void {
    this.about = options;
  }

  enableSandbox(): void {
    this.sandboxed = true;
  }

  addRecentDocument(path: string): void {
    this.recentDocuments.push(path);
  }

  clearRecentDocuments(): void {
    this.recentDocuments.length = 0;
  }
}
