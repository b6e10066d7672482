import { useQuery } from '@tanstack/react-query';
import { ListFilter, Plus } from 'lucide-react';
import { queries } from '../../api/queries.ts';
import { notifyFailure, openDialog, showConditions, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './places.module.css';
import { PlaceItem } from './PlaceItem.tsx';
import { deleteSmartList, editSmartList } from './smart-lists.ts';

export function SmartLists() {
  const lists = useQuery(queries.smartLists()).data?.smartLists ?? [];
  const current = useView((view) => view.smartListId);
  return (
    <>
      <div className={styles['sectionHead']}>
        <h2>{t('smart.title')}</h2>
        <IconButton
          label={t('smart.new')}
          icon={Plus}
          small
          onClick={() =>
            openDialog({ name: 'smartList', list: null, conditions: { place: 'library' } })
          }
        />
      </div>
      <ul>
        {lists.map((list) => (
          <li key={list.id}>
            <PlaceItem
              icon={ListFilter}
              name={list.name}
              count={list.articles}
              current={current === list.id}
              onPick={() => showConditions(list.conditions, list.id)}
              menu={[
                { label: t('smart.editItem'), run: () => editSmartList(list) },
                {
                  label: t('smart.deleteItem'),
                  run: () => deleteSmartList(list).catch(notifyFailure),
                  danger: true,
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
