/**
 * Settings that are shown already and on their way to the core. An answer that the core gave before
 * it had them must not take them off the screen again.
 */
import type { Settings } from '../../../main/shared/entities.ts';

const unwritten = new Set<Partial<Settings>>();

/** Gives the function that says they have arrived. */
export function noteUnwritten(change: Partial<Settings>): () => void {
  unwritten.add(change);
  return () => unwritten.delete(change);
}

export function withUnwritten(settings: Settings): Settings {
  return Object.assign({}, settings, ...unwritten);
}
