import { ChevronRight, CornerDownRight } from 'lucide-react';
import { memo } from 'react';
import type { Fact, ListView } from '../../../../main/shared/list-view.ts';
import { isMac } from '../../commands/keymap.ts';
import { foldSections } from '../../state/view.ts';
import { t } from '../../text.ts';
import { onMiddleClick } from '../../ui/middle-click.ts';
import { dragArticle } from './dragging.ts';
import styles from './list.module.css';
import type { ListedArticle } from './list-data.ts';
import { RowFacts } from './RowFacts.tsx';
import type { ListKeys } from './use-list-keys.ts';

interface Props {
  article: ListedArticle;
  /** The name of the file it came from. */
  sourceName: string | null;
  tagNames: string;
  selected: boolean;
  /** Where the keyboard stands among chosen articles. */
  lead: boolean;
  /** A section shown under its article. */
  section: boolean;
  unfolded: boolean;
  view: ListView;
  index: number;
  total: number;
  onPick: ListKeys['onPick'];
  onPeek: (id: string | null, row: HTMLElement | null) => void;
}

export const ArticleRow = memo(function ArticleRow({
  article,
  sourceName,
  tagNames,
  selected,
  lead,
  section,
  unfolded,
  view: { density, facts },
  index,
  total,
  onPick,
  onPeek,
}: Props) {
  const { id, title, state, parts } = article;
  const shows = (fact: Fact) => facts.includes(fact);
  return (
    <div
      id={`row-${id}`}
      className={styles['row']}
      role="option"
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-state={state}
      data-density={density}
      data-section={section || undefined}
      data-lead={lead || undefined}
      lang={article.lang ?? undefined}
      draggable
      onDragStart={(event) => {
        onPeek(null, null);
        dragArticle(event, id, (count) => t('count.articles', { count }));
      }}
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') onPeek(id, event.currentTarget);
      }}
      onPointerLeave={() => onPeek(null, null)}
      onClick={(event) => {
        onPeek(null, null);
        onPick(
          { id, index },
          { shift: event.shiftKey, mod: isMac ? event.metaKey : event.ctrlKey, behind: false },
        );
      }}
      {...onMiddleClick(() => onPick({ id, index }, { shift: false, mod: false, behind: true }))}
    >
      <div className={styles['rowTitle']} dir="auto">
        {section ? <CornerDownRight aria-hidden size={13} className={styles['rowInside']} /> : null}
        {state === 'inbox' ? (
          <span className={styles['unread']} role="img" aria-label={t('articles.unread')} />
        ) : null}
        {title}
      </div>
      {shows('excerpt') && density === 'comfortable' ? (
        <p className={styles['rowExcerpt']} dir="auto">
          {article.excerpt}
        </p>
      ) : null}
      <RowFacts article={article} sourceName={sourceName} facts={facts}>
        {parts === 0 || section ? null : (
          // Reached by the arrow keys; a button inside an option would have no role of its own.
          <span
            role="presentation"
            className={styles['sections']}
            data-open={unfolded || undefined}
            onClick={(event) => {
              event.stopPropagation();
              foldSections(id, !unfolded);
            }}
          >
            <ChevronRight aria-hidden size={12} />
            {t('articles.sections', { count: parts })}
          </span>
        )}
      </RowFacts>
      {shows('tags') ? (
        <p className={styles['rowTags']} dir="auto">
          {tagNames}
        </p>
      ) : null}
    </div>
  );
});
