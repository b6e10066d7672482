import type { ReactNode } from 'react';
import type { Fact } from '../../../../main/shared/list-view.ts';
import { readingMinutes } from '../../../../main/shared/text/words.ts';
import { say, t } from '../../text.ts';
import { formatPercent, formatPublished } from '../../ui/dates.ts';
import styles from './list.module.css';
import type { ListedArticle } from './list-data.ts';

interface Props {
  article: ListedArticle;
  sourceName: string | null;
  facts: readonly Fact[];
  children: ReactNode;
}

/** The line under a title: what the user wants to see of an article, and what is out of the ordinary. */
export function RowFacts({ article, sourceName, facts, children }: Props) {
  const { state, truncated, published, publishedInferred, origin, byline, position } = article;
  const shows = (fact: Fact) => facts.includes(fact);
  return (
    <div className={styles['rowMeta']}>
      {shows('source') ? (
        <span className={styles['rowSource']}>
          {origin ?? (shows('byline') ? null : byline) ?? sourceName}
        </span>
      ) : null}
      {shows('byline') && byline !== null ? (
        <span className={styles['rowSource']}>{byline}</span>
      ) : null}
      {shows('published') && published !== null ? (
        <time
          dateTime={published}
          data-inferred={publishedInferred !== null || undefined}
          title={publishedInferred === null ? undefined : say(publishedInferred)}
        >
          {formatPublished(published)}
        </time>
      ) : null}
      {shows('added') ? (
        <time dateTime={article.added}>
          {t('articles.addedOn', { date: formatPublished(article.added) })}
        </time>
      ) : null}
      {shows('time') ? (
        <span>{t('count.minutes', { count: readingMinutes(article.words) })}</span>
      ) : null}
      {shows('words') ? <span>{t('count.words', { count: article.words })}</span> : null}
      {shows('highlights') && article.highlights > 0 ? (
        <span>{t('articles.highlights', { count: article.highlights })}</span>
      ) : null}
      {shows('highlights') && article.hasNote ? (
        <span title={t('notes.onArticle')}>{t('articles.noted')}</span>
      ) : null}
      {truncated ? <span className={styles['badge']}>{t('articles.teaser')}</span> : null}
      {article.parentId === null ? null : (
        <span className={styles['badge']}>{t('articles.reprint')}</span>
      )}
      {article.copies > 0 ? (
        <span
          className={styles['badge']}
          title={t('articles.duplicateHint', { count: article.copies })}
        >
          {t('articles.duplicate')}
        </span>
      ) : null}
      {article.alike ? <span className={styles['badge']}>{t('articles.alike')}</span> : null}
      {state === 'read' ? <span className={styles['badge']}>{t('articles.read')}</span> : null}
      {shows('progress') && position !== null && state === 'reading' ? (
        <span>{formatPercent(Math.round(position.fraction * 100) / 100)}</span>
      ) : null}
      {children}
    </div>
  );
}
