import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { FileUp, FolderOpen, Inbox } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { queries, type ListParams } from '../../api/queries.ts';
import { shownKey } from '../../commands/keymap.ts';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { useChosen } from '../../state/chosen.ts';
import { useView } from '../../state/view.ts';
import { rich, t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import { BulkBar } from './BulkBar.tsx';
import styles from './library.module.css';
import { useListData } from './list-data.ts';
import { ListHead } from './ListHead.tsx';
import { useListKeys, type ListKeys } from './use-list-keys.ts';

const ROW_HEIGHT = 104;

export function ArticleList({ title }: { title: string }) {
  const params = useView((view) => view.list);
  const articleId = useView((view) => view.articleId);
  const chosen = useChosen(({ ids }) => ids);
  const leadId = useChosen(({ lead }) => lead?.id) ?? articleId;
  const scroller = useRef<HTMLDivElement>(null);
  const [total, setTotal] = useState(0);

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const rows = virtual.getVirtualItems();
  const data = useListData(params, rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0);
  const sources = useQuery(queries.overview()).data?.sources;
  const sourceNames = useMemo(() => new Map(sources?.map(({ id, name }) => [id, name])), [sources]);
  const inSight = rows.some(({ index }) => data.at(index)?.id === leadId);
  const known = data.total;
  useEffect(() => {
    if (known !== null) setTotal(known);
  }, [known]);

  const keys = useListKeys({
    params,
    total,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1),
    reveal: (index) => virtual.scrollToIndex(index),
  });
  const onPick = useStable(keys.onPick);
  useCommands({
    'list.next': () => keys.step(1),
    'list.previous': () => keys.step(-1),
    'list.open': { run: () => runCommand('go.reader'), when: () => articleId !== null },
    'go.list': () => scroller.current?.focus(),
  });

  return (
    <>
      <ListHead title={title} total={known} />
      <div
        ref={scroller}
        className={styles['rows']}
        role="listbox"
        aria-label={title}
        aria-multiselectable
        aria-activedescendant={inSight ? `row-${leadId}` : undefined}
        tabIndex={0}
        data-scope="list"
        onKeyDown={keys.onKeyDown}
      >
        {data.error === null ? null : (
          <p role="alert" className={styles['problem']}>
            {data.error.message}
          </p>
        )}
        {known === 0 ? <EmptyList params={params} /> : null}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {rows.map(({ index, start, key }) => {
            const article = data.at(index);
            return (
              <div
                key={key}
                role="presentation"
                className={styles['slot']}
                style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
              >
                {article === undefined ? (
                  <div className={styles['loadingRow']} />
                ) : (
                  <ArticleRow
                    article={article}
                    sourceName={sourceNames.get(article.sourceId) ?? null}
                    selected={chosen.size > 0 ? chosen.has(article.id) : article.id === leadId}
                    lead={chosen.size > 0 && article.id === leadId}
                    index={index}
                    total={total}
                    onPick={onPick}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
      {chosen.size > 0 ? <BulkBar /> : null}
    </>
  );
}

/** A function of one identity that does what the latest one does: rows needn't be drawn again for it. */
function useStable(run: ListKeys['onPick']): ListKeys['onPick'] {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  return useCallback((spot, held) => latest.current(spot, held), []);
}

function EmptyList({ params }: { params: ListParams }) {
  const { place, sourceId, tagId, collectionId } = params;
  if (collectionId !== undefined) {
    return (
      <EmptyState icon={FolderOpen} title={t('articles.noneHere')}>
        {rich('collections.fill', { key: <kbd>{shownKey('collection.add')}</kbd> })}
      </EmptyState>
    );
  }
  if (place === 'library' && sourceId === undefined && tagId === undefined) {
    return (
      <EmptyState icon={FileUp} title={t('articles.empty')}>
        <Button onClick={() => runCommand('import.files')}>{t('articles.import')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Inbox} title={t('articles.noneHere')}>
      {place === 'trash' ? t('articles.noTrash') : t('articles.elsewhere')}
    </EmptyState>
  );
}
