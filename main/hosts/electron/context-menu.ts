/** Electron shows no menu on a right click; this is the one that text has everywhere. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { ElectronApi, HostWindow } from './api.ts';

type TextAt = Pick<
  ContextMenuParams,
  'dictionarySuggestions' | 'editFlags' | 'isEditable' | 'misspelledWord' | 'selectionText'
>;

export function showContextMenus(Menu: ElectronApi['Menu'], window: HostWindow): void {
  window.webContents.on('context-menu', (_event, params) => {
    const replace = (word: string) => window.webContents.replaceMisspelling(word);
    const items = contextMenu(params, replace);
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
}

export function contextMenu(
  text: TextAt,
  replace: (word: string) => void,
): MenuItemConstructorOptions[] {
  if (text.isEditable) return [...corrections(text, replace), ...editing(text)];
  return text.selectionText.trim() === '' ? [] : [{ role: 'copy' }];
}

function corrections(text: TextAt, replace: (word: string) => void): MenuItemConstructorOptions[] {
  if (text.misspelledWord === '' || text.dictionarySuggestions.length === 0) return [];
  const words = text.dictionarySuggestions.map((word) => ({
    label: word,
    click: () => replace(word),
  }));
  return [...words, { type: 'separator' }];
}

function editing({ editFlags }: TextAt): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', enabled: editFlags.canUndo },
    { role: 'redo', enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
    { role: 'paste', enabled: editFlags.canPaste },
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
}
