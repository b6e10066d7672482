import type { ArticleNote } from '../../../../main/shared/contract/notes.ts';
import { withoutLinks } from '../../../../main/shared/note-links.ts';
import { t } from '../../text.ts';
import styles from './passages.module.css';

/** A note on an article as a whole. */
export function WholeArticle({ note: { article, note, sourceName } }: { note: ArticleNote }) {
  return (
    <>
      <span className={styles['note']} dir="auto">
        {withoutLinks(note)}
      </span>
      <span className={styles['facts']}>
        {[t('notes.onArticle'), article.title, article.origin ?? sourceName]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}
