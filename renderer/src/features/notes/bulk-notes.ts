/** What is done to many passages at once; each tells what it did and can be undone. */
import type { MethodInput, MethodOutput } from '../../../../main/shared/contract.ts';
import type { Tag } from '../../../../main/shared/entities.ts';
import type { HighlightColor } from '../../../../main/shared/highlight-colors.ts';
import { call } from '../../api/client.ts';
import { making, remember } from '../../state/undo.ts';
import { t } from '../../text.ts';
import { noteTagUse } from '../annotations/quick-tags-state.ts';
import { tell } from '../library/bulk-actions.ts';

type Change = MethodInput<'annotations.updateMany'>['change'];
export type WayBack = MethodOutput<'annotations.updateMany'>['undo'];

export async function recolorNotes(ids: string[], color: HighlightColor): Promise<void> {
  const count = await changeNotes(ids, { color }, (many) =>
    t('undo.recolorNotes', { count: many }),
  );
  if (count === 0) tell(t('passages.recoloredBefore'), false);
  else tell(t('passages.recolored', { count }), true);
}

export async function tagNotes(ids: string[], { id, name }: Tag): Promise<void> {
  const count = await changeNotes(ids, { addTags: [id] }, (many) =>
    t('undo.tagNotes', { name, count: many }),
  );
  noteTagUse(id);
  if (count === 0) tell(t('bulk.taggedBefore', { name }), false);
  else tell(t('passages.tagged', { name, count }), true);
}

export async function untagNotes(ids: string[], { id, name }: Tag): Promise<void> {
  const count = await changeNotes(ids, { removeTags: [id] }, (many) =>
    t('undo.untagNotes', { name, count: many }),
  );
  tell(t('passages.tagTakenOff', { name, count }), count > 0);
}

export async function deleteNotes(ids: string[]): Promise<void> {
  const count = ids.length;
  await making(removeAll(ids, count));
  tell(t('passages.deleted', { count }), true);
}

async function removeAll(ids: string[], count: number): Promise<void> {
  const { annotations } = await call('annotations.deleteMany', { ids });
  remember({
    label: t('undo.deleteNotes', { count }),
    undo: () => call('annotations.restoreMany', { annotations }),
    redo: () => call('annotations.deleteMany', { ids }),
  });
}

export async function takeBack(changes: WayBack): Promise<void> {
  for (const change of changes) await call('annotations.updateMany', change);
}

/** Gives how many were changed. */
function changeNotes(
  ids: string[],
  change: Change,
  labelOf: (count: number) => string,
): Promise<number> {
  const apply = async () => {
    const { undo: back } = await call('annotations.updateMany', { ids, change });
    const changed = back.flatMap((one) => one.ids);
    if (changed.length === 0) return 0;
    remember({
      label: labelOf(changed.length),
      undo: () => takeBack(back),
      redo: () => call('annotations.updateMany', { ids: changed, change }),
    });
    return changed.length;
  };
  return making(apply());
}
