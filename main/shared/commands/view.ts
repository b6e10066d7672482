import type { CommandRow } from './row.ts';

export const VIEW_COMMANDS = [
  {
    id: 'view.togglePlaces',
    label: 'Show or Hide Places',
    keywords: ['sidebar', 'pane'],
    keys: ['Mod+\\'],
    menu: { path: 'View', group: 2 },
  },
  {
    id: 'view.toggleNotes',
    label: 'Show or Hide Notes',
    keywords: ['sidebar', 'pane', 'highlights', 'annotations'],
    keys: ['Mod+Shift+\\'],
    menu: { path: 'View', group: 2 },
  },
  {
    id: 'view.theme.system',
    label: 'Theme: System',
    keywords: ['appearance', 'automatic'],
    menu: { path: 'View', group: 3, submenu: 'Theme' },
  },
  {
    id: 'view.theme.light',
    label: 'Theme: Light',
    keywords: ['appearance', 'white', 'day'],
    menu: { path: 'View', group: 3, submenu: 'Theme' },
  },
  {
    id: 'view.theme.sepia',
    label: 'Theme: Sepia',
    keywords: ['appearance', 'paper'],
    menu: { path: 'View', group: 3, submenu: 'Theme' },
  },
  {
    id: 'view.theme.dark',
    label: 'Theme: Dark',
    keywords: ['appearance', 'black', 'night'],
    menu: { path: 'View', group: 3, submenu: 'Theme' },
  },
  {
    id: 'view.toggleTheme',
    label: 'Next Theme',
    keywords: ['appearance', 'dark', 'light', 'toggle'],
    keys: ['Mod+Shift+L'],
    menu: { path: 'View', group: 3, submenu: 'Theme' },
  },
  {
    id: 'view.textLarger',
    label: 'Larger Text',
    keywords: ['zoom in', 'size'],
    keys: ['Mod+=', 'Mod++'],
    menu: { path: 'View', group: 4 },
  },
  {
    id: 'view.textSmaller',
    label: 'Smaller Text',
    keywords: ['zoom out', 'size'],
    keys: ['Mod+-'],
    menu: { path: 'View', group: 4 },
  },
  {
    id: 'view.textReset',
    label: 'Default Text Size',
    keywords: ['zoom', 'reset'],
    keys: ['Mod+0'],
    menu: { path: 'View', group: 4 },
  },
  {
    id: 'view.wider',
    label: 'Wider Text',
    keywords: ['measure', 'column', 'width'],
    menu: { path: 'View', group: 5 },
  },
  {
    id: 'view.narrower',
    label: 'Narrower Text',
    keywords: ['measure', 'column', 'width'],
    menu: { path: 'View', group: 5 },
  },
  {
    id: 'view.font',
    label: 'Next Reading Font',
    keywords: ['typeface', 'serif', 'sans'],
    menu: { path: 'View', group: 5 },
  },
] as const satisfies readonly CommandRow[];
