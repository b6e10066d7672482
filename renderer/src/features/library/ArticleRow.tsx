import { memo } from 'react';
import type { Article } from '../../../../main/shared/entities.ts';
import { readingMinutes } from '../../../../main/shared/text/words.ts';
import { isMac } from '../../commands/keymap.ts';
import { t } from '../../text.ts';
import { formatPercent, formatPublished } from '../../ui/dates.ts';
import styles from './library.module.css';
import { dragArticle } from './dragging.ts';
import type { ListKeys } from './use-list-keys.ts';

interface Props {
  article: Article;
  /** The name of the file it came from. */
  sourceName: string | null;
  selected: boolean;
  /** Where the keyboard stands among chosen articles. */
  lead: boolean;
  index: number;
  total: number;
  onPick: ListKeys['onPick'];
}

export const ArticleRow = memo(function ArticleRow({
  article,
  sourceName,
  selected,
  lead,
  index,
  total,
  onPick,
}: Props) {
  const { id, title, state, truncated, published, publishedInferred, origin, byline } = article;
  const minutes = readingMinutes(article.words);
  return (
    <div
      id={`row-${id}`}
      className={styles['row']}
      role="option"
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-state={state}
      lang={article.lang ?? undefined}
      data-lead={lead || undefined}
      draggable
      onDragStart={(event) => dragArticle(event, id, (count) => t('count.articles', { count }))}
      onClick={(event) =>
        onPick({ id, index }, { shift: event.shiftKey, mod: isMac ? event.metaKey : event.ctrlKey })
      }
    >
      <div className={styles['rowTitle']} dir="auto">
        {state === 'inbox' ? (
          <span className={styles['unread']} role="img" aria-label={t('articles.unread')} />
        ) : null}
        {title}
      </div>
      <p className={styles['rowExcerpt']} dir="auto">
        {article.excerpt}
      </p>
      <div className={styles['rowMeta']}>
        <span className={styles['rowSource']}>{origin ?? byline ?? sourceName}</span>
        {published === null ? null : (
          <time
            dateTime={published}
            data-inferred={publishedInferred !== null || undefined}
            title={publishedInferred ?? undefined}
          >
            {formatPublished(published)}
          </time>
        )}
        <span>{t('count.minutes', { count: minutes })}</span>
        {truncated ? <span className={styles['badge']}>{t('articles.teaser')}</span> : null}
        {state === 'read' ? <span className={styles['badge']}>{t('articles.read')}</span> : null}
        {article.position !== null && state === 'reading' ? (
          <span>{formatPercent(article.position.fraction)}</span>
        ) : null}
      </div>
    </div>
  );
});
