import type { CommandRow } from './row.ts';

export const APPLICATION_COMMANDS = [
  {
    id: 'app.palette',
    label: 'Command Palette…',
    keys: ['Mod+K'],
    menu: { path: 'View', group: 1 },
    palette: false,
  },
  {
    id: 'app.help',
    label: 'Keyboard Shortcuts',
    keywords: ['help', 'keys'],
    keys: ['?'],
    menu: { path: 'Help', group: 1 },
  },
  {
    id: 'app.settings',
    label: 'Settings…',
    keywords: ['preferences', 'options'],
    keys: ['Mod+,'],
    menu: { path: 'File', group: 3 },
  },
  { id: 'app.cancel', label: 'Cancel', keys: ['Escape'], palette: false },
  {
    id: 'import.files',
    label: 'Import Files…',
    keywords: ['open', 'add', 'dump'],
    keys: ['Mod+O'],
    menu: { path: 'File', group: 1 },
  },
  {
    id: 'import.folder',
    label: 'Import Folder…',
    keywords: ['open', 'add', 'directory'],
    keys: ['Mod+Shift+O'],
    menu: { path: 'File', group: 1 },
  },
  {
    id: 'import.sample',
    label: 'Import the Sample',
    keywords: ['example', 'demo', 'first steps'],
    menu: { path: 'Help', group: 2 },
  },
  {
    id: 'export.notes',
    label: 'Export Notes…',
    keywords: ['markdown', 'obsidian', 'save', 'highlights'],
    keys: ['Mod+E'],
    menu: { path: 'File', group: 2 },
  },
  { id: 'edit.undo', label: 'Undo', keys: ['Mod+Z'], menu: { path: 'Edit', group: 1 } },
  {
    id: 'edit.redo',
    label: 'Redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    macKeys: ['Mod+Shift+Z'],
    menu: { path: 'Edit', group: 1 },
  },
  {
    id: 'search.focus',
    label: 'Search',
    keywords: ['find', 'filter'],
    keys: ['Mod+Shift+F', '/'],
    menu: { path: 'Edit', group: 3 },
  },
  {
    id: 'search.clear',
    label: 'Clear Search',
    keywords: ['reset', 'filter'],
    menu: { path: 'Edit', group: 3 },
  },
] as const satisfies readonly CommandRow[];
