import { useQuery } from '@tanstack/react-query';
import { Columns2, CornerLeftUp, Files, type LucideIcon } from 'lucide-react';
import type { Article } from '../../../../main/shared/entities.ts';
import { queries } from '../../api/queries.ts';
import { useCommands } from '../../commands/registry.ts';
import { openArticle, openBehind } from '../../state/open-article.ts';
import { openBeside } from '../../state/side-by-side.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { onOpenClick } from '../../ui/middle-click.ts';
import styles from './also-in.module.css';

interface Related {
  id: string;
  title: string;
  /** What is shown for it. */
  name: string;
}

/** The post that an article stands in, and articles of other sources that say much the same. */
export function AlsoIn({ article }: { article: Article }) {
  const parent = useQuery(queries.family(article.id)).data?.parent ?? null;
  const alike = useQuery(queries.similar(article.id)).data?.articles ?? [];
  const original = parent ?? alike[0];
  useCommands({
    'article.beside': {
      run: () => original !== undefined && openBeside(original.id),
      when: () => original !== undefined,
    },
  });
  return (
    <>
      {parent === null ? null : (
        <RelatedList
          icon={CornerLeftUp}
          label={t('reader.partOf')}
          articles={[{ id: parent.id, title: parent.title, name: parent.title }]}
        />
      )}
      {alike.length === 0 ? null : (
        <RelatedList
          icon={Files}
          label={t('reader.alsoIn')}
          articles={alike.map(({ id, title, sourceName }) => ({
            id,
            title,
            name: sourceName ?? title,
          }))}
        />
      )}
    </>
  );
}

interface ListProps {
  icon: LucideIcon;
  label: string;
  articles: readonly Related[];
}

function RelatedList({ icon: Icon, label, articles }: ListProps) {
  return (
    <div className={styles['alsoIn']}>
      <Icon aria-hidden size={15} />
      <span>{label}</span>
      <ul aria-label={label}>
        {articles.map(({ id, title, name }) => (
          <li key={id}>
            <button
              type="button"
              className={styles['related']}
              title={title}
              dir="auto"
              {...onOpenClick(
                () => openArticle(id),
                () => openBehind(id),
              )}
            >
              {name}
            </button>
            <IconButton
              label={t('reader.beside', { title })}
              icon={Columns2}
              small
              onClick={() => openBeside(id)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
