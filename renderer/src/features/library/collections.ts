/** What is done to collections; each tells what it did and can be undone. */
import type { MethodInput } from '../../../../main/shared/contract.ts';
import type { Collection } from '../../../../main/shared/lists.ts';
import { call } from '../../api/client.ts';
import { queries, queryClient } from '../../api/queries.ts';
import { remember, type Step } from '../../state/undo.ts';
import { openDialog, showPlace, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { askRename } from './ask-rename.ts';
import { tell } from './bulk-actions.ts';

export async function addToCollection(
  { id, name }: Pick<Collection, 'id' | 'name'>,
  ids: readonly string[],
): Promise<void> {
  const { articleIds } = await call('collections.add', { id, articleIds: [...ids] });
  const count = articleIds.length;
  if (count === 0) return tell(t('collections.addedBefore', { name }), false);
  remember({
    label: t('undo.addToCollection', { count, name }),
    undo: () => call('collections.remove', { id, articleIds }),
    redo: () => call('collections.add', { id, articleIds }),
  });
  tell(t('collections.added', { count, name }), true);
}

export async function takeOut({ id, name }: Collection, ids: readonly string[]): Promise<void> {
  const { articleIds } = await call('collections.remove', { id, articleIds: [...ids] });
  const count = articleIds.length;
  if (count === 0) return tell(t('collections.notInIt', { name }), false);
  remember({
    label: t('undo.takeOut', { count, name }),
    undo: () => call('collections.add', { id, articleIds }),
    redo: () => call('collections.remove', { id, articleIds }),
  });
  tell(t('collections.takenOut', { count, name }), true);
}

export async function createCollection(name: string, parentId: string | null): Promise<Collection> {
  const collection = await call('collections.create', { name, parentId });
  remember({
    label: t('undo.newCollection', { name: collection.name }),
    ...deletion(collection.id, { collections: [collection], members: [] }, 'made'),
  });
  return collection;
}

export async function moveCollection(
  { id, name, parentId: before }: Collection,
  parentId: string | null,
): Promise<void> {
  if (before === parentId) return;
  const put = (where: string | null) =>
    call('collections.update', { id, change: { parentId: where } });
  await put(parentId);
  remember({
    label: t('undo.moveCollection', { name }),
    undo: () => put(before),
    redo: () => put(parentId),
  });
}

export async function deleteCollection({ id, name }: Collection): Promise<void> {
  const deleted = await call('collections.delete', { id });
  remember({ label: t('undo.deleteCollection', { name }), ...deletion(id, deleted, 'deleted') });
  const { collectionId, place } = useView.getState().list;
  if (deleted.collections.some((one) => one.id === collectionId)) showPlace(place);
  tell(t('collections.deleted', { name }), true);
}

/** Undo and redo of a collection that was made, or was deleted: each undoes the other. */
function deletion(
  id: string,
  deleted: MethodInput<'collections.restore'>,
  what: 'made' | 'deleted',
): Pick<Step, 'undo' | 'redo'> {
  let last = deleted;
  const put = () => call('collections.restore', last);
  const take = async () => {
    last = await call('collections.delete', { id });
  };
  return what === 'made' ? { undo: take, redo: put } : { undo: put, redo: take };
}

export function askNewCollection(parent: Collection | null): void {
  openDialog({
    name: 'name',
    title: parent === null ? t('collections.new') : t('collections.newIn', { name: parent.name }),
    label: t('collections.name'),
    value: '',
    action: t('collections.create'),
    run: (name) => createCollection(name, parent?.id ?? null),
  });
}

export function askRenameCollection({ id, name }: Collection): void {
  askRename({
    title: t('collections.rename'),
    label: t('collections.name'),
    name,
    undoLabel: t('undo.renameCollection', { name }),
    put: (next) => call('collections.update', { id, change: { name: next } }),
  });
}

export function knownCollections(): Collection[] {
  return queryClient.getQueryData(queries.collections().queryKey)?.collections ?? [];
}
