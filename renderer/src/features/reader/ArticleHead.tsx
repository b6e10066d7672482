import { useQuery } from '@tanstack/react-query';
import { Scissors } from 'lucide-react';
import type { Article } from '../../../../main/shared/entities.ts';
import { readingMinutes } from '../../../../main/shared/text/words.ts';
import { queries } from '../../api/queries.ts';
import { withKey } from '../../commands/keymap.ts';
import { openDialog, openScreen } from '../../state/view.ts';
import { t } from '../../text.ts';
import { AlsoIn } from './AlsoIn.tsx';
import { ArticleTags } from './ArticleTags.tsx';
import { PublishedDate } from './PublishedDate.tsx';
import styles from './article-head.module.css';

interface Props {
  article: Article;
  /** A BCP 47 tag; empty where it isn't known. */
  language: string;
}

export function ArticleHead({ article, language }: Props) {
  const sources = useQuery(queries.overview()).data?.sources ?? [];
  const source = sources.find(({ id }) => id === article.sourceId);
  const { byline, dateline, origin } = article;
  return (
    <header className={styles['head']}>
      <button
        type="button"
        className={styles['provenance']}
        onClick={() => openDialog({ name: 'source', articleId: article.id })}
        title={withKey(t('reader.showSource'), 'article.showSource')}
      >
        {origin ?? source?.name ?? t('reader.source')}
        {article.startLine === null || article.endLine === null ? null : (
          <span>{t('reader.lines', { start: article.startLine, end: article.endLine })}</span>
        )}
      </button>
      <h1 lang={language} dir="auto">
        {article.title}
      </h1>
      <p className={styles['meta']}>
        {byline === null ? null : <span>{byline}</span>}
        <PublishedDate article={article} />
        {dateline === null ? null : <span>{dateline}</span>}
        <span>{t('count.words', { count: article.words })}</span>
        <span>{t('count.minutes', { count: readingMinutes(article.words) })}</span>
        {article.earlier.length === 0 ? null : (
          <button
            type="button"
            onClick={() => openScreen({ name: 'compare', articleId: article.id })}
            title={withKey(t('compare.title'), 'article.compare')}
          >
            {t('compare.version', { version: article.version })}
          </button>
        )}
      </p>
      {article.truncated ? (
        <p className={styles['teaserMark']}>
          <Scissors aria-hidden size={15} />
          {t('reader.teaser')}
        </p>
      ) : null}
      <AlsoIn article={article} />
      <ArticleTags article={article} />
    </header>
  );
}
