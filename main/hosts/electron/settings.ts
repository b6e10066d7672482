import type { App } from '../../core/app.ts';
import type { Log } from '../../core/ports.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/entities.ts';

/** Tells the settings, and again whenever they change; resolves when they were told once. */
export async function followSettings(
  app: Pick<App, 'call' | 'subscribe'>,
  log: Log,
  changed: (settings: Settings) => void,
): Promise<void> {
  async function read(): Promise<Settings> {
    try {
      return await app.call('settings.get', {});
    } catch (error) {
      log.warn('The settings are not known', { error: String(error) });
      return DEFAULT_SETTINGS;
    }
  }
  app.subscribe((event) => {
    if (event.name === 'settings.changed') void read().then(changed);
  });
  changed(await read());
}
