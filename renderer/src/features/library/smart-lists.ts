/** What is done to smart lists; all of it can be undone. */
import type { ListConditions, SmartList } from '../../../../main/shared/lists.ts';
import { call } from '../../api/client.ts';
import { remember } from '../../state/undo.ts';
import { openDialog, showConditions, showPlace, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { tell } from './bulk-actions.ts';

/** What is shown now: a search goes through the whole library, whatever list is behind it. */
export function shownConditions(): ListConditions {
  const { list, query } = useView.getState();
  return query.trim() === '' ? list : { place: 'library', query: query.trim() };
}

export function editSmartList(list: SmartList): void {
  openDialog({ name: 'smartList', list, conditions: list.conditions });
}

/** Makes one, or changes `before`. Shows it. */
export async function saveSmartList(
  before: SmartList | null,
  name: string,
  conditions: ListConditions,
): Promise<void> {
  if (before === null) await create(name, conditions);
  else await change(before, name, conditions);
}

async function create(name: string, conditions: ListConditions): Promise<void> {
  const smartList = await call('smartLists.create', { name, conditions });
  remember({
    label: t('undo.newSmartList', { name: smartList.name }),
    undo: () => remove(smartList),
    redo: () => call('smartLists.restore', { smartList }),
  });
  showConditions(smartList.conditions, smartList.id);
  tell(t('smart.saved', { name: smartList.name }), true);
}

async function change(before: SmartList, name: string, conditions: ListConditions): Promise<void> {
  const put = async (next: Omit<SmartList, 'id'>) => {
    const { name: called, conditions: wanted } = next;
    const after = await call('smartLists.update', {
      id: before.id,
      change: { name: called, conditions: wanted },
    });
    if (useView.getState().smartListId === before.id) showConditions(after.conditions, before.id);
  };
  await put({ name, conditions });
  remember({
    label: t('undo.editSmartList', { name: before.name }),
    undo: () => put(before),
    redo: () => put({ name, conditions }),
  });
}

export async function deleteSmartList(smartList: SmartList): Promise<void> {
  await remove(smartList);
  remember({
    label: t('undo.deleteSmartList', { name: smartList.name }),
    undo: () => call('smartLists.restore', { smartList }),
    redo: () => remove(smartList),
  });
  tell(t('smart.deleted', { name: smartList.name }), true);
}

async function remove({ id }: SmartList): Promise<void> {
  await call('smartLists.delete', { id });
  if (useView.getState().smartListId === id) showPlace('library');
}
