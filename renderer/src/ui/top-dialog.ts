/** The modal dialogs that are open. What is outside the last of them can be neither seen nor reached. */
import { create } from 'zustand';

const useOpenDialogs = create<{ open: readonly HTMLDialogElement[] }>()(() => ({ open: [] }));

/** Gives what takes it away again. */
export function addDialog(dialog: HTMLDialogElement): () => void {
  useOpenDialogs.setState(({ open }) => ({ open: [...open, dialog] }));
  return () =>
    useOpenDialogs.setState(({ open }) => ({ open: open.filter((other) => other !== dialog) }));
}

export function useTopDialog(): HTMLDialogElement | null {
  return useOpenDialogs(({ open }) => open.at(-1)) ?? null;
}
