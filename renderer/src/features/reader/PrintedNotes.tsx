import { t } from '../../text.ts';
import { fitsMargin, type Annotated } from './margin-notes.ts';
import styles from './printed.module.css';

/** The highlights with their notes and tags, on paper only, behind the text. */
export function PrintedNotes({ annotated }: { annotated: readonly Annotated[] }) {
  if (annotated.length === 0) return null;
  // What stands in the text and says nothing more needs no place behind it either.
  const isBeside = (one: Annotated) =>
    fitsMargin(one) || (one.annotation.note === '' && one.annotation.anchor.range !== null);
  return (
    <section
      className={styles['printed']}
      aria-label={t('print.notes')}
      data-all-in-margin={annotated.every(isBeside) || undefined}
    >
      <h2>{t('print.notes')}</h2>
      <ol>
        {annotated.map((one) => {
          const { id, color, target, note } = one.annotation;
          return (
            <li
              key={id}
              style={{ borderColor: `var(--dot-${color})` }}
              data-in-margin={isBeside(one) || undefined}
            >
              <blockquote>{target.quote.exact}</blockquote>
              {note === '' ? null : <p>{note}</p>}
              {one.tags.length === 0 ? null : <p>{one.tags.map((name) => `#${name}`).join(' ')}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
