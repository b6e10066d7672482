import { useQuery } from '@tanstack/react-query';
import { NotebookPen, Pencil } from 'lucide-react';
import { queries } from '../../api/queries.ts';
import { withKey } from '../../commands/keymap.ts';
import { focusAnnotation, notifyFailure, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { setArticleNote } from './article-note.ts';
import styles from './annotations.module.css';
import { NoteField } from './NoteField.tsx';
import { NoteText } from './NoteText.tsx';

/** The note on the article as a whole, above those on its passages. */
export function ArticleNote({ articleId }: { articleId: string }) {
  const article = useQuery(queries.article(articleId)).data?.article;
  const editing = useView((view) => view.editing === 'note' && view.annotationId === null);
  if (article === undefined) return null;
  const { note } = article;
  if (editing) {
    return (
      <div className={styles['articleNote']}>
        <NoteField
          key={articleId}
          note={note}
          label={t('notes.onArticle')}
          placeholder={t('notes.placeholder')}
          onSave={(text) => void setArticleNote(article, text).catch(notifyFailure)}
          onDone={() => focusAnnotation(null)}
        />
      </div>
    );
  }
  const edit = () => focusAnnotation(null, 'note');
  return (
    <section className={styles['articleNote']} aria-label={t('notes.onArticle')}>
      {note === '' ? (
        <Button
          icon={NotebookPen}
          title={withKey(t('notes.writeOnArticle'), 'article.note')}
          onClick={edit}
        >
          {t('notes.writeOnArticle')}
        </Button>
      ) : (
        <>
          <NoteText note={note} />
          <IconButton label={t('notes.editOnArticle')} icon={Pencil} onClick={edit} small />
        </>
      )}
    </section>
  );
}
