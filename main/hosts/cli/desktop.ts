import type { Desktop } from '../../core/ports.ts';
import { LecternError } from '../../shared/errors.ts';
import { phrase } from '../../shared/messages/phrase.ts';

/** A terminal has none. */
export function cliDesktop(version: string): Desktop {
  const refuse = () => Promise.reject(new LecternError('unsupported', phrase('error.noDesktop')));
  return {
    info: { host: 'cli', version, platform: process.platform, dialogs: false },
    pickFiles: refuse,
    pickFolder: refuse,
    saveText: refuse,
    showFolder: refuse,
    openLink: refuse,
    toggleFullScreen: refuse,
    savePdf: refuse,
  };
}
