import { commandLabel, type CommandId } from '../../../main/shared/commands.ts';
import { currentSettings } from '../features/shell/settings.ts';
import { translator } from '../text.ts';

/** What a command is called now: those of colours by the names the user gave these. */
export function shownLabel(id: CommandId): string {
  return commandLabel(id, translator(), currentSettings().highlightColors);
}
