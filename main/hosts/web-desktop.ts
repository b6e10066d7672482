import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Desktop } from '../core/ports.ts';
import { LecternError } from '../shared/errors.ts';

/**
 * What a page in a browser has of the desktop. Files come by upload and links open in a tab of
 * their own, so only showing a folder is left, where the host runs on a desktop.
 */
export function webDesktop(version: string): Desktop {
  return {
    info: { host: 'web', version, platform: process.platform, dialogs: false },
    pickFiles: () => Promise.reject(unsupported('choose files')),
    pickFolder: () => Promise.reject(unsupported('choose a folder')),
    saveText: () => Promise.reject(unsupported('save files')),
    openLink: () => Promise.reject(unsupported('open a link')),
    toggleFullScreen: () => Promise.reject(unsupported('fill the screen')),
    savePdf: () => Promise.reject(unsupported('save a PDF')),
    showFolder,
  };
}

function unsupported(what: string): LecternError {
  return new LecternError('unsupported', `Lectern can’t ${what} from within a browser`);
}

async function showFolder(path: string): Promise<void> {
  const opener = folderOpener(process.platform, process.env);
  if (opener === null) throw new LecternError('unsupported', `The folder is ${path}`);
  const folder = resolve(path);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new LecternError('not_found', `There is no folder ${folder}`);
  }
  await startDetached(opener, folder);
}

/** The program that shows a folder; null where there is no desktop. */
export function folderOpener(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | null {
  if (platform === 'darwin') return 'open';
  if (platform === 'win32') return 'explorer';
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? 'xdg-open' : null;
}

function startDetached(program: string, folder: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, [folder], { detached: true, stdio: 'ignore' });
    child.once('error', () =>
      fail(new LecternError('unsupported', `${program} is missing; the folder is ${folder}`)),
    );
    child.once('spawn', () => {
      child.unref();
      done();
    });
  });
}
