/** What is done to many articles at once; each tells what it did and can be undone. */
import type { MethodInput, MethodOutput } from '../../../../main/shared/contract.ts';
import type { Article, Tag } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { chooseNone } from '../../state/chosen.ts';
import { remember, undo, type Step } from '../../state/undo.ts';
import { closeArticles } from '../../state/open-article.ts';
import { notify, openDialog, useView } from '../../state/view.ts';
import { t } from '../../text.ts';

type Change = MethodInput<'articles.update'>['change'];

export async function markMany(ids: string[], state: Article['state']): Promise<void> {
  const count = await changeMany(ids, { state }, (many) =>
    t(`undo.markMany.${state}`, { count: many }),
  );
  tell(t(`bulk.marked.${state}`, { count }), count > 0);
  const { place } = useView.getState().list;
  if (place !== 'library' && place !== 'teasers') chooseNone();
}

export async function tagMany(ids: string[], { id, name }: Tag): Promise<void> {
  const count = await changeMany(ids, { addTags: [id] }, (many) =>
    t('undo.tagMany', { name, count: many }),
  );
  if (count === 0) tell(t('bulk.taggedBefore', { name }), false);
  else tell(t('bulk.tagged', { name, count }), true);
}

export async function untagMany(ids: string[], { id, name }: Tag): Promise<void> {
  const count = await changeMany(ids, { removeTags: [id] }, (many) =>
    t('undo.untagMany', { name, count: many }),
  );
  if (count === 0) tell(t('bulk.untaggedBefore', { name }), false);
  else tell(t('bulk.untagged', { name, count }), true);
}

export async function trashMany(ids: string[]): Promise<void> {
  const thrown = await call('articles.trash', { ids });
  leave(thrown.ids);
  if (thrown.ids.length === 0) return;
  const count = ids.length;
  tellUndoable(t('bulk.trashed', { count }), {
    label: t('undo.trashMany', { count }),
    undo: () => call('articles.restore', { ids: thrown.ids }),
    redo: () => call('articles.trash', { ids: thrown.ids }),
  });
}

/** All articles of a source that are in the library. */
export async function trashSource(sourceId: string): Promise<void> {
  const { ids } = await call('articles.ids', { sourceId });
  if (ids.length > 0) await trashMany(ids);
}

export async function restoreMany(ids: string[]): Promise<void> {
  const back = await call('articles.restore', { ids });
  chooseNone();
  if (back.ids.length === 0) return;
  const count = ids.length;
  tellUndoable(t('bulk.restored', { count }), {
    label: t('undo.restoreMany', { count }),
    undo: () => call('articles.trash', { ids: back.ids }),
    redo: () => call('articles.restore', { ids: back.ids }),
  });
}

/** Asks first: there is no way back. */
export function deleteMany(ids: string[]): void {
  const count = ids.length;
  openDialog({
    name: 'confirm',
    title: t('bulk.deleteQuestion', { count }),
    text: t('bulk.deleteWarning'),
    action: t('bulk.delete'),
    run: async () => {
      const gone = await call('articles.delete', { ids });
      leave(gone.ids);
      notify({ kind: 'done', text: t('bulk.deleted', { count }) });
    },
  });
}

export async function emptyTrash(): Promise<void> {
  const { ids } = await call('articles.ids', { place: 'trash' });
  if (ids.length === 0) tell(t('bulk.trashEmpty'), false);
  else deleteMany(ids);
}

/** Gives how many were changed. */
async function changeMany(
  ids: string[],
  change: Change,
  labelOf: (count: number) => string,
): Promise<number> {
  const { undo: back } = await call('articles.update', { ids, change });
  const changed = back.flatMap((one) => one.ids);
  if (changed.length === 0) return 0;
  remember({
    label: labelOf(changed.length),
    undo: () => takeBack(back),
    redo: () => call('articles.update', { ids: changed, change }),
  });
  return changed.length;
}

async function takeBack(changes: MethodOutput<'articles.update'>['undo']): Promise<void> {
  for (const change of changes) await call('articles.update', change);
}

function leave(gone: readonly string[]): void {
  chooseNone();
  closeArticles(gone);
}

function tellUndoable(text: string, step: Step): void {
  remember(step);
  tell(text, true);
}

/** A quiet notice, with Undo where the last step is what it tells of. */
export function tell(text: string, undoable: boolean): void {
  const action = { label: t('ui.undo'), run: () => void undo() };
  notify({ kind: 'done', text, ...(undoable ? { action } : {}) });
}
