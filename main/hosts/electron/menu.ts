/**
 * The menu bar, made from the command table, with the entries and places each platform expects.
 *
 * The page sees every key before the menu does, and what it handles doesn't reach the menu: no
 * command runs twice. Undo and Redo are commands of ours and not Electron's roles, because a role
 * undoes typing and nothing else; chosen while a text field has the focus, the page hands them on to
 * the field.
 */
import type { MenuItemConstructorOptions } from 'electron';
import {
  commandLabel,
  COMMANDS,
  isOffered,
  type Command,
  type CommandId,
} from '../../shared/commands.ts';
import type { CommandMenu } from '../../shared/commands/row.ts';
import type { ColorChoice } from '../../shared/highlight-colors.ts';
import { belongsToTextField, parseKey, toAccelerator, type Key } from '../../shared/keys.ts';
import type { Translator } from '../../shared/messages/translator.ts';
import { isChanged, keysFor, type Shortcuts } from '../../shared/shortcuts.ts';

type Item = MenuItemConstructorOptions;

export interface MenuOptions {
  shortcuts: Shortcuts;
  highlightColors: readonly ColorChoice[];
  text: Translator;
  mac: boolean;
  /** Absolute paths of what was imported last, the last one first. A Mac keeps its own list. */
  recent: { paths: readonly string[]; open(path: string): void; clear(): void };
  /** Adds reloading and DevTools. */
  development: boolean;
  run(id: CommandId): void;
}

const SEPARATOR: Item = { type: 'separator' };

/** The shorter key closes a tab. */
const CLOSE_WINDOW: Item = { role: 'close', accelerator: 'Shift+Cmd+W' };

export function applicationMenu(options: MenuOptions): Item[] {
  return options.mac ? macMenu(options) : pcMenu(options);
}

function macMenu(options: MenuOptions): Item[] {
  const [file, edit, view, go, annotate, help] = commandMenus(options);
  const { t } = options.text;
  return [
    {
      label: t('app.name'),
      submenu: joined([
        [{ role: 'about' }],
        [commandItem('app.settings', options)],
        [{ role: 'services' }],
        [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }],
        [{ role: 'quit' }],
      ]),
    },
    { label: t('menu.File'), submenu: joined([...withRecent(file, options), [CLOSE_WINDOW]]) },
    { label: t('menu.Edit'), submenu: joined(withClipboard(edit)) },
    { label: t('menu.View'), submenu: joined([...view, ...screenGroups(options)]) },
    { label: t('menu.Go'), submenu: joined(go) },
    { label: t('menu.Annotate'), submenu: joined(annotate) },
    { role: 'windowMenu' },
    { role: 'help', submenu: joined(help) },
  ];
}

function pcMenu(options: MenuOptions): Item[] {
  const [file, edit, view, go, annotate, help] = commandMenus(options);
  const { t } = options.text;
  const withMnemonic = (menu: CommandMenu) => `&${t(`menu.${menu}`)}`;
  return [
    {
      label: withMnemonic('File'),
      submenu: joined([...withRecent(file, options), [{ role: 'quit' }]]),
    },
    { label: withMnemonic('Edit'), submenu: joined(withClipboard(edit)) },
    { label: withMnemonic('View'), submenu: joined([...view, ...screenGroups(options)]) },
    { label: withMnemonic('Go'), submenu: joined(go) },
    { label: withMnemonic('Annotate'), submenu: joined(annotate) },
    { label: withMnemonic('Help'), submenu: joined([...help, [{ role: 'about' }]]) },
  ];
}

type Groups = Item[][];

function commandMenus(options: MenuOptions): [Groups, Groups, Groups, Groups, Groups, Groups] {
  const groups = (path: CommandMenu) => commandGroups(path, options);
  return [
    groups('File'),
    groups('Edit'),
    groups('View'),
    groups('Go'),
    groups('Annotate'),
    groups('Help'),
  ];
}

/** The commands of one menu, a list for each group. On a Mac the settings are in the app's menu. */
function commandGroups(path: CommandMenu, options: MenuOptions): Groups {
  const commands = COMMANDS.filter(
    ({ id, menu }) =>
      menu?.path === path &&
      isOffered(id, options.highlightColors) &&
      !(options.mac && id === 'app.settings'),
  );
  const numbers = [...new Set(commands.map(({ menu }) => menu?.group ?? 0))].sort((a, b) => a - b);
  return numbers.map((number) =>
    withSubmenus(
      commands.filter(({ menu }) => menu?.group === number),
      options,
    ),
  );
}

