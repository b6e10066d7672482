/**
 * A stand-in for the parts of Electron that the host uses, held to `electron.d.ts` by the compiler.
 * `electron` is what the host gets; the rest is what users and systems do to it, and what came of
 * it. Arguments and answers of `ElectronDriver` are JSON, so that it works from another process too.
 */
import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  MenuItemConstructorOptions,
  OpenDialogOptions,
  SaveDialogOptions,
  WebPreferences,
} from 'electron';
import type { ElectronApi } from '../../main/hosts/electron/api.ts';
import { AppDouble } from './electron-double/app-double.ts';
import { SessionDouble } from './electron-double/session-double.ts';
import { WindowDouble } from './electron-double/window-double.ts';

const PAGE = 'app://lectern/index.html';

export interface Frame {
  url: string;
  origin: string;
  /** A frame inside the page. */
  inner: boolean;
  /** A window other than ours, by the id of its contents. */
  windowId: number;
}

export interface WindowFacts {
  url: string | null;
  shown: boolean;
  focused: boolean;
  webPreferences: WebPreferences;
  bounds: { x?: number; y?: number; width?: number; height?: number };
}

export interface Served {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface MenuEntry {
  /** `File > Import Files…`; roles have their role's name. */
  path: string;
  id: string | null;
  role: string | null;
  accelerator: string | null;
  registered: boolean;
}

export interface Asked {
  kind: 'error' | 'message' | 'open' | 'save';
  title: string;
  content: string;
  options?: OpenDialogOptions;
}

export class ElectronDouble {
  readonly windows: WindowDouble[] = [];
  readonly app: AppDouble;
  readonly session = new SessionDouble();
  readonly schemes: CustomScheme[] = [];
  readonly asked: Asked[] = [];
  readonly openedLinks: string[] = [];
  readonly openedFolders: string[] = [];
  readonly popups: MenuItemConstructorOptions[][] = [];
  /** What the next dialogs answer: buttons by number, files by path. */
  readonly buttons: number[] = [];
  readonly files: string[][] = [];
  displays = [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];
  menu: MenuItemConstructorOptions[] = [];
  readonly electron: ElectronApi;
  readonly #calls = new Map<string, (event: never, ...args: unknown[]) => unknown>();
  readonly #protocols = new Map<string, (request: Request) => Response | Promise<Response>>();

  constructor(userData: string) {
    this.app = new AppDouble(this.windows, userData);
    this.electron = this.#api();
  }

  /** The newest window that is still there. */
  window(): WindowDouble {
    const window = this.windows.findLast(({ destroyed }) => !destroyed);
    if (window === undefined) throw new Error('There is no window');
    return window;
  }

  /** What the page was sent, in order. */
  sent(): unknown[] {
    return this.windows.flatMap(({ webContents }) => webContents.sent.flatMap(({ args }) => args));
  }

  facts(): WindowFacts {
    const { url, shown, focused, options } = this.window();
    const { webPreferences = {}, ...rest } = options;
    const { x, y, width, height } = rest;
    const bounds = JSON.parse(JSON.stringify({ x, y, width, height }));
    return { url, shown, focused, webPreferences, bounds };
  }

  /** A call as the preload makes it; what `frame` leaves out is as it should be. */
  async invoke(channel: string, args: unknown[], frame: Partial<Frame> = {}): Promise<unknown> {
    const handler = this.#calls.get(channel);
    if (handler === undefined) throw new Error(`Nobody handles ${channel}`);
    const { url = PAGE, origin = 'app://lectern', inner = false } = frame;
    const id = frame.windowId ?? this.window().webContents.id;
    const senderFrame = { url, origin, parent: inner ? {} : null };
    const event = { sender: { id }, senderFrame } as never;
    const answer = await handler(event, ...structuredClone(args));
    return structuredClone(answer);
  }

  /** The same from a frame that has gone meanwhile. */
  async invokeFromNowhere(channel: string, args: unknown[]): Promise<unknown> {
    const sender = { id: this.window().webContents.id };
    return await this.#calls.get(channel)?.({ sender, senderFrame: null } as never, ...args);
  }

  async request(url: string, method = 'GET'): Promise<Served> {
    const scheme = url.slice(0, url.indexOf(':'));
    const handler = this.#protocols.get(scheme);
    if (handler === undefined) throw new Error(`Nobody handles ${scheme}`);
    // Node's Request refuses no scheme, but tidies the address; the host gets it as it was written.
    const response = await handler({ url, method } as Request);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  }

  /** What a page may do to get away; true where it would. */
  escapes(url: string): Record<'navigate' | 'frame' | 'redirect' | 'window' | 'webview', boolean> {
    const { webContents } = this.window();
    const goes = (event: string) => !webContents.emitPreventable(event, { url });
    const opened = webContents.openHandler?.({ url } as never) ?? { action: 'allow' };
    return {
      navigate: goes('will-navigate'),
      frame: goes('will-frame-navigate'),
      redirect: goes('will-redirect'),
      window: opened.action === 'allow',
      webview: goes('will-attach-webview'),
    };
  }

  permits(permission: string): { asked: boolean; checked: boolean; device: boolean } {
    return this.session.permits(permission);
  }

