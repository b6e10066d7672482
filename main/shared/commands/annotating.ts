import type { CommandRow } from './row.ts';

export const ANNOTATING_COMMANDS = [
  {
    id: 'highlight.1',
    keys: ['1'],
    menu: { path: 'Annotate', group: 1, submenu: 'highlight' },
  },
  {
    id: 'highlight.2',
    keys: ['2'],
    menu: { path: 'Annotate', group: 1, submenu: 'highlight' },
  },
  {
    id: 'highlight.3',
    keys: ['3'],
    menu: { path: 'Annotate', group: 1, submenu: 'highlight' },
  },
  {
    id: 'highlight.4',
    keys: ['4'],
    menu: { path: 'Annotate', group: 1, submenu: 'highlight' },
  },
  {
    id: 'highlight.5',
    keys: ['5'],
    menu: { path: 'Annotate', group: 1, submenu: 'highlight' },
  },
  {
    id: 'highlight.6',
    keys: ['6'],
    menu: { path: 'Annotate', group: 1, submenu: 'highlight' },
  },
  {
    id: 'highlight.7',
    keys: ['7'],
    menu: { path: 'Annotate', group: 1, submenu: 'highlight' },
  },
  {
    id: 'highlight.8',
    keys: ['8'],
    menu: { path: 'Annotate', group: 1, submenu: 'highlight' },
  },
  {
    id: 'annotation.toolbar',
    keys: ['h'],
    menu: { path: 'Annotate', group: 1 },
  },
  {
    id: 'annotation.note',
    keys: ['n'],
    menu: { path: 'Annotate', group: 1 },
  },
  {
    id: 'annotation.tag',
    keys: ['t'],
    menu: { path: 'Annotate', group: 1 },
  },
  {
    id: 'article.note',
    keys: ['Shift+N'],
    menu: { path: 'Annotate', group: 1 },
  },
  {
    id: 'annotation.quickTag',
    keys: ['r'],
    scope: 'reader',
    menu: { path: 'Annotate', group: 1 },
  },
  {
    id: 'annotation.tagInVivo',
    keys: ['v'],
    menu: { path: 'Annotate', group: 1 },
  },
  {
    id: 'annotation.delete',
    keys: ['x'],
    menu: { path: 'Annotate', group: 2 },
  },
  {
    id: 'annotation.next',
    keys: [']'],
    menu: { path: 'Annotate', group: 3 },
  },
  {
    id: 'annotation.previous',
    keys: ['['],
    menu: { path: 'Annotate', group: 3 },
  },
  {
    id: 'annotation.cycle',
    keys: ['o'],
    scope: 'reader',
    menu: { path: 'Annotate', group: 3 },
  },
  {
    id: 'annotation.attach',
    keys: ['Enter'],
    scope: 'reader',
    palette: false,
  },
  {
    id: 'annotation.switchEnd',
    keys: ['e'],
    menu: { path: 'Annotate', group: 3, submenu: 'adjust' },
  },
  {
    id: 'annotation.endWordRight',
    keys: ['.'],
    menu: { path: 'Annotate', group: 3, submenu: 'adjust' },
  },
  {
    id: 'annotation.endWordLeft',
    keys: [','],
    menu: { path: 'Annotate', group: 3, submenu: 'adjust' },
  },
  {
    id: 'annotation.endCharacterRight',
    keys: ['>'],
    menu: { path: 'Annotate', group: 3, submenu: 'adjust' },
  },
  {
    id: 'annotation.endCharacterLeft',
    keys: ['<'],
    menu: { path: 'Annotate', group: 3, submenu: 'adjust' },
  },
  {
    id: 'select.nextSentence',
    keys: ['Right', 's'],
    scope: 'reader',
    menu: { path: 'Annotate', group: 4, submenu: 'select' },
  },
  {
    id: 'select.previousSentence',
    keys: ['Left', 'Shift+S'],
    scope: 'reader',
    menu: { path: 'Annotate', group: 4, submenu: 'select' },
  },
  {
    id: 'select.nextParagraph',
    keys: ['Mod+Down'],
    scope: 'reader',
    menu: { path: 'Annotate', group: 4, submenu: 'select' },
  },
  {
    id: 'select.previousParagraph',
    keys: ['Mod+Up'],
    scope: 'reader',
    menu: { path: 'Annotate', group: 4, submenu: 'select' },
  },
  {
    id: 'select.all',
    menu: { path: 'Annotate', group: 4, submenu: 'select' },
  },
  {
    id: 'select.extendSentence',
    keys: ['Shift+Right'],
    scope: 'reader',
    menu: { path: 'Annotate', group: 4, submenu: 'select' },
  },
  {
    id: 'select.extendParagraph',
    keys: ['Shift+Down'],
    scope: 'reader',
    menu: { path: 'Annotate', group: 4, submenu: 'select' },
  },
  {
    id: 'select.extendWord',
    keys: ['Mod+Shift+Right'],
    scope: 'reader',
    menu: { path: 'Annotate', group: 4, submenu: 'select' },
  },
  {
    id: 'select.shrinkWord',
    keys: ['Shift+Left'],
    scope: 'reader',
    menu: { path: 'Annotate', group: 4, submenu: 'select' },
  },
  { id: 'passages.untag' },
  { id: 'passages.copyQuote', keys: ['y'] },
  { id: 'passages.copyMarkdown', keys: ['Shift+Y'] },
  { id: 'passages.copyPlain' },
] as const satisfies readonly CommandRow[];
