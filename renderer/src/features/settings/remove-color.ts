import type { ListedNote } from '../../../../main/shared/contract/notes.ts';
import { withoutColor, type HighlightColor } from '../../../../main/shared/highlight-colors.ts';
import { call } from '../../api/client.ts';
import { making, remember } from '../../state/undo.ts';
import { t } from '../../text.ts';
import { tell } from '../library/bulk-actions.ts';
import { takeBack, type WayBack } from '../notes/bulk-notes.ts';
import { changeSettings, currentSettings } from '../shell/settings.ts';

/** As many as one call takes. */
const AT_ONCE = 10_000;

export async function countInColor(color: HighlightColor): Promise<number> {
  return (await call('notes.list', { filter: { color }, limit: 1 })).total;
}

/** Takes a colour out of use. Its highlights become another, or stay as they are for null. */
export function removeColor(
  color: HighlightColor,
  name: string,
  become: HighlightColor | null,
): Promise<void> {
  return making(remove(color, name, become));
}

async function remove(
  color: HighlightColor,
  name: string,
  become: HighlightColor | null,
): Promise<void> {
  const { highlightColors: before } = currentSettings();
  const apply = async (): Promise<WayBack> => {
    const back = become === null ? [] : await recolorAll(color, become);
    changeSettings({ highlightColors: withoutColor(currentSettings().highlightColors, color) });
    return back;
  };
  let back = await apply();
  remember({
    label: t('undo.removeColor', { color: name }),
    undo: async () => {
      changeSettings({ highlightColors: before });
      await takeBack(back);
    },
    redo: async () => {
      back = await apply();
    },
  });
  tell(t('color.removed', { color: name }), true);
}

async function recolorAll(from: HighlightColor, to: HighlightColor): Promise<WayBack> {
  const back: WayBack = [];
  for (;;) {
    const { notes } = await call('notes.list', { filter: { color: from }, limit: AT_ONCE });
    if (notes.length === 0) return back;
    const ids = notes.map(idOf);
    back.push(...(await call('annotations.updateMany', { ids, change: { color: to } })).undo);
  }
}

function idOf({ annotation }: ListedNote): string {
  return annotation.id;
}
