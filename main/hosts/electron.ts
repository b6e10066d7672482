/**
 * The Electron host: one window on one library. Electron comes in as a parameter, so that a double
 * can stand in for it. Everything that has to happen before `ready` happens before the first await.
 */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { App } from '../core/app.ts';
import type { Desktop, Log } from '../core/ports.ts';
import type { CommandId } from '../shared/commands.ts';
import { DEFAULT_SETTINGS, type Settings } from '../shared/entities.ts';
import type { ElectronApi, HostApp, HostWindow } from './electron/api.ts';
import { showContextMenus } from './electron/context-menu.ts';
import { electronDesktop } from './electron/desktop.ts';
import { systemText, textOf, type HostText } from './electron/host-text.ts';
import { handleCalls } from './electron/ipc.ts';
import { parseLaunchArguments } from './electron/launch-arguments.ts';
import { applicationMenu } from './electron/menu.ts';
import { confine } from './electron/navigation.ts';
import { APP_SCHEME, pageOrigin, type Origin } from './electron/origin.ts';
import { createPage, type Page } from './electron/page.ts';
import { denyEverything } from './electron/permissions.ts';
import { answerFromFolders, APP_SCHEME_PRIVILEGES } from './electron/protocol.ts';
import { notingImports, recentFiles, type RecentFiles } from './electron/recent-files.ts';
import { offerRecovery } from './electron/recovery.ts';
import { checksSpelling } from './electron/spelling.ts';
import { followSettings } from './electron/settings.ts';
import { applyTheme, backgroundOf } from './electron/theme.ts';
import { askBeforeUnload } from './electron/unload.ts';
import { openWindow } from './electron/window.ts';
import { phraseOf } from '../shared/errors.ts';

export interface ElectronHostOptions {
  /** The user's arguments, without the executable and the app's folder. */
  argv: readonly string[];
  workingDirectory: string;
  platform: NodeJS.Platform;
  /** The renderer's address under `electron-vite dev`, else null. */
  devServerUrl: string | null;
  /** Absolute paths: the built renderer, the preload bundle, the icon. */
  paths: { renderer: string; preload: string; icon: string };
  /** The library unless the arguments say otherwise, and the one that every user has. */
  library: string;
  defaultLibrary: string;
  log: Log;
  openApp(library: string, desktop: Desktop): Promise<App>;
}

const APP_NAME = 'Lectern';
const APP_ID = 'org.lectern.Lectern';

const handoverSchema = z.object({ paths: z.array(z.string()) });

/** Resolves when the window is open, or when the process is on its way out. Never rejects. */
export async function startElectron(
  electron: ElectronApi,
  options: ElectronHostOptions,
): Promise<void> {
  const { app, dialog } = electron;
  const launch = parseLaunchArguments(options.argv, options.workingDirectory);
  const library = launch.library ?? options.library;
  prepareProcess(electron, options, library);
  if (!app.requestSingleInstanceLock({ paths: launch.paths })) return app.quit();
  try {
    await openLectern(electron, options, { library, paths: launch.paths });
  } catch (error) {
    options.log.error('Lectern could not start', { error: String(error), library });
    dialog.showErrorBox(systemText().t('desktop.cantStart'), systemText().say(phraseOf(error)));
    app.exit(1);
  }
}

function prepareProcess(
  { app, protocol }: ElectronApi,
  { platform, paths, defaultLibrary }: ElectronHostOptions,
  library: string,
): void {
  protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES]);
  app.enableSandbox();
  app.setName(APP_NAME);
  if (platform === 'win32') app.setAppUserModelId(APP_ID);
  app.setAboutPanelOptions({
    applicationName: APP_NAME,
    applicationVersion: app.getVersion(),
    copyright: 'MIT License',
    iconPath: paths.icon,
  });
  if (library !== defaultLibrary) useOwnProfile(app, library);
}

/** The single-instance lock belongs to Electron's profile folder: each library gets its own. */
function useOwnProfile(app: HostApp, library: string): void {
  const name = createHash('sha256').update(library).digest('hex').slice(0, 16);
  const folder = join(app.getPath('userData'), 'libraries', name);
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
}

