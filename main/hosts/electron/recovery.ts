import type { Log } from '../../core/ports.ts';
import type { ElectronApi, HostWindow } from './api.ts';
import type { HostText } from './host-text.ts';

type RecoveryText = `desktop.${'safe' | 'stopped' | 'silent' | 'reload' | 'quit' | 'wait'}`;

/** Offers to load the page again when its process has died or stopped answering. */
export function offerRecovery(
  electron: Pick<ElectronApi, 'app' | 'dialog'>,
  window: HostWindow,
  text: HostText,
  log: Log,
): void {
  const { webContents } = window;
  const t = (key: RecoveryText) => text.current().t(key);
  let asking = false;
  let ending = false;

  /** Whether the first button was chosen; one question at a time. */
  async function ask(message: string, buttons: [string, string]): Promise<boolean | null> {
    if (asking || window.isDestroyed()) return null;
    asking = true;
    const { response } = await electron.dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail: t('desktop.safe'),
      buttons,
      defaultId: 0,
      cancelId: 1,
    });
    asking = false;
    return window.isDestroyed() ? null : response === 0;
  }

  async function afterDeath(): Promise<void> {
    const reload = await ask(t('desktop.stopped'), [t('desktop.reload'), t('desktop.quit')]);
    if (reload === true) webContents.reload();
    if (reload === false) electron.app.quit();
  }

  async function afterSilence(): Promise<void> {
    const reload = await ask(t('desktop.silent'), [t('desktop.reload'), t('desktop.wait')]);
    if (reload !== true) return;
    // Together, as the documentation has it: the new page gets a new process.
    ending = true;
    webContents.forcefullyCrashRenderer();
    webContents.reload();
  }

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    const expected = ending || reason === 'clean-exit';
    ending = false;
    if (expected) return;
    log.error('The page’s process has gone', { reason, exitCode });
    void afterDeath();
  });
  window.on('unresponsive', () => {
    log.warn('The page is not answering');
    void afterSilence();
  });
  webContents.on('preload-error', (_event, _path, error) => {
    log.error('The preload failed', { error: error.stack ?? error.message });
  });
}
