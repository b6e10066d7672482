/**
 * Which articles of the list are chosen together, beside the one that is open. Without any, what is
 * done is done to the open one.
 */
import { create } from 'zustand';
import { useView } from './view.ts';

/** An article and its place in the list, from 0. */
export interface ListSpot {
  id: string;
  index: number;
}

interface Chosen {
  ids: ReadonlySet<string>;
  /** Where a range begins. */
  anchor: ListSpot | null;
  /** Where the keyboard stands in the list, when that is not the open article. */
  lead: ListSpot | null;
}

const NONE: Chosen = { ids: new Set(), anchor: null, lead: null };

export const useChosen = create<Chosen>()(() => NONE);

const { getState, setState } = useChosen;

// What was chosen belongs to the list it was chosen in, and gives way to an opened article: at once,
// so that a key pressed right after it finds the list as it now is.
useView.subscribe((view, before) => {
  if (view.list !== before.list || view.query !== before.query) forgetChosen();
  else if (view.articleId !== before.articleId) chooseNone();
});

export function chosenIds(): string[] {
  return [...getState().ids];
}

/** Whether a command on articles goes to the chosen ones and not to the open one. */
export function areChosen(): boolean {
  return getState().ids.size > 0;
}

/** Where a range began is kept. */
export function chooseNone(): void {
  const { ids, lead } = getState();
  if (ids.size > 0 || lead !== null) setState({ ids: NONE.ids, lead: null });
}

/** For another list. */
export function forgetChosen(): void {
  if (getState() !== NONE) setState(NONE);
}

/** The next range begins here. */
export function startAt(spot: ListSpot): void {
  setState({ ids: NONE.ids, anchor: spot, lead: null });
}

/** The keyboard moved here; what is chosen stays. */
export function leadTo(spot: ListSpot | null): void {
  setState({ lead: spot });
}

/** Puts one to the others or takes it away. `open`: the open article, which counts as chosen so far. */
export function toggleChosen(spot: ListSpot, open: string | null): void {
  setState(({ ids }) => {
    const next = new Set(ids.size === 0 && open !== null ? [open] : ids);
    if (!next.delete(spot.id)) next.add(spot.id);
    return { ids: next, anchor: spot, lead: spot };
  });
}

/** Chooses these, or adds them to the others. */
export function chooseRange(ids: readonly string[], lead: ListSpot, add: boolean): void {
  setState((before) => ({
    ids: new Set(add ? [...before.ids, ...ids] : ids),
    lead,
  }));
}

export function chooseAll(ids: readonly string[]): void {
  setState({ ids: new Set(ids) });
}
