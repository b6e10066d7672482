import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work after which others get their turn. */
const TURN = 20;

/** For long work on the main thread: to be awaited before each piece of it. */
export function takingTurns(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun <= TURN) return;
    await nextTurn();
    begun = performance.now();
  };
}
