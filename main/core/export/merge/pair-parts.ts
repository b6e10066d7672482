import type { Part } from '../document.ts';
import type { LocatedPart } from './locate.ts';

interface Slot {
  old: LocatedPart | null;
  now: Part | null;
}

/**
 * The nth part of a role is the nth of that role before. In the order in which they were written,
 * new ones behind the one that they follow.
 */
export function pairParts(before: readonly LocatedPart[], now: readonly Part[]): Slot[] {
  const slots: Slot[] = before.map((old) => ({ old, now: null }));
  let place = 0;
  for (const each of now) {
    const at = slots.findIndex(
      (slot) => slot.now === null && slot.old !== null && slot.old.part.role === each.role,
    );
    const slot = slots[at];
    if (slot === undefined) slots.splice(place, 0, { old: null, now: each });
    else slot.now = each;
    place = (slot === undefined ? place : Math.max(place, at)) + 1;
  }
  return slots;
}

/** Whether parts that were there stand in another order now. */
export function isReordered(slots: readonly Slot[], now: readonly Part[]): boolean {
  const order = slots.flatMap((slot) =>
    slot.old === null || slot.now === null ? [] : [now.indexOf(slot.now)],
  );
  return order.some((place, index) => index > 0 && place < (order[index - 1] ?? 0));
}
