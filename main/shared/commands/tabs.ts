import type { CommandRow } from './row.ts';

/** Open articles as tabs. The native menu adds keys that a browser keeps for its own tabs. */
export const TAB_COMMANDS = [
  { id: 'list.openBehind', keys: ['Mod+Enter'], scope: 'list' },
  { id: 'tab.close', keys: ['Alt+W'], menu: { path: 'File', group: 8 } },
  { id: 'tab.closeOthers', menu: { path: 'File', group: 8 } },
  { id: 'tab.reopen', keys: ['Alt+Shift+W'], menu: { path: 'File', group: 8 } },
  { id: 'tab.beside', keys: ['Alt+S'], menu: { path: 'View', group: 7 } },
  { id: 'tab.otherSide', keys: ['F6'], menu: { path: 'View', group: 7 } },
  { id: 'tab.linkScroll', keys: ['Alt+L'], menu: { path: 'View', group: 7 } },
  { id: 'article.beside', keys: ['Alt+Shift+S'], menu: { path: 'View', group: 7 } },
  { id: 'tab.next', keys: ['Alt+PageDown'], menu: { path: 'Go', group: 5 } },
  { id: 'tab.previous', keys: ['Alt+PageUp'], menu: { path: 'Go', group: 5 } },
  {
    id: 'tab.moveRight',
    keys: ['Alt+Shift+PageDown'],
    menu: { path: 'Go', group: 5, submenu: 'tab' },
  },
  {
    id: 'tab.moveLeft',
    keys: ['Alt+Shift+PageUp'],
    menu: { path: 'Go', group: 5, submenu: 'tab' },
  },
  { id: 'tab.1', keys: ['Mod+1'], menu: { path: 'Go', group: 5, submenu: 'tab' }, palette: false },
  { id: 'tab.2', keys: ['Mod+2'], menu: { path: 'Go', group: 5, submenu: 'tab' }, palette: false },
  { id: 'tab.3', keys: ['Mod+3'], menu: { path: 'Go', group: 5, submenu: 'tab' }, palette: false },
  { id: 'tab.4', keys: ['Mod+4'], menu: { path: 'Go', group: 5, submenu: 'tab' }, palette: false },
  { id: 'tab.5', keys: ['Mod+5'], menu: { path: 'Go', group: 5, submenu: 'tab' }, palette: false },
  { id: 'tab.6', keys: ['Mod+6'], menu: { path: 'Go', group: 5, submenu: 'tab' }, palette: false },
  { id: 'tab.7', keys: ['Mod+7'], menu: { path: 'Go', group: 5, submenu: 'tab' }, palette: false },
  { id: 'tab.8', keys: ['Mod+8'], menu: { path: 'Go', group: 5, submenu: 'tab' }, palette: false },
  {
    id: 'tab.last',
    keys: ['Mod+9'],
    menu: { path: 'Go', group: 5, submenu: 'tab' },
    palette: false,
  },
] as const satisfies readonly CommandRow[];
