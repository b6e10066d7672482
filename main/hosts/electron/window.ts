import type { BrowserWindowConstructorOptions } from 'electron';
import type { Log } from '../../core/ports.ts';
import type { ElectronApi, HostWindow } from './api.ts';
import type { Origin } from './origin.ts';
import { checksSpelling } from './spelling.ts';
import { loadWindowState, MIN_SIZE, saveWindowState, startBounds } from './window-state.ts';

export interface WindowOptions {
  origin: Origin;
  /** Absolute paths of the preload bundle, the icon and the remembered state. */
  preload: string;
  icon: string;
  stateFile: string;
  /** What shows before the page does. */
  background: string;
  /** Turns DevTools on. */
  development: boolean;
  platform: NodeJS.Platform;
  log: Log;
}

/** Opens the window as it was left, and shows it once the page is painted. */
export function openWindow(
  electron: Pick<ElectronApi, 'BrowserWindow' | 'screen'>,
  options: WindowOptions,
): HostWindow {
  const state = loadWindowState(options.stateFile);
  const workAreas = electron.screen.getAllDisplays().map((display) => display.workArea);
  const window = new electron.BrowserWindow({
    ...startBounds(state, workAreas),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: 'Lectern',
    icon: options.icon,
    show: false,
    backgroundColor: options.background,
    webPreferences: webPreferences(options),
  });
  window.once('ready-to-show', () => {
    if (state?.maximized === true) window.maximize();
    if (state?.fullScreen === true) window.setFullScreen(true);
    window.show();
  });
  window.on('close', () => saveWindowState(options.stateFile, window));
  window.loadURL(options.origin.startUrl).catch((error: unknown) => {
    options.log.error('The page could not be loaded', { error: String(error) });
    if (!window.isDestroyed()) window.show();
  });
  return window;
}

/** Most of these are Electron's defaults; they are the promise the window makes, so they stand here. */
function webPreferences(
  options: WindowOptions,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload: options.preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    devTools: options.development,
    spellcheck: checksSpelling(options.platform),
  };
}
