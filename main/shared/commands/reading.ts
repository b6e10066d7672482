import type { CommandRow } from './row.ts';

export const READING_COMMANDS = [
  {
    id: 'go.back',
    keys: ['Alt+Left'],
    macKeys: ['Mod+['],
    menu: { path: 'Go', group: 1 },
  },
  {
    id: 'go.forward',
    keys: ['Alt+Right'],
    macKeys: ['Mod+]'],
    menu: { path: 'Go', group: 1 },
  },
  { id: 'list.next', keys: ['j'], menu: { path: 'Go', group: 2 } },
  { id: 'list.previous', keys: ['k'], menu: { path: 'Go', group: 2 } },
  {
    id: 'go.reader',
    keys: ['l'],
    menu: { path: 'Go', group: 2 },
  },
  {
    id: 'go.list',
    keys: ['u'],
    menu: { path: 'Go', group: 2 },
  },
  { id: 'list.open', keys: ['Enter'], scope: 'list', palette: false },
  {
    id: 'list.selectAll',
  },
  {
    id: 'list.toggleSelected',
    keys: ['Space'],
    scope: 'list',
  },
  {
    id: 'go.library',
    menu: { path: 'Go', group: 3 },
  },
  {
    id: 'go.inbox',
    menu: { path: 'Go', group: 3 },
  },
  {
    id: 'go.reading',
    menu: { path: 'Go', group: 3 },
  },
  {
    id: 'go.read',
    menu: { path: 'Go', group: 3 },
  },
  {
    id: 'go.teasers',
    menu: { path: 'Go', group: 3 },
  },
  {
    id: 'go.orphans',
    menu: { path: 'Go', group: 3 },
  },
  {
    id: 'go.trash',
    menu: { path: 'Go', group: 3 },
  },
  {
    id: 'go.notes',
    keys: ['Mod+Shift+H'],
    menu: { path: 'Go', group: 4 },
  },
  {
    id: 'go.codebook',
    keys: ['Mod+Shift+T'],
    menu: { path: 'Go', group: 4 },
  },
  {
    id: 'article.nextPage',
    keys: ['Space'],
    scope: 'reader',
    palette: false,
  },
  {
    id: 'article.markRead',
    keys: ['m'],
    menu: { path: 'File', group: 4 },
  },
  {
    id: 'article.markInbox',
    keys: ['i'],
    menu: { path: 'File', group: 4 },
  },
  {
    id: 'article.tag',
    keys: ['Shift+T'],
    menu: { path: 'File', group: 4 },
  },
  {
    id: 'article.untag',
    menu: { path: 'File', group: 4 },
  },
  {
    id: 'article.find',
    keys: ['Mod+F'],
    menu: { path: 'Edit', group: 3 },
  },
  {
    id: 'article.findNext',
    keys: ['Mod+G'],
    menu: { path: 'Edit', group: 3 },
  },
  {
    id: 'article.findPrevious',
    keys: ['Mod+Shift+G'],
    menu: { path: 'Edit', group: 3 },
  },
  {
    id: 'article.print',
    keys: ['Mod+P'],
    menu: { path: 'File', group: 2 },
  },
  { id: 'article.savePdf', menu: { path: 'File', group: 2 } },
  {
    id: 'article.outline',
    keys: ['Shift+O'],
    menu: { path: 'Go', group: 4 },
  },
  {
    id: 'article.showSource',
    keys: ['p'],
    menu: { path: 'File', group: 4 },
  },
  {
    id: 'article.compare',
    keys: ['Shift+V'],
    menu: { path: 'File', group: 4 },
  },
  {
    id: 'compare.next',
    keys: ['Alt+Down'],
    menu: { path: 'Go', group: 4 },
  },
  {
    id: 'compare.previous',
    keys: ['Alt+Up'],
    menu: { path: 'Go', group: 4 },
  },
  {
    id: 'article.trash',
    keys: ['Delete'],
    macKeys: ['Mod+Backspace'],
    menu: { path: 'File', group: 5 },
  },
  {
    id: 'article.restore',
    menu: { path: 'File', group: 5 },
  },
  {
    id: 'article.delete',
    keys: ['Shift+Delete'],
    scope: 'list',
    menu: { path: 'File', group: 5 },
  },
  {
    id: 'library.emptyTrash',
    menu: { path: 'File', group: 5 },
  },
] as const satisfies readonly CommandRow[];
