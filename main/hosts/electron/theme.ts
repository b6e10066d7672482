import type { Settings, Theme } from '../../shared/entities.ts';
import type { ElectronApi } from './api.ts';

/** `--chrome` of each theme in the page's `tokens.css`, for the moment before the page is there. */
export const BACKGROUNDS = {
  light: '#f6f4ef',
  sepia: '#f0e6d0',
  dark: '#141311',
  contrastLight: '#ffffff',
  contrastDark: '#000000',
} as const;

const SOURCES = {
  system: 'system',
  light: 'light',
  sepia: 'light',
  dark: 'dark',
  contrastLight: 'light',
  contrastDark: 'dark',
} as const satisfies Record<Theme, NativeTheme['themeSource']>;

type NativeTheme = ElectronApi['nativeTheme'];

/** Keeps the parts that the system draws (title bar, menus, dialogs) in the theme of the settings. */
export function applyTheme(nativeTheme: NativeTheme, { theme }: Pick<Settings, 'theme'>): void {
  nativeTheme.themeSource = SOURCES[theme];
}

export function backgroundOf({ theme }: Pick<Settings, 'theme'>, native: NativeTheme): string {
  if (theme !== 'system') return BACKGROUNDS[theme];
  return native.shouldUseDarkColors ? BACKGROUNDS.dark : BACKGROUNDS.light;
}
