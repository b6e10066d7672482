import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { useDeferredValue, useEffect } from 'react';
import { queries } from '../../api/queries.ts';
import { CommandKey } from '../../commands/CommandKey.tsx';
import { useView } from '../../state/view.ts';
import { rich, t } from '../../text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabStrip } from '../tabs/TabStrip.tsx';
import { Reader } from './Reader.tsx';
import { readingWorker } from './reading-source.ts';
import styles from './reader.module.css';

/** The reader with its empty, loading and error states. */
export function ReaderPane() {
  const tab = useView(({ tabs, tabAt }) => tabs[tabAt]);
  const several = useView(({ tabs }) => tabs.length > 1);
  useEffect(() => void readingWorker(), []);
  if (tab === undefined) return <NothingOpen />;
  const { id, articleId } = tab;
  return (
    <>
      <TabStrip />
      <div
        id="open-article"
        className={styles['open']}
        {...(several ? { role: 'tabpanel', 'aria-labelledby': `tab-${id}` } : {})}
      >
        <OpenArticle id={articleId} tabId={id} />
      </div>
    </>
  );
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

function OpenArticle({ id, tabId }: { id: string; tabId: number }) {
  const shownId = useDeferredValue(id);
  const shownTab = useDeferredValue(tabId);
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
      key={`${shownTab} ${article.id} ${article.version} ${article.contentHash}`}
      article={article}
      tabId={shownTab}
      markdown={markdown}
    />
  );
}
