import type { ListedNote } from '../../../../main/shared/contract/notes.ts';
import type { Tag } from '../../../../main/shared/entities.ts';
import { t } from '../../text.ts';
import { NoteText } from '../annotations/NoteText.tsx';
import { formatPublished } from '../../ui/dates.ts';
import { TagChip } from '../../ui/TagChip.tsx';
import { shownAfter, shownBefore } from '../../ui/surroundings.ts';
import styles from './passages.module.css';

interface Props {
  note: ListedNote;
  tags: ReadonlyMap<string, Tag>;
  /** Where the passage itself is to be clicked. */
  onOpen?: () => void;
}

/** A passage in its context, with its note and where it is from. */
export function Passage({ note, tags, onOpen }: Props) {
  const { annotation, article, sourceName } = note;
  const { exact, prefix, suffix } = annotation.target.quote;
  const facts = [
    article.title,
    article.origin ?? sourceName,
    article.published === null ? '' : formatPublished(article.published),
    annotation.creator === undefined ? '' : t('notes.by', { name: annotation.creator }),
  ];
  const quote = (
    <>
      {shownBefore(prefix, 80)}
      <mark data-color={annotation.color}>{exact}</mark>
      {shownAfter(suffix, 80)}
    </>
  );
  return (
    <>
      {onOpen === undefined ? (
        <p className={styles['quote']} dir="auto">
          {quote}
        </p>
      ) : (
        <button
          type="button"
          id={`passage-${annotation.id}`}
          className={styles['quote']}
          dir="auto"
          onClick={onOpen}
        >
          {quote}
        </button>
      )}
      {annotation.note === '' ? null : (
        <div className={styles['note']}>
          <NoteText note={annotation.note} />
        </div>
      )}
      <p className={styles['facts']}>
        <span dir="auto">{facts.filter(Boolean).join(' · ')}</span>
        {annotation.tags.map((id) => (
          <TagChip key={id} id={id} tag={tags.get(id)} />
        ))}
        {annotation.anchor.range === null ? (
          <span className={styles['orphan']}>{t('codebook.orphan')}</span>
        ) : null}
      </p>
    </>
  );
}
