import type { CommandRow } from './row.ts';

/** Looking at highlights whose texts have changed. */
export const TRAY_COMMANDS = [
  {
    id: 'go.tray',
    keys: ['Mod+Shift+M'],
    menu: { path: 'Go', group: 3 },
  },
  { id: 'tray.next', keys: ['Down'], scope: 'tray', palette: false },
  { id: 'tray.previous', keys: ['Up'], scope: 'tray', palette: false },
  {
    id: 'tray.accept',
    keys: ['a'],
    scope: 'tray',
    menu: { path: 'Annotate', group: 5, submenu: 'review' },
  },
  {
    id: 'tray.reattach',
    keys: ['w'],
    scope: 'tray',
    menu: { path: 'Annotate', group: 5, submenu: 'review' },
  },
  {
    id: 'tray.keepOrphan',
    keys: ['g'],
    scope: 'tray',
    menu: { path: 'Annotate', group: 5, submenu: 'review' },
  },
  { id: 'tray.acceptSure', menu: { path: 'Annotate', group: 5, submenu: 'review' } },
] as const satisfies readonly CommandRow[];
