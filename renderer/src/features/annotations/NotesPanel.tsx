import { useQuery } from '@tanstack/react-query';
import { Highlighter } from 'lucide-react';
import { useMemo } from 'react';
import type { Annotation, Tag } from '../../../../main/shared/entities.ts';
import { queries } from '../../api/queries.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { focusAnnotation, showPane, useView } from '../../state/view.ts';
import { rich, t } from '../../text.ts';
import { formatCount } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { inReadingOrder } from './actions.ts';
import styles from './annotations.module.css';
import { ArticleNote } from './ArticleNote.tsx';
import { NoteCard } from './NoteCard.tsx';

const NONE: Annotation[] = [];

/** Highlights and notes of the open article, in reading order. */
export function NotesPanel({ articleId }: { articleId: string }) {
  const found = useQuery(queries.annotations(articleId));
  const tags = useTags();
  const focusedId = useView((view) => view.annotationId);
  const editing = useView((view) => view.editing);
  const known = found.data?.annotations ?? NONE;
  const annotations = useMemo(() => inReadingOrder(known), [known]);

  return (
    <section className={styles['panel']} aria-label={t('notes.title')}>
      <header className={styles['panelHead']}>
        <h2>{t('notes.title')}</h2>
        <span className={styles['count']}>
          {annotations.length > 0 ? formatCount(annotations.length) : ''}
        </span>
      </header>
      <div className={styles['cards']}>
        <ArticleNote key={articleId} articleId={articleId} />
        {found.isPending || annotations.length > 0 ? null : (
          <EmptyState icon={Highlighter} title={t('notes.none')}>
            {rich('notes.hint', {
              first: <CommandKey id="highlight.1" />,
              last: <CommandKey id="highlight.8" />,
              note: <CommandKey id="annotation.note" />,
              tag: <CommandKey id="annotation.tag" />,
            })}
          </EmptyState>
        )}
        {annotations.map((annotation) => (
          <NoteCard
            key={annotation.id}
            annotation={annotation}
            tags={tags}
            focused={annotation.id === focusedId}
            editing={annotation.id === focusedId ? editing : null}
            onReveal={() => {
              focusAnnotation(annotation.id);
              showPane('reader');
            }}
          />
        ))}
      </div>
    </section>
  );
}

export function useTags(): ReadonlyMap<string, Tag> {
  const tags = useQuery(queries.tags()).data?.tags;
  return useMemo(() => new Map((tags ?? []).map((tag) => [tag.id, tag])), [tags]);
}
