import { useQuery } from '@tanstack/react-query';
import type { Collection } from '../../../../main/shared/lists.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../text.ts';
import { Picker } from '../palette/Picker.tsx';
import { addToCollection, createCollection, moveCollection } from './collections.ts';
import { pathOf, toChoice } from './tree.ts';

const TOP = 'top:';

function useCollections(): Collection[] {
  return useQuery(queries.collections()).data?.collections ?? [];
}

export function CollectDialog({ articleIds }: { articleIds: string[] }) {
  const all = useCollections();
  return (
    <Picker
      title={t('collections.addTitle', { count: articleIds.length })}
      placeholder={t('collections.addPlaceholder')}
      choices={all.map((one) => toChoice(one, all))}
      empty={t('collections.noneYet')}
      onPick={(id) => {
        const collection = all.find((one) => one.id === id);
        return collection === undefined ? undefined : addToCollection(collection, articleIds);
      }}
      create={{
        label: (name) => t('collections.createNamed', { name }),
        run: async (name) => addToCollection(await createCollection(name, null), articleIds),
      }}
    />
  );
}

export function MoveCollection({ id }: { id: string }) {
  const all = useCollections();
  const moved = all.find((one) => one.id === id);
  if (moved === undefined) return null;
  const places = all.filter((one) => !pathOf(one, all).includes(moved));
  return (
    <Picker
      title={t('collections.moveTitle', { name: moved.name })}
      placeholder={t('collections.movePlaceholder', { name: moved.name })}
      choices={[
        ...(moved.parentId === null ? [] : [{ id: TOP, label: t('collections.topLevel') }]),
        ...places.map((one) => toChoice(one, all)),
      ]}
      empty={t('picker.nothing')}
      onPick={(into) => moveCollection(moved, into === TOP ? null : into)}
    />
  );
}

/** Where a command needs a collection and none is shown. */
export function ChooseCollection({ run }: { run: (id: string) => unknown }) {
  const all = useCollections();
  return (
    <Picker
      title={t('collections.chooseTitle')}
      placeholder={t('collections.choosePlaceholder')}
      choices={all.map((one) => toChoice(one, all))}
      empty={t('picker.nothing')}
      onPick={async (id) => run(id)}
    />
  );
}
