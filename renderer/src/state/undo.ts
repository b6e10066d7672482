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

export const useUndo = create<{ done: Step[]; undone: Step[] }>()(() => ({ done: [], undone: [] }));

const { getState, setState } = useUndo;

export function remember(step: Step): void {
  setState(({ done }) => ({ done: [...done, step].slice(-MOST_STEPS), undone: [] }));
}

export async function undo(): Promise<void> {
  const step = getState().done.at(-1);
  if (step === undefined) return;
  setState(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, step] }));
  await attempt(step, step.undo, t('undo.undone', { step: step.label }));
}

export async function redo(): Promise<void> {
  const step = getState().undone.at(-1);
  if (step === undefined) return;
  setState(({ done, undone }) => ({ done: [...done, step], undone: undone.slice(0, -1) }));
  await attempt(step, step.redo, t('undo.redone', { step: step.label }));
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
