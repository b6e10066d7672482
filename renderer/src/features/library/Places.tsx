import { useQuery } from '@tanstack/react-query';
import {
  BookOpen,
  CircleCheck,
  FileText,
  Highlighter,
  Inbox,
  Library,
  MapPinned,
  Scissors,
  Trash2,
  Unlink,
  type LucideIcon,
} from 'lucide-react';
import type { MethodOutput } from '../../../../main/shared/contract.ts';
import type { Place } from '../../../../main/shared/lists.ts';
import { queries } from '../../api/queries.ts';
import { notifyFailure, openScreen, showConditions, showPlace, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { emptyTrash, trashSource } from './bulk-actions.ts';
import { CollectionTree } from './CollectionTree.tsx';
import { FilteredSection } from './FilteredSection.tsx';
import styles from './places.module.css';
import { PlaceItem } from './PlaceItem.tsx';
import { SmartLists } from './SmartLists.tsx';
import { TagTree } from './TagTree.tsx';

const PLACES: [Place, LucideIcon][] = [
  ['library', Library],
  ['inbox', Inbox],
  ['reading', BookOpen],
  ['read', CircleCheck],
  ['teasers', Scissors],
  ['orphans', Unlink],
  ['trash', Trash2],
];

export function Places() {
  const overview = useQuery(queries.overview()).data;
  const list = useView((view) => view.list);
  const smart = useView(({ smartListId }) => smartListId !== null);
  const plain =
    !smart &&
    list.sourceId === undefined &&
    list.tagId === undefined &&
    list.collectionId === undefined;

  return (
    <nav className={styles['places']} aria-label={t('places.title')}>
      <ul>
        {PLACES.map(([place, icon]) => (
          <li key={place}>
            <PlaceItem
              icon={icon}
              name={t(`place.${place}`)}
              count={overview?.places[place]}
              current={plain && list.place === place}
              onPick={() => showPlace(place)}
              {...(place === 'trash'
                ? {
                    menu: [
                      {
                        label: t('command.library.emptyTrash'),
                        run: () => emptyTrash().catch(notifyFailure),
                      },
                    ],
                  }
                : {})}
            />
          </li>
        ))}
        {overview === undefined || overview.toReview === 0 ? null : (
          <li>
            <PlaceItem
              icon={MapPinned}
              name={t('place.tray')}
              count={overview.toReview}
              current={false}
              onPick={() => openScreen({ name: 'tray' })}
            />
          </li>
        )}
        <li>
          <PlaceItem
            icon={Highlighter}
            name={t('passages.title')}
            count={undefined}
            current={false}
            onPick={() => openScreen({ name: 'notes' })}
          />
        </li>
      </ul>
      <CollectionTree />
      <SmartLists />
      <Sources sources={overview?.sources ?? []} />
      <TagTree />
    </nav>
  );
}

function Sources({ sources }: { sources: MethodOutput<'library.overview'>['sources'] }) {
  const sourceId = useView(({ list }) => list.sourceId);
  return (
    <FilteredSection title={t('places.sources')} filter={t('places.filterSources')} items={sources}>
      {(shown) => (
        <ul>
          {shown.map((source) => (
            <li key={source.id}>
              <PlaceItem
                icon={FileText}
                name={source.name}
                count={source.articles}
                current={sourceId === source.id}
                onPick={() => showConditions({ sourceId: source.id })}
                menu={[
                  {
                    label: t('places.trashSource'),
                    run: () => trashSource(source.id).catch(notifyFailure),
                    danger: true,
                  },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
    </FilteredSection>
  );
}
