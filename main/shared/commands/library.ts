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
  { id: 'list.filter', keys: ['f'], menu: { path: 'View', group: 6 } },
  { id: 'list.options', keys: ['Shift+F'] },
  { id: 'list.unfold' },
  { id: 'list.peek', keys: ['Shift+Space'], scope: 'list' },
  { id: 'list.toggleDensity', menu: { path: 'View', group: 6 } },
  { id: 'list.group.none', menu: { path: 'View', group: 6, submenu: 'group' } },
  { id: 'list.group.source', menu: { path: 'View', group: 6, submenu: 'group' } },
  { id: 'list.group.month', menu: { path: 'View', group: 6, submenu: 'group' } },
  { id: 'list.group.import', menu: { path: 'View', group: 6, submenu: 'group' } },
] as const satisfies readonly CommandRow[];
