import type { CommandRow } from './row.ts';

export const VIEW_COMMANDS = [
  {
    id: 'view.togglePlaces',
    keys: ['Mod+\\'],
    menu: { path: 'View', group: 2 },
  },
  {
    id: 'view.toggleNotes',
    keys: ['Mod+Shift+\\'],
    menu: { path: 'View', group: 2 },
  },
  {
    id: 'view.theme.system',
    menu: { path: 'View', group: 3, submenu: 'theme' },
  },
  {
    id: 'view.theme.light',
    menu: { path: 'View', group: 3, submenu: 'theme' },
  },
  {
    id: 'view.theme.sepia',
    menu: { path: 'View', group: 3, submenu: 'theme' },
  },
  {
    id: 'view.theme.dark',
    menu: { path: 'View', group: 3, submenu: 'theme' },
  },
  {
    id: 'view.theme.contrastLight',
    menu: { path: 'View', group: 3, submenu: 'theme' },
  },
  {
    id: 'view.theme.contrastDark',
    menu: { path: 'View', group: 3, submenu: 'theme' },
  },
  {
    id: 'view.toggleTheme',
    keys: ['Mod+Shift+L'],
    menu: { path: 'View', group: 3, submenu: 'theme' },
  },
  {
    id: 'view.textLarger',
    keys: ['Mod+=', 'Mod++'],
    menu: { path: 'View', group: 4 },
  },
  {
    id: 'view.textSmaller',
    keys: ['Mod+-'],
    menu: { path: 'View', group: 4 },
  },
  {
    id: 'view.textReset',
    keys: ['Mod+0'],
    menu: { path: 'View', group: 4 },
  },
  {
    id: 'view.wider',
    menu: { path: 'View', group: 5 },
  },
  {
    id: 'view.narrower',
    menu: { path: 'View', group: 5 },
  },
  {
    id: 'view.focusMode',
    keys: ['Mod+.'],
    menu: { path: 'View', group: 2 },
  },
  // The native menu has the system's own entry and key for it, a browser its own key.
  { id: 'view.fullScreen' },
  {
    id: 'view.font',
    menu: { path: 'View', group: 5 },
  },
] as const satisfies readonly CommandRow[];
