import type { ArticleNote } from '../../../../main/shared/contract/notes.ts';
import { t } from '../../text.ts';
import { NoteText } from '../annotations/NoteText.tsx';
import styles from './passages.module.css';

/** A note on an article as a whole. */
export function WholeArticle({ note: { article, note, sourceName } }: { note: ArticleNote }) {
  return (
    <>
      <div className={styles['note']}>
        <NoteText note={note} />
      </div>
      <p className={styles['facts']}>
        {[t('notes.onArticle'), article.title, article.origin ?? sourceName]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
