import { useQuery } from '@tanstack/react-query';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Highlighter } from 'lucide-react';
import { useMemo, useRef } from 'react';
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

/** Pixels of a card with a quote of two lines, until it has been measured. */
const CARD = 112;

/** Highlights and notes of the open article, in reading order; those in sight are in the page. */
export function NotesPanel({ articleId }: { articleId: string }) {
  const found = useQuery(queries.annotations(articleId));
  const tags = useTags();
  const focusedId = useView((view) => view.annotationId);
  const editing = useView((view) => view.editing);
  const known = found.data?.annotations ?? NONE;
  const annotations = useMemo(() => inReadingOrder(known), [known]);
  // The first row is the note on the article.
  const focusedRow = annotations.findIndex(({ id }) => id === focusedId) + 1;
  const cards = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: annotations.length + 1,
    getScrollElement: () => cards.current,
    getItemKey: (row) => annotations[row - 1]?.id ?? row,
    estimateSize: () => CARD,
    overscan: 4,
    initialRect: { width: 0, height: window.innerHeight },
    rangeExtractor: (range) => {
      // What is being written must not go away when one looks elsewhere.
      const shown = new Set([0, focusedRow, ...defaultRangeExtractor(range)]);
      return [...shown].toSorted((one, other) => one - other);
    },
  });

  return (
    <section className={styles['panel']} aria-label={t('notes.title')}>
      <header className={styles['panelHead']}>
        <h2>{t('notes.title')}</h2>
        <span className={styles['count']}>
          {annotations.length > 0 ? formatCount(annotations.length) : ''}
        </span>
      </header>
      <div ref={cards} className={styles['cards']}>
        <div style={{ blockSize: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index: row, key, start }) => {
            const annotation = annotations[row - 1];
            const focused = row === focusedRow;
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={row}
                className={styles['slot']}
                style={{ transform: `translateY(${start}px)` }}
              >
                {annotation === undefined ? (
                  <ArticleNote key={articleId} articleId={articleId} />
                ) : (
                  <NoteCard
                    annotation={annotation}
                    place={{ at: row, of: annotations.length }}
                    tags={tags}
                    focused={focused}
                    editing={focused ? editing : null}
                    onReveal={() => {
                      focusAnnotation(annotation.id);
                      showPane('reader');
                    }}
                  />
                )}
              </div>
            );
          })}
        </div>
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
      </div>
    </section>
  );
}

export function useTags(): ReadonlyMap<string, Tag> {
  const tags = useQuery(queries.tags()).data?.tags;
  return useMemo(() => new Map((tags ?? []).map((tag) => [tag.id, tag])), [tags]);
}
