import { setImmediate } from 'node:timers/promises';
import { LecternError } from '../../shared/errors.ts';
import { phrase } from '../../shared/messages/phrase.ts';

const LONGEST_TURN = 20;

/**
 * Called again and again by work on the main thread: lets other work have its turn every 20
 * milliseconds. @throws LecternError cancelled, once the signal is aborted
 */
export type Turns = () => Promise<void>;

export function takingTurns(signal: AbortSignal): Turns {
  let since = performance.now();
  return async () => {
    if (performance.now() - since >= LONGEST_TURN) {
      await setImmediate();
      since = performance.now();
    }
    assertWanted(signal);
  };
}

/** @throws LecternError cancelled */
export function assertWanted(signal: AbortSignal): void {
  if (signal.aborted) throw new LecternError('cancelled', phrase('error.importCancelled'));
}
