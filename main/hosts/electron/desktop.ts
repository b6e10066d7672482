/** What the core may ask of the desktop, through Electron's dialogs and shell. */
import { stat, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { OpenDialogOptions } from 'electron';
import { safeName } from '../../core/export/file-names.ts';
import type { Desktop } from '../../core/ports.ts';
import { LecternError, phraseOf } from '../../shared/errors.ts';
import type { ElectronApi, HostWindow } from './api.ts';
import type { HostText } from './host-text.ts';
import { parseAddress } from './origin.ts';
import { phrase, verbatim } from '../../shared/messages/phrase.ts';

export interface DesktopAround {
  electron: Pick<ElectronApi, 'app' | 'dialog' | 'shell'>;
  platform: NodeJS.Platform;
  text: HostText;
  /** The window that dialogs belong to. */
  window(): HostWindow | null;
}

export function electronDesktop(around: DesktopAround): Desktop {
  const { electron, platform, text } = around;
  return {
    info: { host: 'electron', version: electron.app.getVersion(), platform, dialogs: true },
    pickFiles: () =>
      pick(around, {
        title: text.current().t('desktop.import'),
        properties: filePickerProperties(platform),
      }),
    async pickFolder(title) {
      const [folder] = await pick(around, {
        title,
        properties: ['openDirectory', 'createDirectory'],
      });
      return folder ?? null;
    },
    saveText: (name, content) => saveText(around, name, content),
    showFolder: (path) => showFolder(around, path),
    async toggleFullScreen() {
      const window = windowOf(around);
      window.setFullScreen(!window.isFullScreen());
    },
    savePdf: (name) => savePdf(around, name),
    async openLink(address) {
      const url = parseAddress(address);
      if (url === null || !['http:', 'https:'].includes(url.protocol)) {
        throw new LecternError('bad_input', phrase('error.notAnAddress', { address }));
      }
      await electron.shell.openExternal(url.href);
    },
  };
}

function windowOf(around: DesktopAround): HostWindow {
  const window = around.window();
  if (window === null) throw new LecternError('unsupported', phrase('error.noWindow'));
  return window;
}

async function savePdf(around: DesktopAround, name: string): Promise<string | null> {
  const window = windowOf(around);
  const { canceled, filePath } = await around.electron.dialog.showSaveDialog(window, {
    title: around.text.current().t('desktop.savePdf'),
    defaultPath: `${safeName(name)}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return null;
  const bytes = await window.webContents.printToPDF({
    // The style sheet knows the margins, and highlights are backgrounds.
    preferCSSPageSize: true,
    printBackground: true,
    generateDocumentOutline: true,
    generateTaggedPDF: true,
  });
  return saved(filePath, bytes);
}

/** Only macOS has a dialog for both: elsewhere `openDirectory` would leave folders alone to choose. */
function filePickerProperties(
  platform: NodeJS.Platform,
): NonNullable<OpenDialogOptions['properties']> {
  const files = ['openFile', 'multiSelections'] as const;
  return platform === 'darwin' ? [...files, 'openDirectory'] : [...files];
}

async function pick(around: DesktopAround, options: OpenDialogOptions): Promise<string[]> {
  const { dialog } = around.electron;
  const window = around.window();
  const answer = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return answer.canceled ? [] : answer.filePaths;
}

async function saveText(
  { electron: { dialog }, window }: DesktopAround,
  name: string,
  text: string,
): Promise<string | null> {
  const parent = window();
  const options = { defaultPath: name };
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  if (canceled || filePath === '') return null;
  return saved(filePath, text);
}

async function saved(filePath: string, content: string | Uint8Array): Promise<string> {
  try {
    await writeFile(filePath, content);
  } catch (error) {
    const why = phraseOf(error);
    throw new LecternError('unwritable', phrase('error.notSaved', { path: filePath, why }));
  }
  return filePath;
}

/**
 * Opens a folder in the file manager. `openPath` starts what it is given with the program for it, so
 * it gets no files, and on macOS no bundles: applications are folders there.
 */
async function showFolder({ electron, platform }: DesktopAround, path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new LecternError('not_found', phrase('error.noFolder', { path }));
  }
  if (platform === 'darwin' && extname(path) !== '') {
    electron.shell.showItemInFolder(path);
    return;
  }
  const failure = await electron.shell.openPath(path);
  if (failure !== '') throw new LecternError('unreadable', verbatim(failure), { path });
}
