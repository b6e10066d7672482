import { useQuery } from '@tanstack/react-query';
import { Files } from 'lucide-react';
import { queries } from '../../api/queries.ts';
import { openArticle, openBehind } from '../../state/open-article.ts';
import { t } from '../../text.ts';
import { onOpenClick } from '../../ui/middle-click.ts';
import styles from './reader.module.css';

/** Articles of other sources that say much the same. */
export function AlsoIn({ articleId }: { articleId: string }) {
  const alike = useQuery(queries.similar(articleId)).data?.articles ?? [];
  if (alike.length === 0) return null;
  return (
    <div className={styles['alsoIn']}>
      <Files aria-hidden size={15} />
      <span>{t('reader.alsoIn')}</span>
      <ul aria-label={t('reader.alsoIn')}>
        {alike.map(({ id, title, sourceName }) => (
          <li key={id}>
            <button
              type="button"
              title={title}
              {...onOpenClick(
                () => openArticle(id),
                () => openBehind(id),
              )}
            >
              {sourceName ?? title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
