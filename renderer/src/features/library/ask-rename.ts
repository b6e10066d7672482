import { remember } from '../../state/undo.ts';
import { openDialog } from '../../state/view.ts';
import { t } from '../../text.ts';

interface Renamed {
  title: string;
  /** Of the field. */
  label: string;
  name: string;
  undoLabel: string;
  put: (name: string) => Promise<unknown>;
}

/** Asks for another name and gives it, with its undo. */
export function askRename({ title, label, name, undoLabel, put }: Renamed): void {
  openDialog({
    name: 'name',
    title,
    label,
    value: name,
    action: t('collections.renameButton'),
    run: async (next) => {
      if (next === name) return;
      await put(next);
      remember({ label: undoLabel, undo: () => put(name), redo: () => put(next) });
    },
  });
}
