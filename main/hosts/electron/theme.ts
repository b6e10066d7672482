import type { App } from '../../core/app.ts';
import type { Log } from '../../core/ports.ts';
import type { Settings } from '../../shared/entities.ts';
import type { ElectronApi } from './api.ts';

type Theme = Settings['theme'];

/** `--chrome` of each theme in the page's `tokens.css`, for the moment before the page is there. */
export const BACKGROUNDS = { light: '#f6f4ef', sepia: '#f0e6d0', dark: '#141311' } as const;

export interface ThemeFollower {
  background(): string;
}

/** Keeps the parts that the system draws (title bar, menus, dialogs) in the theme of the settings. */
export async function followTheme(
  nativeTheme: ElectronApi['nativeTheme'],
  app: Pick<App, 'call' | 'subscribe'>,
  log: Log,
): Promise<ThemeFollower> {
  let theme: Theme = 'system';
  async function update(): Promise<void> {
    try {
      ({ theme } = await app.call('settings.get', {}));
      nativeTheme.themeSource = theme === 'sepia' ? 'light' : theme;
    } catch (error) {
      log.warn('The theme is not known', { error: String(error) });
    }
  }
  app.subscribe((event) => {
    if (event.name === 'settings.changed') void update();
  });
  await update();
  return {
    background() {
      if (theme !== 'system') return BACKGROUNDS[theme];
      return nativeTheme.shouldUseDarkColors ? BACKGROUNDS.dark : BACKGROUNDS.light;
    },
  };
}
