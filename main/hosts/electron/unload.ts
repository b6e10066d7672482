import type { ElectronApi, HostWindow } from './api.ts';
import type { HostText } from './host-text.ts';

const KEEP = 0;
const LEAVE = 1;

/**
 * The page refuses to go while work is under way that would be lost. A browser then asks by itself;
 * Electron would do nothing at all, and the window could not be closed.
 */
export function askBeforeUnload(
  { dialog }: Pick<ElectronApi, 'dialog'>,
  window: HostWindow,
  text: HostText,
): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const { t } = text.current();
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: t('desktop.busy'),
      detail: t('desktop.busyDetail'),
      buttons: [t('desktop.keepWorking'), t('desktop.leaveAnyway')],
      defaultId: KEEP,
      cancelId: KEEP,
    });
    // Here to prevent means: not to let the page prevent it.
    if (answer === LEAVE) event.preventDefault();
  });
}
