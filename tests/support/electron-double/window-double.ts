import type { BrowserWindowConstructorOptions, PrintToPDFOptions, Rectangle } from 'electron';
import type { HostWebContents, HostWindow } from '../../../main/hosts/electron/api.ts';
import { Emitter } from './emitter.ts';

type OpenHandler = Parameters<HostWebContents['setWindowOpenHandler']>[0];

export class WebContentsDouble extends Emitter implements HostWebContents {
  readonly id: number;
  readonly sent: { channel: string; args: unknown[] }[] = [];
  readonly done: string[] = [];
  openHandler: OpenHandler | null = null;

  constructor(id: number) {
    super();
    this.id = id;
  }

  send(channel: string, ...args: unknown[]): void {
    this.sent.push({ channel, args: structuredClone(args) });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    this.done.push(`pdf ${Object.keys(options).toSorted().join(' ')}`);
    return Buffer.from('%PDF-1.7 a page');
  }

  reload(): void {
    this.done.push('reload');
  }

  forcefullyCrashRenderer(): void {
    this.done.push('crash');
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
  }

  replaceMisspelling(word: string): void {
    this.done.push(`replace ${word}`);
  }
}

export class WindowDouble extends Emitter implements HostWindow {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: WebContentsDouble;
  url: string | null = null;
  shown: boolean;
  focused = false;
  maximized = false;
  minimized = false;
  fullScreen = false;
  destroyed = false;
  bounds: Rectangle;

  constructor(options: BrowserWindowConstructorOptions, id: number) {
    super();
    this.options = options;
    this.shown = options.show ?? true;
    this.webContents = new WebContentsDouble(id);
    const { x = 100, y = 50, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
  }

  loadURL(url: string): Promise<void> {
    this.url = url;
    this.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    return Promise.resolve();
  }

  /** The page is painted and loaded: what follows `loadURL` in time. */
  finishLoading(): void {
    this.emit('ready-to-show');
    this.webContents.emit('dom-ready');
    this.webContents.emit('did-finish-load');
  }

  /** As a click on the title bar's cross; true when the window has gone. */
  close(): boolean {
    if (this.destroyed) return true;
    if (this.emitPreventable('close')) return false;
    this.destroyed = true;
    this.emit('closed');
    return true;
  }

  show(): void {
    this.shown = true;
  }

  focus(): void {
    this.focused = true;
  }

  restore(): void {
    this.minimized = false;
  }

  maximize(): void {
    this.maximized = true;
  }

  setFullScreen(flag: boolean): void {
    this.fullScreen = flag;
  }

  getNormalBounds(): Rectangle {
    return this.bounds;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isFullScreen(): boolean {
    return this.fullScreen;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  isMinimized(): boolean {
    return this.minimized;
  }
}
