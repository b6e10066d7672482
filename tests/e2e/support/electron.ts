/** Opens the built app in a real Electron, where there is one. */
import { resolve } from 'node:path';
import { _electron, type ElectronApplication, type PlaywrightTestOptions } from '@playwright/test';
import { findElectron, whyNoWindow } from '../../../main/electron-binary.mjs';

export type ColorScheme = PlaywrightTestOptions['colorScheme'];

const root = resolve(import.meta.dirname, '../../..');

/** Null where the specs can run in Electron. Nothing is fetched: a test run needs no network. */
export function whyNoElectron(): string | null {
  if (findElectron(root) === null) return 'Electron’s binary is not here (npm start fetches it)';
  const obstacle = whyNoWindow(process.platform, process.env, process.getuid?.());
  return obstacle === null ? null : `Electron can’t open a window: ${obstacle}`;
}

export function launchElectron(
  library: string,
  colorScheme: ColorScheme,
): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: findElectron(root) ?? '',
    args: [root, '--library', library],
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
}
