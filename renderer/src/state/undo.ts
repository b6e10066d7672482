/** Undo and redo of what changes data: a stack of pairs of calls, each with its words. */
import { create } from 'zustand';
import { notify, notifyFailure } from './view.ts';

export interface Step {
  /** In words, after "Undo: ". */
  label: string;
  undo: () => Promise<unknown>;
  redo: () => Promise<unknown>;
}

const MOST_STEPS = 100;

export const useUndo = create<{ done: Step[]; undone: Step[] }>()(() => ({ done: [], undone: [] }));

const { getState, setState } = useUndo;

export function remember(step: Step): void {
  setState(({ done }) => ({ done: [...done, step].slice(-MOST_STEPS), undone: [] }));
}

export async function undo(): Promise<void> {
  const step = getState().done.at(-1);
  if (step === undefined) return;
  setState(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, step] }));
  await attempt(step.undo, `Undone: ${step.label}`);
}

export async function redo(): Promise<void> {
  const step = getState().undone.at(-1);
  if (step === undefined) return;
  setState(({ done, undone }) => ({ done: [...done, step], undone: undone.slice(0, -1) }));
  await attempt(step.redo, `Done again: ${step.label}`);
}

async function attempt(run: () => Promise<unknown>, text: string): Promise<void> {
  try {
    await run();
    notify({ kind: 'done', text });
  } catch (error) {
    notifyFailure(error);
  }
}
