/** Undo and redo of what changes data: a stack of pairs of calls, each with its words. */
import { create } from 'zustand';
import { t } from '../text.ts';
import { showChanged, type ChangedPlace } from './open-article.ts';
import { notify, notifyFailure } from './view.ts';

export interface Step {
  /** In words, as they go into `undo.undone`. */
  label: string;
  undo: () => Promise<unknown>;
  redo: () => Promise<unknown>;
  /** Where it can be seen; undo and redo go there. */
  at?: ChangedPlace | undefined;
}

const MOST_STEPS = 100;

interface Steps {
  done: Step[];
  undone: Step[];
  /** Changes that are being made: their steps are not among the done ones yet. */
  making: ReadonlySet<Promise<unknown>>;
}

export const useUndo = create<Steps>()(() => ({ done: [], undone: [], making: new Set() }));

const { getState, setState } = useUndo;

export function remember(step: Step): void {
  setState(({ done }) => ({ done: [...done, step].slice(-MOST_STEPS), undone: [] }));
}

/** A change that will be remembered when it is made: whoever undoes meanwhile means this one. */
export function making<T>(change: Promise<T>): Promise<T> {
  setState((steps) => ({ making: new Set([...steps.making, change]) }));
  const made = () =>
    setState((steps) => ({
      making: new Set([...steps.making].filter((other) => other !== change)),
    }));
  change.then(made, made);
  return change;
}

export function canUndo(): boolean {
  const { done, making: changes } = getState();
  return done.length > 0 || changes.size > 0;
}

export function undo(): Promise<void> {
  return inTurn(async () => {
    const step = getState().done.at(-1);
    if (step === undefined) return;
    setState(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, step] }));
    await attempt(step, step.undo, t('undo.undone', { step: step.label }));
  });
}

export function redo(): Promise<void> {
  return inTurn(async () => {
    const step = getState().undone.at(-1);
    if (step === undefined) return;
    setState(({ done, undone }) => ({ done: [...done, step], undone: undone.slice(0, -1) }));
    await attempt(step, step.redo, t('undo.redone', { step: step.label }));
  });
}

/** After what is being made, undone and redone already: each builds on the one before. */
function inTurn(work: () => Promise<void>): Promise<void> {
  return making(Promise.allSettled(getState().making).then(work));
}

async function attempt({ at }: Step, run: () => Promise<unknown>, text: string): Promise<void> {
  try {
    await run();
    if (at !== undefined) showChanged(at);
    notify({ kind: 'done', text });
  } catch (error) {
    notifyFailure(error);
  }
}
