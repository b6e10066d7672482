import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { readMarkdown } from '../../../../main/shared/text/reading.ts';
import { queries } from '../../api/queries.ts';
import { shownKey } from '../../commands/keymap.ts';
import { useView } from '../../state/view.ts';
import { rich, t } from '../../text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Reader } from './Reader.tsx';
import styles from './reader.module.css';

/** The reader with its empty, loading and error states. */
export function ReaderPane() {
  const articleId = useView((view) => view.articleId);
  return articleId === null ? <NothingOpen /> : <OpenArticle id={articleId} />;
}

function NothingOpen() {
  return (
    <div className={styles['blank']}>
      <EmptyState icon={BookOpen} title={t('reader.choose')}>
        {rich('reader.hint', {
          next: <kbd>{shownKey('list.next')}</kbd>,
          previous: <kbd>{shownKey('list.previous')}</kbd>,
          search: <kbd>{shownKey('search.focus')}</kbd>,
          help: <kbd>{shownKey('app.help')}</kbd>,
        })}
      </EmptyState>
    </div>
  );
}

function OpenArticle({ id }: { id: string }) {
  const shownId = useDeferredValue(id);
  const found = useQuery(queries.article(shownId));
  const markdown = found.data?.markdown;
  const reading = useMemo(
    () => (markdown === undefined ? null : readMarkdown(markdown)),
    [markdown],
  );
  if (found.error !== null) {
    return (
      <div className={styles['blank']} role="alert">
        <EmptyState icon={BookOpen} title={t('reader.cantShow')}>
          {found.error.message}
        </EmptyState>
      </div>
    );
  }
  if (found.data === undefined || reading === null) {
    return <div className={styles['blank']} aria-busy="true" />;
  }
  return <Reader key={found.data.article.id} article={found.data.article} reading={reading} />;
}
