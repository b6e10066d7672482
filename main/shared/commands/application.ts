import type { CommandRow } from './row.ts';

export const APPLICATION_COMMANDS = [
  {
    id: 'app.palette',
    keys: ['Mod+K'],
    menu: { path: 'View', group: 1 },
    palette: false,
  },
  {
    id: 'app.help',
    keys: ['?'],
    menu: { path: 'Help', group: 1 },
  },
  {
    id: 'app.activity',
    keys: ['Mod+Shift+Y'],
    menu: { path: 'View', group: 1 },
  },
  {
    id: 'app.settings',
    keys: ['Mod+,'],
    menu: { path: 'File', group: 3 },
  },
  { id: 'app.cancel', keys: ['Escape'], palette: false },
  {
    id: 'import.files',
    keys: ['Mod+O'],
    menu: { path: 'File', group: 1 },
  },
  {
    id: 'import.folder',
    keys: ['Mod+Shift+O'],
    menu: { path: 'File', group: 1 },
  },
  { id: 'import.paste', menu: { path: 'File', group: 1 } },
  { id: 'import.annotations', menu: { path: 'File', group: 1 } },
  { id: 'import.review', menu: { path: 'File', group: 1 } },
  {
    id: 'import.sample',
    menu: { path: 'Help', group: 2 },
  },
  {
    id: 'export.notes',
    keys: ['Mod+E'],
    menu: { path: 'File', group: 2 },
  },
  { id: 'edit.undo', keys: ['Mod+Z'], menu: { path: 'Edit', group: 1 } },
  {
    id: 'edit.redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    macKeys: ['Mod+Shift+Z'],
    menu: { path: 'Edit', group: 1 },
  },
  {
    id: 'search.focus',
    keys: ['Mod+Shift+F', '/'],
    menu: { path: 'Edit', group: 3 },
  },
  {
    id: 'search.clear',
    menu: { path: 'Edit', group: 3 },
  },
] as const satisfies readonly CommandRow[];
