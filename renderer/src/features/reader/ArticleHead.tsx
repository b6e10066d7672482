import { useQuery } from '@tanstack/react-query';
import { Scissors } from 'lucide-react';
import type { Article } from '../../../../main/shared/entities.ts';
import { readingMinutes } from '../../../../main/shared/text/words.ts';
import { queries } from '../../api/queries.ts';
import { shownKey } from '../../commands/keymap.ts';
import { openDialog } from '../../state/view.ts';
import { formatPublished, plural } from '../../ui/dates.ts';
import { ArticleTags } from './ArticleTags.tsx';
import styles from './reader.module.css';

export function ArticleHead({ article }: { article: Article }) {
  const sources = useQuery(queries.overview()).data?.sources ?? [];
  const source = sources.find(({ id }) => id === article.sourceId);
  const { published, publishedInferred, byline, dateline, origin } = article;
  return (
    <header className={styles['head']}>
      <button
        type="button"
        className={styles['provenance']}
        onClick={() => openDialog({ name: 'source', articleId: article.id })}
        title={`Show where it came from (${shownKey('article.showSource') ?? ''})`}
      >
        {origin ?? source?.name ?? 'Source'}
        {article.startLine === null || article.endLine === null ? null : (
          <span>
            lines {article.startLine}–{article.endLine}
          </span>
        )}
      </button>
      <h1 dir="auto">{article.title}</h1>
      <p className={styles['meta']}>
        {byline === null ? null : <span>{byline}</span>}
        {published === null ? null : (
          <time
            dateTime={published}
            data-inferred={publishedInferred !== null || undefined}
            title={publishedInferred === null ? undefined : `Inferred: ${publishedInferred}`}
          >
            {publishedInferred === null ? '' : 'about '}
            {formatPublished(published)}
          </time>
        )}
        {dateline === null ? null : <span>{dateline}</span>}
        <span>{plural(article.words, 'word', 'words')}</span>
        <span>{readingMinutes(article.words)} min</span>
      </p>
      {article.truncated ? (
        <p className={styles['teaserMark']}>
          <Scissors aria-hidden size={15} />
          Only the beginning of this article was in the dump.
        </p>
      ) : null}
      <ArticleTags article={article} />
    </header>
  );
}