/** Puts the commands of one submenu into it, where the first of them stands. */
function withSubmenus(commands: readonly Command[], options: MenuOptions): Item[] {
  const items: Item[] = [];
  const submenus = new Map<string, Item[]>();
  for (const command of commands) {
    const name = command.menu?.submenu;
    const item = itemOf(command, options);
    const submenu = name === undefined ? undefined : submenus.get(name);
    if (name === undefined) items.push(item);
    else if (submenu !== undefined) submenu.push(item);
    else {
      const started = [item];
      submenus.set(name, started);
      items.push({ label: options.text.t(`submenu.${name}`), submenu: started });
    }
  }
  return items;
}

function commandItem(id: CommandId, options: MenuOptions): Item {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  if (command === undefined) throw new Error(`No command ${id}`);
  return itemOf(command, options);
}

function itemOf(command: Command, options: MenuOptions): Item {
  return {
    id: command.id,
    label: commandLabel(command.id, options.text, options.highlightColors),
    click: () => options.run(command.id),
    ...acceleratorOf(command, options),
  };
}

/**
 * A key that types or edits must stay with the text field that has the focus. Linux and Windows can
 * show it without registering it; a Mac can't, so there it isn't shown. But for undo and redo: there
 * text fields get them from the menu and from nowhere else.
 */
function acceleratorOf(command: Command, { mac, shortcuts }: MenuOptions): Item {
  const own = (mac ? MAC_WINDOW_KEYS : WINDOW_KEYS)[command.id];
  if (own !== undefined && !isChanged(command, shortcuts)) return { accelerator: own };
  const [text] = keysFor(command, shortcuts, mac);
  if (text === undefined) return {};
  const key = parseKey(text);
  const accelerator = toAccelerator(key);
  if (!belongsToTextField(key, mac) || (mac && isUndoKey(key))) return { accelerator };
  return mac ? {} : { accelerator, registerAccelerator: false };
}

/** Keys that a browser keeps for its own tabs, and that are free in a window of ours. */
const WINDOW_KEYS: Partial<Record<CommandId, string>> = {
  'tab.close': 'Ctrl+W',
  'tab.next': 'Ctrl+Tab',
  'tab.previous': 'Ctrl+Shift+Tab',
};

const MAC_WINDOW_KEYS: Partial<Record<CommandId, string>> = {
  'tab.close': 'Cmd+W',
  'tab.next': 'Shift+Cmd+]',
  'tab.previous': 'Shift+Cmd+[',
};

function isUndoKey(key: Key): boolean {
  return key.mod && key.key === 'z';
}

function withClipboard([undo = [], ...rest]: Groups): Groups {
  const clipboard: Item[] = [
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'delete' },
    { role: 'selectAll' },
  ];
  return [undo, clipboard, ...rest];
}

function withRecent([imports = [], ...rest]: Groups, options: MenuOptions): Groups {
  const item = options.mac ? systemRecent(options) : ownRecent(options);
  return [[...imports, item], ...rest];
}

function systemRecent({ text: { t } }: MenuOptions): Item {
  return {
    label: t('menu.recent'),
    role: 'recentDocuments',
    submenu: [{ label: t('menu.clearRecent'), role: 'clearRecentDocuments' }],
  };
}

function ownRecent({ text: { t }, recent }: MenuOptions): Item {
  const files = recent.paths.map((path) => ({
    // A single one would underline the letter after it.
    label: path.replaceAll('&', '&&'),
    click: () => recent.open(path),
  }));
  const clear = { label: t('menu.clearRecent'), click: () => recent.clear() };
  return {
    label: t('menu.recent'),
    enabled: files.length > 0,
    submenu: joined([files, [clear]]),
  };
}

function screenGroups({ development }: MenuOptions): Groups {
  const screen: Groups = [[{ role: 'togglefullscreen' }]];
  return development ? [...screen, [{ role: 'reload' }, { role: 'toggleDevTools' }]] : screen;
}

function joined(groups: Groups): Item[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [SEPARATOR, ...group]));
}
