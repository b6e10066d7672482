import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { EVENT_CHANNEL } from '../../../main/shared/bridge.ts';
import { COMMANDS } from '../../../main/shared/commands.ts';
import type { ElectronDouble, MenuEntry } from '../../support/electron-double.ts';
import { startHost } from './started-host.ts';

const IN_MENU = COMMANDS.filter(({ menu }) => menu !== undefined).map(({ id }) => id);

async function menuOn(
  platform: NodeJS.Platform,
  devServerUrl: string | null = null,
  prepare: (double: ElectronDouble) => void = () => {},
) {
  const host = await startHost({ platform, devServerUrl, prepare });
  const entries = host.double.menuEntries();
  const entry = (id: string) => entries.find((candidate) => candidate.id === id);
  const roles = entries.map(({ role }) => role).filter((role) => role !== null);
  return { ...host, entries, entry, roles };
}

const topLevel = (entries: MenuEntry[]) => [
  ...new Set(entries.map(({ path }) => path.split(' > ')[0])),
];

describe('the menu bar', () => {
  it.each(['darwin', 'linux', 'win32'] as const)(
    'has every command once on %s',
    async (platform) => {
      const { entries } = await menuOn(platform);
      const ids = entries.map(({ id }) => id).filter((id) => id !== null);
      expect(ids.toSorted()).toEqual(IN_MENU.toSorted());
    },
  );

  it('asks the page to run the command that was chosen', async () => {
    const { double } = await menuOn('linux');
    for (const id of IN_MENU) double.click(id);
    expect(double.sent()).toEqual(
      IN_MENU.map((id) => ({ name: 'command.requested', payload: { id } })),
    );
    expect(double.window().webContents.sent[0]?.channel).toBe(EVENT_CHANNEL);
  });

  it('follows the Mac: its own menu first with the settings, then Window before Help', async () => {
    const { entries, entry, roles } = await menuOn('darwin');
    expect(topLevel(entries)).toEqual([
      'Lectern',
      'File',
      'Edit',
      'View',
      'Go',
      'Annotate',
      'windowMenu',
      'help',
    ]);
    expect(entry('app.settings')?.path).toBe('Lectern > Settings…');
    expect(roles).toEqual(
      expect.arrayContaining([
        'about',
        'services',
        'hide',
        'hideOthers',
        'unhide',
        'quit',
        'close',
      ]),
    );
    expect(entries.map(({ path }) => path)).toContain('File > Open Recent > Clear Menu');
  });

  it('follows Linux and Windows: settings, Exit and About where they are looked for', async () => {
    const { entries, entry } = await menuOn('win32');
    expect(topLevel(entries)).toEqual(['File', 'Edit', 'View', 'Go', 'Annotate', 'Help']);
    expect(entry('app.settings')?.path).toBe('File > Settings…');
    const paths = entries.map(({ path }) => path);
    expect(paths).toContain('File > quit');
    expect(paths).toContain('Help > about');
  });

  it('lists what was imported last where the system keeps no list, also after a restart', async () => {
    const host = await menuOn('linux');
    const recent = () =>
      host.double
        .menuEntries()
        .map(({ path }) => path)
        .filter((path) => path.startsWith('File > Open Recent'))
        .map((path) => path.split(' > ')[2]);
    const plan = (...paths: string[]) =>
      host.double.invoke('lectern:call', ['imports.plan', { paths }]);
    expect(recent()).toEqual(['Clear Menu']);
    await plan('/desk/a.txt', '/desk/b & c.txt');
    await plan('/desk/a.txt');
    expect(recent()).toEqual(['/desk/a.txt', '/desk/b & c.txt', 'Clear Menu']);
    host.double.click('/desk/b && c.txt');
    expect(host.double.sent().at(-1)).toEqual({
      name: 'files.opened',
      payload: { paths: ['/desk/b & c.txt'] },
    });
    const kept = await readFile(join(host.double.app.userData, 'recent.json'), 'utf8');
    expect(JSON.parse(kept)).toEqual(['/desk/a.txt', '/desk/b & c.txt']);
    await plan(...Array.from({ length: 12 }, (_, index) => `/desk/${index}.txt`));
    expect(recent()).toHaveLength(11);
    host.double.click('Clear Menu');
    expect(recent()).toEqual(['Clear Menu']);
  });

  it('starts without recent files where their list is damaged', async () => {
    const { entries } = await menuOn('win32', null, (double) =>
      writeFileSync(join(double.app.userData, 'recent.json'), '[1, "'),
    );
    expect(entries.map(({ path }) => path)).toContain('File > Open Recent > Clear Menu');
  });

  it('leaves the clipboard to the system, between undo and search', async () => {
    const { entries } = await menuOn('linux');
    const edit = entries.filter(({ path }) => path.startsWith('Edit > '));
    expect(edit.map(({ id, role }) => id ?? role)).toEqual([
      'edit.undo',
      'edit.redo',
      'cut',
      'copy',
      'paste',
      'delete',
      'selectAll',
      'search.focus',
      'search.clear',
      'article.find',
      'article.findNext',
      'article.findPrevious',
    ]);
  });

  it('offers reloading and DevTools to developers alone', async () => {
    expect((await menuOn('linux')).roles).not.toContain('reload');
    const developing = await menuOn('linux', 'http://localhost:5173');
    expect(developing.roles).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  });

  it('registers no key that a text field needs, and still shows it', async () => {
    const { entries } = await menuOn('linux');
    const taken = entries.flatMap(({ accelerator, registered }) =>
      accelerator !== null && registered ? [accelerator] : [],
    );
    expect(taken).toEqual(expect.arrayContaining(['CmdOrCtrl+K', 'Alt+Left']));
    expect(taken.filter((accelerator) => !/Ctrl|Alt/.test(accelerator))).toEqual([]);
    expect(taken.filter((accelerator) => accelerator.endsWith('Z'))).toEqual([]);
    const shown = entries.find(({ id }) => id === 'list.next');
    expect(shown).toMatchObject({ accelerator: 'J', registered: false });
  });

  it('shows on a Mac no key that it could not show without taking it', async () => {
    const { entries, entry } = await menuOn('darwin');
    const bare = entries.filter(
      ({ accelerator }) => accelerator !== null && !/Cmd/.test(accelerator),
    );
    expect(bare).toEqual([]);
    expect(entry('article.trash')?.accelerator).toBeNull();
    expect(entry('edit.undo')?.accelerator).toBe('CmdOrCtrl+Z');
    expect(entry('go.back')?.accelerator).toBe('CmdOrCtrl+[');
  });

  it('closes and changes tabs by the keys of the platform, which a browser would not give', async () => {
    const linux = await menuOn('linux');
    expect(linux.entry('tab.close')).toMatchObject({ accelerator: 'Ctrl+W', registered: true });
    expect(linux.entry('tab.next')?.accelerator).toBe('Ctrl+Tab');
    const mac = await menuOn('darwin');
    expect(mac.entry('tab.close')?.accelerator).toBe('Cmd+W');
    expect(mac.entries.find(({ role }) => role === 'close')?.accelerator).toBe('Shift+Cmd+W');
  });

  it('registers no accelerator twice', async () => {
    for (const platform of ['darwin', 'linux'] as const) {
      const { entries } = await menuOn(platform);
      const accelerators = entries.flatMap(({ accelerator, registered }) =>
        accelerator !== null && registered ? [accelerator] : [],
      );
      expect(new Set(accelerators).size).toBe(accelerators.length);
    }
  });

  it('has the keys and the language of the settings, and follows them', async () => {
    const { double, app } = await startHost({ platform: 'linux' });
    const entry = (id: string) => double.menuEntries().find((candidate) => candidate.id === id);
    expect(entry('list.next')?.accelerator).toBe('J');
    app.settings = {
      ...app.settings,
      language: 'en-XA',
      shortcuts: { 'go.inbox': ['Mod+Shift+I'] },
      singleKeys: false,
    };
    app.emit({ name: 'settings.changed', payload: {} });
    await setImmediate();
    expect(entry('list.next')?.accelerator).toBeNull();
    expect(entry('go.inbox')).toMatchObject({
      accelerator: 'CmdOrCtrl+Shift+I',
      registered: true,
      path: expect.stringMatching(/^\[.*\] > \[.*\]$/),
    });
  });

  it('opens a window for a command when a Mac has none, and keeps the command for its page', async () => {
    const { double } = await menuOn('darwin');
    double.window().close();
    double.click('import.files');
    const window = double.window();
    expect(window.webContents.sent).toEqual([]);
    window.finishLoading();
    expect(window.webContents.sent.map(({ args }) => args[0])).toEqual([
      { name: 'command.requested', payload: { id: 'import.files' } },
    ]);
  });
});

