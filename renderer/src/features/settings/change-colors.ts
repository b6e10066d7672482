import type { ColorChoice } from '../../../../main/shared/highlight-colors.ts';
import { remember } from '../../state/undo.ts';
import { changeSettings, currentSettings } from '../shell/settings.ts';

/** Other highlight colours, as one step to undo. `before` is what undo leads back to. */
export function changeColors(
  label: string,
  next: ColorChoice[],
  before: ColorChoice[] = currentSettings().highlightColors,
): void {
  const put = async (highlightColors: ColorChoice[]) => changeSettings({ highlightColors });
  changeSettings({ highlightColors: next });
  remember({ label, undo: () => put(before), redo: () => put(next) });
}
