import type { CommandRow } from './row.ts';

export const LIBRARY_COMMANDS = [
  {
    id: 'collection.add',
    keys: ['c'],
    menu: { path: 'File', group: 6, submenu: 'collection' },
  },
  { id: 'collection.takeOut', menu: { path: 'File', group: 6, submenu: 'collection' } },
  { id: 'collection.new', menu: { path: 'File', group: 6, submenu: 'collection' } },
  { id: 'collection.rename', menu: { path: 'File', group: 6, submenu: 'collection' } },
  { id: 'collection.move', menu: { path: 'File', group: 6, submenu: 'collection' } },
  { id: 'collection.delete', menu: { path: 'File', group: 6, submenu: 'collection' } },
  { id: 'list.saveSmart', keys: ['Mod+S'], menu: { path: 'File', group: 7 } },
  { id: 'list.editSmart', menu: { path: 'File', group: 7 } },
  { id: 'list.deleteSmart', menu: { path: 'File', group: 7 } },
] as const satisfies readonly CommandRow[];
