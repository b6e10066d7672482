import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { DEFAULT_SETTINGS, type Settings, type Theme } from '../../../../main/shared/entities.ts';
import { DEFAULT_COLORS, type HighlightShape } from '../../../../main/shared/highlight-colors.ts';
import { call } from '../../api/client.ts';
import { queries, queryClient } from '../../api/queries.ts';
import { noteUnwritten } from '../../api/unwritten-settings.ts';
import { notifyFailure } from '../../state/view.ts';
import { translator } from '../../text.ts';
import { useMediaQuery } from './use-media-query.ts';

export function useSettings(): Settings {
  return useQuery(queries.settings()).data ?? DEFAULT_SETTINGS;
}

export function currentSettings(): Settings {
  return queryClient.getQueryData(queries.settings().queryKey) ?? DEFAULT_SETTINGS;
}

/** Shown at once, then written. */
export function changeSettings(change: Partial<Settings>): void {
  queryClient.setQueryData(queries.settings().queryKey, { ...currentSettings(), ...change });
  const arrived = noteUnwritten(change);
  call('settings.update', change).catch(notifyFailure).finally(arrived);
}

const MORE_CONTRAST = '(prefers-contrast: more)';

/** The theme after each; whoever needs contrast goes on having it. */
const NEXT_THEMES = {
  light: 'sepia',
  sepia: 'dark',
  dark: 'light',
  contrastLight: 'contrastDark',
  contrastDark: 'contrastLight',
} as const satisfies Record<ShownTheme, ShownTheme>;

type ShownTheme = Exclude<Theme, 'system'>;

function shownTheme({ theme }: Settings): ShownTheme {
  if (theme !== 'system') return theme;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  if (matchMedia(MORE_CONTRAST).matches) return dark ? 'contrastDark' : 'contrastLight';
  return dark ? 'dark' : 'light';
}

export function toggleTheme(): void {
  changeSettings({ theme: NEXT_THEMES[shownTheme(currentSettings())] });
}

/** `text-decoration` of the lines under highlights, without the colour. */
const LINES: Readonly<Record<HighlightShape, string>> = {
  solid: 'underline solid 1.5px',
  dashed: 'underline dashed 1.5px',
  dotted: 'underline dotted 2px',
  wavy: 'underline wavy 1px',
  double: 'underline double 1.5px',
  thick: 'underline solid 3px',
  thickDashed: 'underline dashed 3px',
  thickDotted: 'underline dotted 3px',
  none: 'none 0px',
};

/** The colour of a token, as light and as strong as it is in the theme, in a hue in degrees. */
export function inHue(token: '--hue-fill' | '--hue-dot', hue: number): string {
  return `oklch(from var(${token}) l c ${hue})`;
}

/** The settings that are a matter of looks, as attributes and custom properties of the page. */
export function useAppearance(settings: Settings): void {
  const asked = useMediaQuery(MORE_CONTRAST) && settings.theme === 'system';
  const contrast = asked || settings.theme.startsWith('contrast');
  useEffect(() => {
    const root = document.documentElement;
    root.toggleAttribute('data-contrast', contrast);
    if (contrast) root.dataset['contrast'] = 'more';
    root.lang = translator().locale;
    root.dataset['theme'] = settings.theme;
    root.dataset['font'] = settings.font;
    root.dataset['justify'] = String(settings.justify);
    root.style.setProperty('--text-size', `${settings.textSize}px`);
    root.style.setProperty('--measure', `${settings.measure}ch`);
    root.style.setProperty('--leading', `${settings.leading}`);
    // Highlights may still be in a colour that is no longer used.
    for (const { color, shape, hue } of [...DEFAULT_COLORS, ...settings.highlightColors]) {
      root.style.setProperty(`--shape-${color}`, LINES[shape]);
      // Null takes the property away: the theme's own shows.
      const own = (token: '--hue-fill' | '--hue-dot') =>
        hue === undefined ? null : inHue(token, hue);
      root.style.setProperty(`--hl-${color}`, own('--hue-fill'));
      root.style.setProperty(`--dot-${color}`, own('--hue-dot'));
    }
  }, [settings, contrast]);
}
