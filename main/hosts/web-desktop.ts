import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Desktop } from '../core/ports.ts';
import { LecternError } from '../shared/errors.ts';
import { phrase, type Phrase } from '../shared/messages/phrase.ts';

/**
 * What a page in a browser has of the desktop. Files come by upload and links open in a tab of
 * their own, so only showing a folder is left, where the host runs on a desktop.
 */
export function webDesktop(version: string): Desktop {
  return {
    info: { host: 'web', version, platform: process.platform, dialogs: false },
    pickFiles: () => Promise.reject(unsupported(phrase('browser.chooseFiles'))),
    pickFolder: () => Promise.reject(unsupported(phrase('browser.chooseFolder'))),
    saveText: () => Promise.reject(unsupported(phrase('browser.saveFiles'))),
    openLink: () => Promise.reject(unsupported(phrase('browser.openLink'))),
    toggleFullScreen: () => Promise.reject(unsupported(phrase('browser.fillScreen'))),
    savePdf: () => Promise.reject(unsupported(phrase('browser.savePdf'))),
    showFolder,
  };
}

function unsupported(what: Phrase): LecternError {
  return new LecternError('unsupported', phrase('error.notInABrowser', { what }));
}

async function showFolder(path: string): Promise<void> {
  const opener = folderOpener(process.platform, process.env);
  if (opener === null) throw new LecternError('unsupported', phrase('error.folderIs', { path }));
  const folder = resolve(path);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new LecternError('not_found', phrase('error.noFolder', { path: folder }));
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
      fail(new LecternError('unsupported', phrase('error.noOpener', { program, folder }))),
    );
    child.once('spawn', () => {
      child.unref();
      done();
    });
  });
}
