/**
 * Electron's executable. The npm package carries none: it is fetched from GitHub on first use,
 * which fails where only the npm registry can be reached.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FETCH_TIMEOUT_MS = 90_000;
const UNREACHABLE = /fetch failed|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/;

/**
 * Why a window can't be opened here, whatever is installed; null when it can.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {number | undefined} uid
 * @returns {string | null}
 */
export function whyNoWindow(platform, env, uid) {
  if (platform !== 'linux') return null;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no desktop here';
  return uid === 0 ? 'it does not run as root' : null;
}

/**
 * @param {string} root the folder of package.json
 * @returns {string | null} the executable's path when it is there
 */
export function findElectron(root) {
  const folder = join(root, 'node_modules/electron');
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const path = join(dist, readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? path : null;
}

/**
 * Runs the package's own installer, which uses a cache, proxies and mirrors as configured.
 * @param {string} root
 * @returns {string | null} why it failed, in a few words; null when the executable is there now
 */
export function fetchElectron(root) {
  const installer = join(root, 'node_modules/electron/install.js');
  if (!existsSync(installer)) return 'its npm package is not installed';
  const run = spawnSync(process.execPath, [installer], {
    cwd: root,
    encoding: 'utf8',
    timeout: FETCH_TIMEOUT_MS,
  });
  if (run.status === 0 && findElectron(root) !== null) return null;
  if (run.error !== undefined) return `the download took longer than ${FETCH_TIMEOUT_MS / 1000} s`;
  if (UNREACHABLE.test(run.stderr)) return 'the download server could not be reached';
  return firstError(run.stderr) ?? `its installer ended with status ${run.status}`;
}

/**
 * The message of an error's stack: `TypeError: fetch failed` -> `fetch failed`.
 * @param {string} stderr
 */
function firstError(stderr) {
  return /^(?:\w*Error: )(.+)$/m.exec(stderr)?.[1] ?? null;
}