describe('a right click', () => {
  const flags = {
    canUndo: true,
    canRedo: false,
    canCut: true,
    canCopy: true,
    canPaste: true,
    canDelete: true,
    canSelectAll: true,
    canEditRichly: false,
  };
  const text = {
    dictionarySuggestions: [] as string[],
    editFlags: flags,
    isEditable: false,
    misspelledWord: '',
    selectionText: '',
  };

  it('on selected text offers to copy it, and elsewhere nothing', async () => {
    const { double } = await startHost();
    const { webContents } = double.window();
    webContents.emit('context-menu', {}, { ...text, selectionText: ' ' });
    webContents.emit('context-menu', {}, { ...text, selectionText: 'words' });
    expect(double.popups).toEqual([[{ role: 'copy' }]]);
  });

  it('in a text field offers what can be done there, corrections first', async () => {
    const { double } = await startHost();
    const { webContents } = double.window();
    const field = { isEditable: true, misspelledWord: 'teh', dictionarySuggestions: ['the'] };
    webContents.emit('context-menu', {}, { ...text, ...field });
    const [items = []] = double.popups;
    expect(items.map(({ label, role, type }) => label ?? role ?? type)).toEqual([
      'the',
      'separator',
      'undo',
      'redo',
      'separator',
      'cut',
      'copy',
      'paste',
      'selectAll',
    ]);
    expect(items.find(({ role }) => role === 'redo')?.enabled).toBe(false);
    items[0]?.click?.({} as never, undefined, {} as never);
    expect(webContents.done).toEqual(['replace the']);
  });
});
