import { useQuery } from '@tanstack/react-query';
import {
  BookOpen,
  CircleCheck,
  FileText,
  Inbox,
  Library,
  Scissors,
  Tag as TagIcon,
  Trash2,
  Unlink,
  type LucideIcon,
} from 'lucide-react';
import { queries } from '../../api/queries.ts';
import { showList, showPlace, useView, type Place } from '../../state/view.ts';
import { t } from '../../text.ts';
import { formatCount } from '../../ui/dates.ts';
import styles from './library.module.css';

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
  const tags = useQuery(queries.tags()).data?.tags ?? [];
  const list = useView((view) => view.list);
  const plain = list.sourceId === undefined && list.tagId === undefined;

  return (
    <nav className={styles['places']} aria-label={t('places.title')}>
      <ul>
        {PLACES.map(([place, icon]) => (
          <PlaceItem
            key={place}
            icon={icon}
            name={t(`place.${place}`)}
            count={overview?.places[place]}
            current={plain && list.place === place}
            onPick={() => showPlace(place)}
          />
        ))}
      </ul>
      {overview === undefined || overview.sources.length === 0 ? null : (
        <>
          <h2>{t('places.sources')}</h2>
          <ul>
            {overview.sources.map((source) => (
              <PlaceItem
                key={source.id}
                icon={FileText}
                name={source.name}
                count={source.articles}
                current={list.sourceId === source.id}
                onPick={() => showList({ place: 'library', sourceId: source.id, tagId: undefined })}
              />
            ))}
          </ul>
        </>
      )}
      {tags.length === 0 ? null : (
        <>
          <h2>{t('places.tags')}</h2>
          <ul>
            {tags.map((tag) => (
              <PlaceItem
                key={tag.id}
                icon={TagIcon}
                name={tag.name}
                count={tag.annotations + tag.articles}
                current={list.tagId === tag.id}
                onPick={() => showList({ place: 'library', tagId: tag.id, sourceId: undefined })}
              />
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

interface ItemProps {
  icon: LucideIcon;
  name: string;
  count: number | undefined;
  current: boolean;
  onPick: () => void;
}

function PlaceItem({ icon: Icon, name, count, current, onPick }: ItemProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={current ? 'page' : undefined}
        onClick={onPick}
        title={name}
      >
        <Icon aria-hidden size={16} strokeWidth={1.75} />
        <span className={styles['placeName']}>{name}</span>
        <span className={styles['placeCount']}>{count ? formatCount(count) : ''}</span>
      </button>
    </li>
  );
}