async function openLectern(
  electron: ElectronApi,
  options: ElectronHostOptions,
  launch: { library: string; paths: string[] },
): Promise<void> {
  const { app } = electron;
  const { log, platform } = options;
  const origin = pageOrigin(options.devServerUrl);
  let settings = DEFAULT_SETTINGS;
  let words = systemText();
  const text: HostText = { current: () => words };
  const page = createPage(() =>
    openPageWindow(electron, options, text, origin, backgroundOf(settings, electron.nativeTheme)),
  );
  const openFiles = takeFiles(app, page, launch.paths);
  app.on('web-contents-created', (_event, contents) => confine(contents, origin));

  await app.whenReady();
  app.dock?.setIcon(options.paths.icon);
  const { defaultSession } = electron.session;
  denyEverything(defaultSession, origin);
  defaultSession.setSpellCheckerEnabled(checksSpelling(platform));
  electron.protocol.handle(APP_SCHEME, (request) =>
    answerFromFolders({ renderer: options.paths.renderer, library: launch.library }, request),
  );
  const desktop = electronDesktop({ electron, platform, text, window: page.window });
  const lectern = await options.openApp(launch.library, desktop);
  const recent = recentFiles({
    app,
    platform,
    file: join(app.getPath('userData'), 'recent.json'),
    changed: () => menu.show(settings),
  });
  const menu = menuBar(electron, options, page, { recent, open: (path) => openFiles([path]) });
  quitWhenWritten(electron, lectern, text, log);
  app.on('window-all-closed', () => {
    // On a Mac an app without windows stays in the Dock.
    if (platform !== 'darwin') app.quit();
  });
  lectern.subscribe(page.send);
  handleCalls(electron.ipcMain, {
    app: notingImports(lectern, recent),
    origin,
    log,
    windowId: () => page.window()?.webContents.id ?? null,
  });
  await followSettings(lectern, log, (now) => {
    settings = now;
    words = textOf(now);
    applyTheme(electron.nativeTheme, now);
    menu.show(now);
  });
  app.on('activate', page.reveal);
  page.start();
}

function openPageWindow(
  electron: ElectronApi,
  options: ElectronHostOptions,
  text: HostText,
  origin: Origin,
  background: string,
): HostWindow {
  const window = openWindow(electron, {
    origin,
    background,
    preload: options.paths.preload,
    icon: options.paths.icon,
    stateFile: join(electron.app.getPath('userData'), 'window.json'),
    development: options.devServerUrl !== null,
    platform: options.platform,
    log: options.log,
  });
  offerRecovery(electron, window, text, options.log);
  askBeforeUnload(electron, window, text);
  showContextMenus(electron.Menu, window);
  return window;
}

/** Files come with the command line, from a second start, and on a Mac from Finder and the Dock. */
function takeFiles(app: HostApp, page: Page, first: string[]): (paths: string[]) => void {
  const open = (paths: string[]) => {
    if (paths.length > 0) page.send({ name: 'files.opened', payload: { paths } });
    page.reveal();
  };
  open(first);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open([path]);
  });
  // Not the event's argv: Chromium reorders it, and it is relative to a folder of another process.
  app.on('second-instance', (_event, _argv, _folder, handover) => {
    open(handoverSchema.safeParse(handover).data?.paths ?? []);
  });
  return open;
}

/** The menu bar, drawn anew when its words, keys or recent files are others. */
function menuBar(
  electron: ElectronApi,
  options: ElectronHostOptions,
  page: Page,
  { recent, open }: { recent: RecentFiles; open(path: string): void },
) {
  let shown = '';
  const run = (id: CommandId) => {
    page.send({ name: 'command.requested', payload: { id } });
    if (page.window() === null) page.reveal();
  };
  return {
    show({ language, shortcuts, singleKeys, highlightColors }: Settings): void {
      const wanted = JSON.stringify([
        [language, shortcuts, singleKeys, highlightColors],
        recent.list(),
      ]);
      if (wanted === shown) return;
      shown = wanted;
      const template = applicationMenu({
        text: textOf({ language }),
        shortcuts: { shortcuts, singleKeys },
        highlightColors,
        recent: { paths: recent.list(), open, clear: () => recent.clear() },
        mac: options.platform === 'darwin',
        development: options.devServerUrl !== null,
        run,
      });
      electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(template));
    },
  };
}

/**
 * Ends the process only when everything is on disk. This waits at `will-quit` and not at
 * `before-quit`: by then the window is closed, so what the page saved while it was closing counts too.
 */
function quitWhenWritten(
  { app, dialog }: Pick<ElectronApi, 'app' | 'dialog'>,
  lectern: Pick<App, 'close'>,
  text: HostText,
  log: Log,
): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  async function close(): Promise<void> {
    try {
      await lectern.close();
    } catch (error) {
      log.error('The library could not be closed', { error: String(error) });
      dialog.showErrorBox(
        text.current().t('desktop.cantSave'),
        text.current().say(phraseOf(error)),
      );
    }
    state = 'closed';
    // A quit within the turn of the prevented one would be ignored (electron#33643).
    setImmediate(() => app.quit());
  }
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'open') void close();
    state = 'closing';
  });
}
