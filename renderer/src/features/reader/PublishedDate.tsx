import type { Article } from '../../../../main/shared/entities.ts';
import { say, t } from '../../text.ts';
import { formatPublished } from '../../ui/dates.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import styles from './article-head.module.css';

type Dated = Pick<Article, 'published' | 'publishedInferred'>;

/** When an article was published; a date that was inferred looks so, and says why. */
export function PublishedDate({ article: { published, publishedInferred } }: { article: Dated }) {
  if (published === null) return null;
  const date = formatPublished(published);
  if (publishedInferred === null) return <time dateTime={published}>{date}</time>;
  return (
    <span>
      <Tooltip text={t('reader.inferred', { reason: say(publishedInferred) })}>
        <button type="button" className={styles['inferred']}>
          <time dateTime={published}>{t('reader.about', { date })}</time>
        </button>
      </Tooltip>
    </span>
  );
}
