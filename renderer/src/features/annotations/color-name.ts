import { colorName } from '../../../../main/shared/commands.ts';
import type { HighlightColor } from '../../../../main/shared/highlight-colors.ts';
import { t, translator } from '../../text.ts';
import { currentSettings } from '../shell/settings.ts';

/** As the user calls it. */
export function nameOfColor(color: HighlightColor): string {
  const choice = currentSettings().highlightColors.find((one) => one.color === color);
  return choice === undefined ? t(`color.${color}`) : colorName(choice, translator());
}
