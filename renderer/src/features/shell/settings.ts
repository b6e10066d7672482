import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { DEFAULT_SETTINGS, type Settings } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { queries, queryClient } from '../../api/queries.ts';
import { noteUnwritten } from '../../api/unwritten-settings.ts';
import { notifyFailure } from '../../state/view.ts';
import { translator } from '../../text.ts';

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

const THEMES = ['light', 'sepia', 'dark'] as const;

export function shownTheme(settings: Settings): (typeof THEMES)[number] {
  if (settings.theme !== 'system') return settings.theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function toggleTheme(): void {
  const next = (THEMES.indexOf(shownTheme(currentSettings())) + 1) % THEMES.length;
  changeSettings({ theme: THEMES[next] ?? 'light' });
}

/** The settings that are a matter of looks, as attributes and custom properties of the page. */
export function useAppearance(settings: Settings): void {
  useEffect(() => {
    const root = document.documentElement;
    root.lang = translator().locale;
    root.dataset['theme'] = settings.theme;
    root.dataset['font'] = settings.font;
    root.dataset['justify'] = String(settings.justify);
    root.style.setProperty('--text-size', `${settings.textSize}px`);
    root.style.setProperty('--measure', `${settings.measure}ch`);
    root.style.setProperty('--leading', `${settings.leading}`);
  }, [settings]);
}
