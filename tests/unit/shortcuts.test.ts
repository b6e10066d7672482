import { describe, expect, it } from 'vitest';
import { COMMANDS, keysOf, type CommandId } from '../../main/shared/commands.ts';
import { DEFAULT_SETTINGS } from '../../main/shared/entities.ts';
import {
  conflictsOf,
  keysFor,
  refusalOf,
  withKeyAdded,
  withKeyRemoved,
  withKeysReset,
  type Shortcuts,
} from '../../main/shared/shortcuts.ts';

const NONE: Shortcuts = DEFAULT_SETTINGS;

function command(id: CommandId) {
  const found = COMMANDS.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

const next = command('list.next');
const previous = command('list.previous');

describe('the keys of a command', () => {
  it('are those of the table while nothing is changed', () => {
    for (const one of COMMANDS) {
      expect(keysFor(one, NONE, false)).toEqual([...keysOf(one, false)]);
      expect(keysFor(one, NONE, true)).toEqual([...keysOf(one, true)]);
    }
  });

  it('are the user’s where they are changed, and none where all were taken away', () => {
    const shortcuts = { 'list.next': ['Mod+J', 'F6'], 'list.previous': [] };
    expect(keysFor(next, { ...NONE, shortcuts }, false)).toEqual(['Mod+J', 'F6']);
    expect(keysFor(previous, { ...NONE, shortcuts }, false)).toEqual([]);
  });

  it('leave out what can’t be read as a key', () => {
    const shortcuts = { 'list.next': ['', 'Hyper+J', 'Mod+J'] };
    expect(keysFor(next, { ...NONE, shortcuts }, false)).toEqual(['Mod+J']);
  });

  it('leave out letters, digits and signs alone when those are turned off, and nothing else', () => {
    const off = { ...NONE, singleKeys: false };
    expect(keysFor(next, off, false)).toEqual([]);
    expect(keysFor(command('article.tag'), off, false)).toEqual([]);
    expect(keysFor(command('app.help'), off, false)).toEqual([]);
    expect(keysFor(command('search.focus'), off, false)).toEqual(['Mod+Shift+F']);
    expect(keysFor(command('go.back'), off, false)).toEqual(['Alt+Left']);
    expect(keysFor(command('article.nextPage'), off, false)).toEqual(['Space']);
    expect(keysFor(command('app.cancel'), off, false)).toEqual(['Escape']);
  });
});

describe('changing a key', () => {
  it('tells which commands have it already, however it is written', () => {
    expect(conflictsOf(next, 'K', NONE, false)).toContain('list.previous');
    expect(conflictsOf(next, 'Shift+Mod+F', NONE, false)).toEqual(['search.focus']);
    expect(conflictsOf(next, 'Mod+F12', NONE, false)).toEqual([]);
  });

  it('sees no conflict between the list and the reader, which never have the focus together', () => {
    expect(conflictsOf(command('list.open'), 'S', NONE, false)).toEqual([]);
    expect(conflictsOf(command('go.inbox'), 'S', NONE, false)).toContain('select.nextSentence');
  });

  it('takes it from the command that had it', () => {
    const shortcuts = withKeyAdded(next, 'K', NONE, false);
    expect(shortcuts).toEqual({ 'list.next': ['j', 'K'], 'list.previous': [] });
    expect(conflictsOf(next, 'K', { ...NONE, shortcuts }, false)).toEqual([]);
  });

  it('goes back to the table for one command and leaves the others', () => {
    const shortcuts = withKeyAdded(next, 'K', NONE, false);
    const reset = withKeysReset(next, { ...NONE, shortcuts });
    expect(reset).toEqual({ 'list.previous': [] });
    expect(withKeyRemoved(next, 'j', NONE, false)).toEqual({ 'list.next': [] });
  });

  it('refuses what the system, or a button in focus, needs', () => {
    expect(refusalOf(next, 'Mod+W', false)).toBe('kept');
    expect(refusalOf(next, 'Mod+H', true)).toBe('kept');
    expect(refusalOf(next, 'Mod+H', false)).toBeNull();
    expect(refusalOf(next, 'Enter', false)).toBe('control');
    expect(refusalOf(next, 'Escape', false)).toBe('control');
    expect(refusalOf(command('select.nextSentence'), 'Right', false)).toBeNull();
    expect(refusalOf(next, 'Mod+Enter', false)).toBeNull();
  });

  it('refuses nothing that the table itself uses', () => {
    const refused = COMMANDS.filter(({ id }) => id !== 'app.cancel').flatMap((one) =>
      keysOf(one, false).filter((key) => refusalOf(one, key, false) !== null),
    );
    expect(refused).toEqual([]);
  });
});
