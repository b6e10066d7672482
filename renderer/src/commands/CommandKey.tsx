import type { CommandId } from '../../../main/shared/commands.ts';
import { t } from '../text.ts';
import { shownKey } from './keymap.ts';
import { shownLabel } from './labels.ts';

/** How a hint names a command: by its key or, where the user has taken that away, by its label. */
export function CommandKey({ id }: { id: CommandId }) {
  const key = shownKey(id);
  if (key === null) return t('ui.quoted', { text: shownLabel(id) });
  return <kbd>{key}</kbd>;
}
