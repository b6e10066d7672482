import { commandLabel, type CommandId } from '../../../main/shared/commands.ts';
import { t, translator } from '../text.ts';
import { shownKey } from './keymap.ts';

/** How a hint names a command: by its key or, where the user has taken that away, by its label. */
export function CommandKey({ id }: { id: CommandId }) {
  const key = shownKey(id);
  if (key === null) return t('ui.quoted', { text: commandLabel(id, translator()) });
  return <kbd>{key}</kbd>;
}
