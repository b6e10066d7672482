/** The keys of commands as the user has changed them, and what may be changed. Pure functions. */
import { COMMANDS, keysOf, type Command, type CommandId } from './commands.ts';
import type { Settings } from './entities.ts';
import { isKeyText, parseKey, type Key } from './keys.ts';

export type Shortcuts = Pick<Settings, 'shortcuts' | 'singleKeys'>;

/** The keys that work for a command, the shown one first. */
export function keysFor(command: Command, shortcuts: Shortcuts, mac: boolean): string[] {
  const keys = assignedKeys(command, shortcuts, mac);
  return shortcuts.singleKeys ? keys : keys.filter((text) => !isSingle(parseKey(text)));
}

/** Also those that single keys being off leaves without effect. What can't be read isn't there. */
export function assignedKeys(command: Command, { shortcuts }: Shortcuts, mac: boolean): string[] {
  return [...(shortcuts[command.id]?.filter(isKeyText) ?? keysOf(command, mac))];
}

export function isChanged(command: Command, { shortcuts }: Shortcuts): boolean {
  return shortcuts[command.id] !== undefined;
}

/** A letter, digit or sign alone: what a person who dictates, or types into the wrong window, can hit. */
export function isSingle({ mod, alt, key }: Key): boolean {
  return !mod && !alt && key.length === 1 && key !== ' ';
}

/** Other commands that the key would run as well where this one works. */
export function conflictsOf(
  command: Command,
  keyText: string,
  shortcuts: Shortcuts,
  mac: boolean,
): CommandId[] {
  const key = JSON.stringify(parseKey(keyText));
  return COMMANDS.filter(
    (other) =>
      other.id !== command.id &&
      meet(command, other) &&
      assignedKeys(other, shortcuts, mac).some((text) => JSON.stringify(parseKey(text)) === key),
  ).map(({ id }) => id);
}

/** A command without a scope can be meant anywhere; two scopes never have the focus together. */
function meet(one: Command, other: Command): boolean {
  return one.scope === undefined || other.scope === undefined || one.scope === other.scope;
}

const KEPT = ['Mod+Q', 'Mod+W', 'Mod+T', 'Mod+N', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+A', 'Alt+F4'];
const KEPT_ON_MAC = ['Mod+H', 'Mod+M', 'Mod+Space', 'Mod+Tab'];

/**
 * Why a key can't be given to a command, or null: `kept` by the system or the browser, `control`
 * where buttons, fields and dialogs need it themselves.
 */
export function refusalOf(
  command: Command,
  keyText: string,
  mac: boolean,
): 'kept' | 'control' | null {
  const key = parseKey(keyText);
  const same = (text: string) => JSON.stringify(parseKey(text)) === JSON.stringify(key);
  if ([...KEPT, ...(mac ? KEPT_ON_MAC : [])].some(same)) return 'kept';
  if (key.mod || key.alt) return null;
  if (key.key === 'Escape' || key.key === 'Tab') return 'control';
  const moves = ['Enter', ' ', 'Backspace'].includes(key.key) || key.key.startsWith('Arrow');
  return moves && command.scope === undefined ? 'control' : null;
}

/** The changes after a key was given to a command, and taken from those that had it. */
export function withKeyAdded(
  command: Command,
  keyText: string,
  given: Shortcuts,
  mac: boolean,
): Settings['shortcuts'] {
  const key = JSON.stringify(parseKey(keyText));
  const changed = { ...given.shortcuts };
  for (const id of conflictsOf(command, keyText, given, mac)) {
    const other = COMMANDS.find((candidate) => candidate.id === id);
    if (other === undefined) continue;
    const left = assignedKeys(other, given, mac).filter(
      (text) => JSON.stringify(parseKey(text)) !== key,
    );
    changed[id] = left;
  }
  const own = assignedKeys(command, given, mac).filter(
    (text) => JSON.stringify(parseKey(text)) !== key,
  );
  return { ...changed, [command.id]: [...own, keyText] };
}

export function withKeyRemoved(
  command: Command,
  keyText: string,
  given: Shortcuts,
  mac: boolean,
): Settings['shortcuts'] {
  const left = assignedKeys(command, given, mac).filter((text) => text !== keyText);
  return { ...given.shortcuts, [command.id]: left };
}

export function withKeysReset(command: Command, { shortcuts }: Shortcuts): Settings['shortcuts'] {
  return Object.fromEntries(Object.entries(shortcuts).filter(([id]) => id !== command.id));
}
