/**
 * Which Chromium the end-to-end tests run in: the one that `LECTERN_CHROMIUM` names, Playwright's
 * own, the system's, else the one inside the npm package `@sparticuz/chromium`, which needs neither
 * a download nor an installed library.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';
import { unpackBundledChromium } from './bundled-chromium.ts';

/** Chromium tries to reach its makers at every start; tests must neither wait for that nor do it. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
  '--no-pings',
];

/** @throws Error when LECTERN_CHROMIUM doesn't start, or nothing is found on this platform */
export async function browserLaunchOptions(): Promise<LaunchOptions> {
  const named = process.env['LECTERN_CHROMIUM'];
  if (named !== undefined && !starts(named)) {
    throw new Error(`LECTERN_CHROMIUM is ${named}, which does not start`);
  }
  const installed = named ?? [chromium.executablePath(), ...systemPlaces()].find(starts);
  if (installed !== undefined) return { executablePath: installed, args: QUIET };
  const { executablePath, env } = await unpackBundledChromium();
  return { executablePath, args: QUIET, env: { ...process.env, ...env } };
}

/** Not every file of that name is a browser: some are stubs, some lack a library. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `--version` would open a window.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

function systemPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    return roots.flatMap((name) => {
      const root = process.env[name];
      if (root === undefined) return [];
      return ['Google/Chrome', 'Chromium'].map((app) => join(root, app, 'Application/chrome.exe'));
    });
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}
