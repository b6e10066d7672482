import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';

const TELL = `process.on('exit', () =>
  process.stderr.write('peak=' + process.resourceUsage().maxRSS + '\\n'))`;

/**
 * Imports a path with the built command line into a library that is removed again; gives the most
 * bytes of memory that it held, all its threads together. Null where there is no build.
 *
 * @param {string} cli
 * @param {string} path
 * @param {string} library
 * @returns {Promise<number | null>}
 */
export async function cliPeak(cli, path, library) {
  if (!existsSync(cli)) return null;
  const preload = `data:text/javascript,${encodeURIComponent(TELL)}`;
  const child = spawn(
    process.execPath,
    ['--import', preload, cli, 'import', '--library', library, path],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (bytes) => (said += String(bytes)));
  await new Promise((resolve) => child.on('close', resolve));
  await rm(library, { recursive: true, force: true });
  const kilobytes = /peak=(\d+)/.exec(said)?.[1];
  if (kilobytes === undefined) throw new Error(`The import failed: ${said}`);
  return Number(kilobytes) * 1024;
}