  lets(url: string): boolean {
    return this.session.lets(url);
  }

  menuEntries(): MenuEntry[] {
    return this.menu.flatMap((item) => entriesOf(item, ''));
  }

  /** `name` is an id, or the label of an entry without one. */
  click(name: string): void {
    const item = this.menu.map((entry) => itemNamed(entry, name)).find((found) => found !== null);
    if (item?.click === undefined) throw new Error(`No menu entry does ${name}`);
    item.click(item as never, undefined, {} as never);
  }

  /** Another Lectern is started for the same library. */
  startAgain(handover: unknown): void {
    this.app.emit(
      'second-instance',
      {},
      ['electron', '--original-process'],
      '/elsewhere',
      handover,
    );
  }

  /** True when the app takes the file. */
  openFile(path: string): boolean {
    return this.app.emitPreventable('open-file', {}, path);
  }

  #api(): ElectronApi {
    const { app, session, windows } = this;
    return {
      app,
      BrowserWindow: windowClass(app, windows),
      dialog: this.#dialog(),
      ipcMain: {
        handle: (channel, listener) => void this.#calls.set(channel, listener),
      },
      Menu: this.#menu(),
      nativeTheme: { shouldUseDarkColors: false, themeSource: 'system' },
      protocol: {
        registerSchemesAsPrivileged: (schemes) => void this.schemes.push(...schemes),
        handle: (scheme, handler) => void this.#protocols.set(scheme, handler),
      },
      screen: { getAllDisplays: () => this.displays },
      session: { defaultSession: session },
      shell: {
        openExternal: async (url) => void this.openedLinks.push(url),
        openPath: async (path) => {
          this.openedFolders.push(path);
          return '';
        },
        showItemInFolder: (path) => void this.openedFolders.push(`revealed ${path}`),
      },
    } satisfies ElectronApi;
  }

  #menu(): ElectronApi['Menu'] {
    const templates = new WeakMap<object, MenuItemConstructorOptions[]>();
    return {
      buildFromTemplate: (template) => {
        const menu = { popup: () => void this.popups.push(template) };
        templates.set(menu, template);
        return menu;
      },
      setApplicationMenu: (menu) => {
        this.menu = menu === null ? [] : (templates.get(menu) ?? []);
      },
    };
  }

  #dialog(): ElectronApi['dialog'] {
    return {
      showErrorBox: (title, content) => void this.asked.push({ kind: 'error', title, content }),
      showMessageBox: async (_window, { message, detail }) => {
        this.asked.push({ kind: 'message', title: message, content: detail });
        return { response: this.buttons.shift() ?? 1 };
      },
      showMessageBoxSync: (_window, { message, detail = '' }) => {
        this.asked.push({ kind: 'message', title: message, content: detail });
        return this.buttons.shift() ?? 0;
      },
      showSaveDialog: async (...args: [object, SaveDialogOptions] | [SaveDialogOptions]) => {
        const { defaultPath = '' } = args[1] ?? (args[0] as SaveDialogOptions);
        this.asked.push({ kind: 'save', title: defaultPath, content: '' });
        const [filePath = ''] = this.files.shift() ?? [];
        return { canceled: filePath === '', filePath };
      },
      showOpenDialog: async (...args: [object, OpenDialogOptions] | [OpenDialogOptions]) => {
        const options = args[1] ?? (args[0] as OpenDialogOptions);
        this.asked.push({ kind: 'open', title: options.title ?? '', content: '', options });
        const filePaths = this.files.shift() ?? [];
        return { canceled: filePaths.length === 0, filePaths };
      },
    };
  }
}

function windowClass(app: AppDouble, windows: WindowDouble[]): ElectronApi['BrowserWindow'] {
  return class extends WindowDouble {
    constructor(options: BrowserWindowConstructorOptions) {
      super(options, windows.length + 1);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }

    override close(): boolean {
      const wasOpen = !this.destroyed;
      const gone = super.close();
      if (wasOpen && gone && !app.quitting && windows.every(({ destroyed }) => destroyed)) {
        app.emit('window-all-closed');
      }
      return gone;
    }
  };
}

function submenuOf(item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return Array.isArray(item.submenu) ? item.submenu : [];
}

function entriesOf(item: MenuItemConstructorOptions, above: string): MenuEntry[] {
  if (item.type === 'separator') return [];
  const path = above + (item.label ?? item.role ?? '').replace(/&(.)/gu, '$1');
  const entry: MenuEntry = {
    path,
    id: item.id ?? null,
    role: item.role ?? null,
    accelerator: item.accelerator ?? null,
    registered: item.registerAccelerator ?? true,
  };
  const inner = submenuOf(item).flatMap((child) => entriesOf(child, `${path} > `));
  return submenuOf(item).length > 0 ? inner : [entry];
}

function itemNamed(
  item: MenuItemConstructorOptions,
  name: string,
): MenuItemConstructorOptions | null {
  if (name === (item.id ?? item.label)) return item;
  return (
    submenuOf(item)
      .map((child) => itemNamed(child, name))
      .find((found) => found !== null) ?? null
  );
}
