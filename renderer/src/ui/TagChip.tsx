import { X } from 'lucide-react';
import type { Tag } from '../../../main/shared/entities.ts';
import styles from './tag-chip.module.css';

interface Props {
  /** Undefined for a tag that is not known (yet): its id is shown. */
  tag: Pick<Tag, 'name' | 'color'> | undefined;
  id: string;
  remove?: { label: string; run: () => void };
}

/** A tag on something, with a button where it can be taken off. */
export function TagChip({ tag, id, remove }: Props) {
  return (
    <span className={styles['chip']} data-removable={remove === undefined ? undefined : true}>
      {tag === undefined || tag.color === null ? null : (
        <span aria-hidden className={styles['dot']} data-color={tag.color} />
      )}
      <span dir="auto">{tag?.name ?? id}</span>
      {remove === undefined ? null : (
        <button type="button" aria-label={remove.label} onClick={remove.run}>
          <X aria-hidden size={12} />
        </button>
      )}
    </span>
  );
}
