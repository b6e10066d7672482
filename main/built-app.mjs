/** Keeps `out/` as new as its sources. Plain JavaScript: it runs before anything is built. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'main',
  'preload',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  // Written by every npm install: what is bundled may be another version.
  'node_modules/.package-lock.json',
];
const OUTPUTS = [
  'out/main/index.js',
  'out/main/cli.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

/**
 * Builds when something is missing or older than a source.
 * @param {string} root the folder of package.json
 * @param {() => void} onBuild called before a build begins
 * @returns {string | null} what the build printed when it failed
 */
export function buildIfStale(root, onBuild) {
  if (!isStale(root)) return null;
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  if (!existsSync(builder)) return 'The packages are not installed. Run: npm ci';
  onBuild();
  const build = spawnSync(process.execPath, [builder, 'build'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return build.status === 0 ? null : `${build.stdout}${build.stderr}`.trim();
}

/** @param {string} root */
function isStale(root) {
  const outputs = OUTPUTS.map((path) => join(root, path));
  if (!outputs.every((path) => existsSync(path))) return true;
  const built = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  return SOURCES.some((path) => newest(join(root, path)) > built);
}

/**
 * The latest change in a file or below a folder, in milliseconds; a folder counts itself, which
 * tells of files that are gone.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  const below = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(entry.mtimeMs, ...below);
}
