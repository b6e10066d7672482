/**
 * The Electron entry: only wiring. Nothing here may be awaited at the top level: Electron becomes
 * `ready` after this module has been evaluated, and the host waits for that.
 */
import { resolve } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
} from 'electron';
import { createApp } from './core/app.ts';
import { userArguments } from './hosts/electron/launch-arguments.ts';
import { startElectron } from './hosts/electron.ts';
import { libraryFolder, lineLog, nodePorts } from './hosts/node-ports.ts';

const entryDir = import.meta.dirname;
// An installed app shows its own page, whatever the environment says.
const devServerUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
const log = lineLog((line) => process.stderr.write(line), { verbose: true });

process.on('uncaughtException', (error) => {
  log.error('Uncaught', { error: error.stack ?? error.message });
  dialog.showErrorBox('Something went wrong in Lectern', error.message);
});

void startElectron(
  {
    app,
    BrowserWindow,
    dialog,
    ipcMain,
    Menu,
    nativeTheme,
    protocol,
    screen,
    session,
    shell,
  },
  {
    argv: userArguments(process.argv, process.defaultApp === true),
    workingDirectory: process.cwd(),
    platform: process.platform,
    devServerUrl,
    paths: {
      renderer: resolve(entryDir, '../renderer'),
      preload: resolve(entryDir, '../preload/index.cjs'),
      icon: resolve(entryDir, '../../resources/icon.png'),
    },
    library: libraryFolder(undefined, process.env),
    defaultLibrary: libraryFolder(undefined, {}),
    log,
    openApp: (library, desktop) =>
      createApp(nodePorts({ library, entryDir, log, desktop }), {
        checkOutput: devServerUrl !== null,
      }),
  },
);
