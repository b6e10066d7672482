import { useSettings } from '../shell/settings.ts';
import { t } from '../../text.ts';
import { formatCount, formatPublished, formatTime } from '../../ui/dates.ts';
import styles from './list.module.css';
import places from './places.module.css';
import type { ListGroup } from './row-layout.ts';

interface Props {
  group: ListGroup;
  sourceNames: ReadonlyMap<string, string>;
}

export function GroupHeading({ group: { key, count }, sourceNames }: Props) {
  const by = useSettings().list.group;
  const label =
    by === 'source'
      ? (sourceNames.get(key) ?? t('shell.source'))
      : by === 'import'
        ? t('articles.importedOn', { time: formatTime(key) })
        : key === ''
          ? t('articles.undated')
          : formatPublished(key);
  return (
    <div className={styles['heading']}>
      <span dir="auto">{label}</span>
      <span className={places['placeCount']}>{formatCount(count)}</span>
    </div>
  );
}
