import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { useDeferredValue, useEffect } from 'react';
import { queries } from '../../api/queries.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useView } from '../../state/view.ts';
import { rich, t } from '../../text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Reader } from './Reader.tsx';
import { readingWorker } from './reading-source.ts';
import styles from './reader.module.css';

/** The reader with its empty, loading and error states. */
export function ReaderPane() {
  const articleId = useView((view) => view.articleId);
  useEffect(() => void readingWorker(), []);
  return articleId === null ? <NothingOpen /> : <OpenArticle id={articleId} />;
}

function NothingOpen() {
  return (
    <div className={styles['blank']}>
      <EmptyState icon={BookOpen} title={t('reader.choose')}>
        {rich('reader.hint', {
          next: <CommandKey id="list.next" />,
          previous: <CommandKey id="list.previous" />,
          search: <CommandKey id="search.focus" />,
          help: <CommandKey id="app.help" />,
        })}
      </EmptyState>
    </div>
  );
}

function OpenArticle({ id }: { id: string }) {
  const shownId = useDeferredValue(id);
  const found = useQuery(queries.article(shownId));
  if (found.error !== null) {
    return (
      <div className={styles['blank']} role="alert">
        <EmptyState icon={BookOpen} title={t('reader.cantShow')}>
          {found.error.message}
        </EmptyState>
      </div>
    );
  }
  if (found.data === undefined) {
    return <div className={styles['blank']} aria-busy="true" />;
  }
  const { article, markdown } = found.data;
  return (
    <Reader
      key={`${article.id} ${article.version} ${article.contentHash}`}
      article={article}
      markdown={markdown}
    />
  );
}
