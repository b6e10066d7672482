import { COMMANDS, type Command, type CommandId } from '../../../main/shared/commands.ts';
import { DEFAULT_SETTINGS } from '../../../main/shared/entities.ts';
import {
  belongsToTextField,
  formatKey,
  matchesKey,
  parseKey,
  type Key,
} from '../../../main/shared/keys.ts';
import { keysFor, type Shortcuts } from '../../../main/shared/shortcuts.ts';
import { t } from '../text.ts';
import { isAvailable, runCommand } from './registry.ts';

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

interface Binding {
  command: Command;
  key: Key;
}

let shortcuts: Shortcuts = DEFAULT_SETTINGS;
let bindings = bindingsOf(shortcuts);

function bindingsOf(given: Shortcuts): Binding[] {
  return COMMANDS.flatMap((command) =>
    keysFor(command, given, isMac).map((text) => ({ command, key: parseKey(text) })),
  );
}

/** From now on these keys run the commands. What shows keys has to be drawn anew. */
export function setShortcuts(next: Shortcuts): void {
  if (next.shortcuts === shortcuts.shortcuts && next.singleKeys === shortcuts.singleKeys) return;
  shortcuts = next;
  bindings = bindingsOf(next);
}

/** The keys of a command, as people of this platform write them. */
export function shownKeys(id: CommandId): string[] {
  return bindings
    .filter(({ command }) => command.id === id)
    .map(({ key }) => formatKey(key, isMac));
}

/** The one that is shown where there is room for one; null without any. */
export function shownKey(id: CommandId): string | null {
  return shownKeys(id)[0] ?? null;
}

/** A text for a tooltip, with the command's key after it. */
export function withKey(label: string, id: CommandId): string {
  const keys = shownKey(id);
  return keys === null ? label : t('ui.keyed', { label, keys });
}

/** Runs commands for key presses of the whole window. Gives the function that ends it. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

export function isTextField(element: Element | null): boolean {
  return element?.matches('input, textarea, select, [contenteditable]') ?? false;
}

/** Fields that nothing is written into: keys with Ctrl or Cmd mean nothing to them. */
const CHOICES = 'select, [type="range"], [type="radio"], [type="checkbox"]';

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const typing = isTextField(target);
  const inDialog = target?.closest('dialog') !== null && target !== null;
  for (const { command, key } of bindings) {
    if (!matchesKey(key, event, isMac)) continue;
    const meansNothing = key.mod && target?.matches(CHOICES) === true;
    if (typing && belongsToTextField(key, isMac) && !meansNothing) continue;
    if (inDialog && command.id !== 'app.palette') continue;
    if (command.scope !== undefined && target?.closest(`[data-scope="${command.scope}"]`) == null) {
      continue;
    }
    // A focused button or link is worked by Space and Enter itself.
    const pressesControl = !key.mod && (event.key === ' ' || event.key === 'Enter');
    if (pressesControl && target?.matches('button, a[href], summary, [role="option"]') === true)
      continue;
    if (!isAvailable(command.id)) continue;
    event.preventDefault();
    runCommand(command.id);
    return;
  }
}
