/** The tags that a digit puts on: `r` shows them, the digit chooses. */
import { create } from 'zustand';
import { changeSettings, currentSettings } from '../shell/settings.ts';
import { MOST_QUICK_TAGS } from './quick-tags.ts';

export const useQuickTags = create<{ open: boolean }>()(() => ({ open: false }));

export function showQuickTags(open: boolean): void {
  useQuickTags.setState({ open });
}

export function noteTagUse(id: string): void {
  const { recentTags } = currentSettings();
  if (recentTags[0] === id) return;
  const others = recentTags.filter((other) => other !== id);
  changeSettings({ recentTags: [id, ...others].slice(0, MOST_QUICK_TAGS) });
}
