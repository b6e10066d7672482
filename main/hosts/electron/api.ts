/**
 * The part of Electron that the host uses, cut out of `electron.d.ts`. `main/index.ts` passes the
 * real thing, the tests a double; the compiler holds both to the same declarations.
 */
import type {
  App,
  BaseWindow,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dock,
  IpcMain,
  IpcMainInvokeEvent,
  MenuItemConstructorOptions,
  MessageBoxSyncOptions,
  NativeTheme,
  OpenDialogOptions,
  OpenDialogReturnValue,
  Protocol,
  Rectangle,
  SaveDialogOptions,
  SaveDialogReturnValue,
  Session,
  Shell,
  WebContents,
  WebRequest,
} from 'electron';

export type HostApp = Pick<
  App,
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'getVersion'
  | 'on'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setAppUserModelId'
  | 'setName'
  | 'setPath'
  | 'whenReady'
> & { /** On a Mac. */ readonly dock?: Pick<Dock, 'setIcon'> | undefined };

export type HostWebContents = Pick<
  WebContents,
  | 'forcefullyCrashRenderer'
  | 'id'
  | 'on'
  | 'once'
  | 'printToPDF'
  | 'reload'
  | 'replaceMisspelling'
  | 'send'
  | 'setWindowOpenHandler'
>;

export type HostWindow = Pick<
  BrowserWindow,
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'on'
  | 'once'
  | 'restore'
  | 'setFullScreen'
  | 'show'
> & { readonly webContents: HostWebContents };

/** A window as the parent of something native. */
type ParentWindow = Pick<BaseWindow, 'isDestroyed'>;

export interface HostMenu {
  /** At the mouse, in the focused window. */
  popup(): void;
}

export interface HostDialog {
  showErrorBox(title: string, content: string): void;
  showMessageBox(
    window: ParentWindow,
    options: {
      type: 'warning';
      message: string;
      detail: string;
      buttons: string[];
      defaultId: number;
      cancelId: number;
    },
  ): Promise<{ response: number }>;
  showMessageBoxSync(window: ParentWindow, options: MessageBoxSyncOptions): number;
  showSaveDialog(options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
  showSaveDialog(window: ParentWindow, options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
  showOpenDialog(options: OpenDialogOptions): Promise<OpenDialogReturnValue>;
  showOpenDialog(window: ParentWindow, options: OpenDialogOptions): Promise<OpenDialogReturnValue>;
}

export type HostSession = Pick<
  Session,
  | 'on'
  | 'setDevicePermissionHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
> & { readonly webRequest: Pick<WebRequest, 'onBeforeRequest'> };

/** What the sender check reads of a message. */
export interface CallEvent {
  readonly sender: Pick<IpcMainInvokeEvent['sender'], 'id'>;
  readonly senderFrame: Pick<
    NonNullable<IpcMainInvokeEvent['senderFrame']>,
    'origin' | 'parent' | 'url'
  > | null;
}

export interface ElectronApi {
  app: HostApp;
  BrowserWindow: new (options: BrowserWindowConstructorOptions) => HostWindow;
  dialog: HostDialog;
  ipcMain: Pick<IpcMain, 'handle'>;
  Menu: {
    buildFromTemplate(template: MenuItemConstructorOptions[]): HostMenu;
    setApplicationMenu(menu: HostMenu | null): void;
  };
  nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'>;
  protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>;
  screen: { getAllDisplays(): { workArea: Rectangle }[] };
  session: { readonly defaultSession: HostSession };
  shell: Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;
}
