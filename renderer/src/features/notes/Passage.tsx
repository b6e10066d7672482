import type { ListedNote } from '../../../../main/shared/contract/notes.ts';
import { withoutLinks } from '../../../../main/shared/note-links.ts';
import { t } from '../../text.ts';
import { formatPublished } from '../../ui/dates.ts';
import { shownAfter, shownBefore } from '../../ui/surroundings.ts';
import styles from './passages.module.css';

/** A passage in its context, with its note and where it is from. */
export function Passage({ note, names }: { note: ListedNote; names: ReadonlyMap<string, string> }) {
  const { annotation, article, sourceName } = note;
  const { exact, prefix, suffix } = annotation.target.quote;
  const facts = [
    article.title,
    article.origin ?? sourceName,
    article.published === null ? '' : formatPublished(article.published),
  ];
  return (
    <>
      <span className={styles['quote']} dir="auto">
        {shownBefore(prefix, 80)}
        <mark data-color={annotation.color}>{exact}</mark>
        {shownAfter(suffix, 80)}
      </span>
      {annotation.note === '' ? null : (
        <span className={styles['note']}>{withoutLinks(annotation.note)}</span>
      )}
      <span className={styles['facts']}>
        {facts.filter(Boolean).join(' · ')}
        {annotation.tags.map((id) => (
          <span key={id} className={styles['chip']}>
            {names.get(id) ?? id}
          </span>
        ))}
        {annotation.anchor.range === null ? (
          <span className={styles['orphan']}>{t('codebook.orphan')}</span>
        ) : null}
      </span>
    </>
  );
}
