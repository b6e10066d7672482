import { t } from '../../text.ts';
import { NoteText } from '../annotations/NoteText.tsx';
import { fitsMargin, type Annotated } from './margin-notes.ts';
import styles from './printed.module.css';

interface Props {
  annotated: readonly Annotated[];
  /** On the article as a whole. */
  articleNote: string;
}

/** The note on the article and the highlights with their notes and tags, on paper only, behind the text. */
export function PrintedNotes({ annotated, articleNote }: Props) {
  if (annotated.length === 0 && articleNote === '') return null;
  // What stands in the text and says nothing more needs no place behind it either.
  const isBeside = (one: Annotated) =>
    fitsMargin(one) || (one.annotation.note === '' && one.annotation.anchor.range !== null);
  return (
    <section
      className={styles['printed']}
      aria-label={t('print.notes')}
      data-all-in-margin={(articleNote === '' && annotated.every(isBeside)) || undefined}
    >
      <h2>{t('print.notes')}</h2>
      {articleNote === '' ? null : (
        <div className={styles['onArticle']} role="group" aria-label={t('notes.onArticle')}>
          <NoteText note={articleNote} />
        </div>
      )}
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
              {note === '' ? null : <NoteText note={note} />}
              {one.tags.length === 0 ? null : <p>{one.tags.map((name) => `#${name}`).join(' ')}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
