import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startElectron } from '../../main/hosts/electron.ts';
import { CALL_CHANNEL } from '../../main/shared/bridge.ts';
import { ElectronDouble } from '../support/electron-double.ts';
import type { HostUnderTest } from './host-under-test.ts';
import { openConformanceApp } from './in-process-host.ts';
import { outcomeSchema } from './outcome.ts';

/** The Electron host as its page sees it: structured clones over `ipcMain.handle`. */
export const electronHost: HostUnderTest = {
  name: 'electron',
  async open(library) {
    const profile = join(dirname(library), 'profile');
    await mkdir(profile, { recursive: true });
    const double = new ElectronDouble(profile);
    const log = { info() {}, warn() {}, error() {} };
    const started = startElectron(double.electron, {
      argv: [],
      workingDirectory: profile,
      platform: 'linux',
      devServerUrl: null,
      paths: { renderer: profile, preload: join(profile, 'index.cjs'), icon: 'icon.png' },
      library,
      defaultLibrary: library,
      log,
      openApp: async (folder, desktop) => (await openConformanceApp(folder, desktop)).app,
    });
    double.app.becomeReady();
    await started;
    return {
      call: async (method, input) =>
        outcomeSchema.parse(await double.invoke(CALL_CHANNEL, [method, input])),
      async close() {
        double.app.quit();
        await double.app.ended;
        await rm(profile, { recursive: true });
      },
    };
  },
};
