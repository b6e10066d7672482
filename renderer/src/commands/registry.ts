/**
 * Every action is a command of `main/shared/commands.ts`; the features give them what they do
 * while they are on the screen. Keyboard, palette, buttons and the native menu all run them here.
 */
import { createContext, useContext, useEffect, useRef } from 'react';
import type { CommandId } from '../../../main/shared/commands.ts';
import { notifyFailure } from '../state/view.ts';

export interface CommandHandler {
  run: () => unknown;
  /** Absent: always, while the feature is there. */
  when?: () => boolean;
}

const handlers = new Map<CommandId, CommandHandler[]>();

export function isAvailable(id: CommandId): boolean {
  return handlerOf(id) !== undefined;
}

/** Runs a command; false when nothing on the screen does it now. */
export function runCommand(id: CommandId): boolean {
  const handler = handlerOf(id);
  if (handler === undefined) return false;
  try {
    const result = handler.run();
    if (result instanceof Promise) result.catch(notifyFailure);
  } catch (error) {
    notifyFailure(error);
  }
  return true;
}

/** The newest handler whose condition holds: a dialog's wins over the page's below it. */
function handlerOf(id: CommandId): CommandHandler | undefined {
  return handlers.get(id)?.findLast((handler) => handler.when?.() ?? true);
}

export type CommandTable = Partial<Record<CommandId, CommandHandler | (() => unknown)>>;

/** False around what is on the screen and isn't what the keys are about, such as the other of two readers. */
export const TakesCommands = createContext(true);

/** Gives commands what they do for as long as the component is mounted. The set of ids must not change. */
export function useCommands(table: CommandTable): void {
  const taken = useContext(TakesCommands);
  const latest = useRef({ table, taken });
  useEffect(() => {
    latest.current = { table, taken };
  });
  useEffect(() => {
    const added = (Object.keys(latest.current.table) as CommandId[]).map((id) => {
      const current = () => asHandler(latest.current.table[id]);
      const handler: CommandHandler = {
        run: () => current()?.run(),
        when: () => latest.current.taken && (current()?.when?.() ?? true),
      };
      handlers.set(id, [...(handlers.get(id) ?? []), handler]);
      return { id, handler };
    });
    return () => {
      for (const { id, handler } of added) {
        handlers.set(id, handlers.get(id)?.filter((other) => other !== handler) ?? []);
      }
    };
  }, []);
}

function asHandler(entry: CommandTable[CommandId]): CommandHandler | undefined {
  return typeof entry === 'function' ? { run: entry } : entry;
}
