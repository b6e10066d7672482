import { describe, expect, it } from 'vitest';
import {
  commandKeywords,
  commandLabel,
  COMMANDS,
  COMMAND_MENUS,
  isCommandId,
  keysOf,
} from '../../main/shared/commands.ts';
import { HIGHLIGHT_COLORS } from '../../main/shared/highlight-colors.ts';
import { parseKey } from '../../main/shared/keys.ts';
import { en } from '../../main/shared/messages/en.ts';
import { translatorFor } from '../../main/shared/messages/translator.ts';

const text = translatorFor('en-GB', []);

describe('the command table', () => {
  it('names every command once, as area.verb', () => {
    const ids = COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-zA-Z]*(\.[a-zA-Z0-9]+){1,2}$/);
  });

  it('labels every command in words, without the spaces that a menu would show', () => {
    for (const { id } of COMMANDS) {
      const label = commandLabel(id, text);
      expect(label.trim(), id).toBe(label);
      expect(label, id).toMatch(/^[A-Z]/);
    }
  });

  it('tells the entries of one menu apart by their labels', () => {
    for (const path of COMMAND_MENUS) {
      const labels = COMMANDS.filter(({ menu }) => menu?.path === path).map(({ id }) =>
        commandLabel(id, text),
      );
      expect(new Set(labels).size, path).toBe(labels.length);
    }
  });

  it.each([
    ['a Mac', true],
    ['Linux and Windows', false],
  ])('writes every key so that it can be read, on %s', (_platform, mac) => {
    for (const command of COMMANDS) {
      for (const key of keysOf(command, mac)) expect(() => parseKey(key), key).not.toThrow();
    }
  });

  it.each([
    ['a Mac', true],
    ['Linux and Windows', false],
  ])('gives no key to two commands that can be meant at once, on %s', (_platform, mac) => {
    const taken = COMMANDS.flatMap((command) =>
      keysOf(command, mac).map((key) => ({ key: JSON.stringify(parseKey(key)), command })),
    );
    const conflicts = taken.flatMap((one, index) =>
      taken
        .slice(index + 1)
        .filter(({ key, command }) => key === one.key && meet(command.scope, one.command.scope))
        .map(({ command }) => `${one.key}: ${one.command.id}, ${command.id}`),
    );
    expect(conflicts).toEqual([]);
  });

  it('uses no key that the system or the browser keeps for itself', () => {
    const kept = ['Mod+Q', 'Mod+W', 'Mod+H', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+A', 'Mod+T', 'Mod+N'];
    const used = COMMANDS.flatMap((command) => [
      ...keysOf(command, true),
      ...keysOf(command, false),
    ]);
    expect(used.filter((key) => kept.includes(key))).toEqual([]);
  });

  it('has one highlight command for each colour, in order', () => {
    const labels = COMMANDS.filter(({ id }) => id.startsWith('highlight.')).map(({ id }) =>
      commandLabel(id, text),
    );
    expect(labels.map((label) => label.toLowerCase())).toEqual(
      HIGHLIGHT_COLORS.map((color) => `highlight in ${color}`),
    );
  });

  it('gives every menu a command, in groups that count from 1 without gaps', () => {
    for (const path of COMMAND_MENUS) {
      const groups = COMMANDS.flatMap(({ menu }) => (menu?.path === path ? [menu.group] : []));
      expect(groups.length, path).toBeGreaterThan(0);
      // The Edit menu's second group is the clipboard, which is the system's.
      const all = path === 'Edit' ? [...groups, 2] : groups;
      const distinct = [...new Set(all)].sort((a, b) => a - b);
      expect(distinct, path).toEqual(distinct.map((_, index) => index + 1));
    }
  });

  it('keeps a submenu within one group', () => {
    const places = new Map<string, Set<string>>();
    for (const { menu } of COMMANDS) {
      if (menu?.submenu === undefined) continue;
      const known = places.get(menu.submenu) ?? new Set();
      places.set(menu.submenu, known.add(`${menu.path} ${menu.group}`));
    }
    for (const [submenu, where] of places) expect(where.size, submenu).toBe(1);
  });

  it('leads to every command: by key, menu or palette', () => {
    const lost = COMMANDS.filter(
      ({ keys, menu, palette }) => keys === undefined && menu === undefined && palette === false,
    );
    expect(lost).toEqual([]);
  });

  it('has no words for commands that are not there', () => {
    const ids = Object.keys(en)
      .map((key) => /^(?:command|keywords)\.(.+)$/.exec(key)?.[1])
      .filter((id) => id !== undefined);
    expect(ids.filter((id) => !isCommandId(id))).toEqual([]);
    for (const { id } of COMMANDS) {
      for (const word of commandKeywords(id, text)) expect(word, id).toMatch(/^[a-z][a-z ]*$/);
    }
  });

  it('knows its ids from other words', () => {
    expect(isCommandId('app.palette')).toBe(true);
    expect(isCommandId('toString')).toBe(false);
  });
});

/** A command without a scope can be meant anywhere; list and reader never have the focus together. */
function meet(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
