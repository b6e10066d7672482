import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDownUp, FileUp, Inbox } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { openArticle, showList, useView, type Sort } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import styles from './library.module.css';
import { fetchListed, listedIndexOf, useListData } from './list-data.ts';

const ROW_HEIGHT = 104;

const SORTS: readonly Sort[] = ['added', 'published', 'title', 'length'];

export function ArticleList({ title }: { title: string }) {
  const params = useView((view) => view.list);
  const articleId = useView((view) => view.articleId);
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
  const inSight = rows.some(({ index }) => data.at(index)?.id === articleId);
  const known = data.total;
  useEffect(() => {
    if (known !== null) setTotal(known);
  }, [known]);

  const open = useCallback((id: string) => openArticle(id), []);

  const step = async (by: 1 | -1) => {
    const present = listedIndexOf(params, articleId);
    const next = present === -1 ? (by === 1 ? 0 : total - 1) : present + by;
    if (next < 0 || next >= total) return;
    const article = await fetchListed(params, next);
    if (article === undefined) return;
    virtual.scrollToIndex(next);
    openArticle(article.id);
  };
  useCommands({
    'list.next': () => step(1),
    'list.previous': () => step(-1),
    'list.open': { run: () => runCommand('go.reader'), when: () => articleId !== null },
    'go.list': () => scroller.current?.focus(),
  });

  return (
    <>
      <header className={styles['listHead']}>
        <div>
          <h1>{title}</h1>
          <p aria-live="polite">{known === null ? '' : t('count.articles', { count: known })}</p>
        </div>
        <label className={styles['sort']}>
          <span className="visually-hidden">{t('articles.sortBy')}</span>
          <select
            value={params.sort}
            onChange={(event) => {
              const sort = SORTS.find((key) => key === event.target.value);
              if (sort !== undefined) showList({ sort });
            }}
          >
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {t(`articles.sort.${sort}`)}
              </option>
            ))}
          </select>
          <button
            type="button"
            aria-label={
              params.descending ? t('articles.makeAscending') : t('articles.makeDescending')
            }
            title={params.descending ? t('articles.descending') : t('articles.ascending')}
            onClick={() => showList({ descending: !params.descending })}
          >
            <ArrowDownUp aria-hidden size={15} data-descending={params.descending} />
          </button>
        </label>
      </header>
      <div
        ref={scroller}
        className={styles['rows']}
        role="listbox"
        aria-label={title}
        aria-activedescendant={inSight ? `row-${articleId}` : undefined}
        tabIndex={0}
        data-scope="list"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          void step(event.key === 'ArrowDown' ? 1 : -1);
        }}
      >
        {data.error === null ? null : (
          <p role="alert" className={styles['problem']}>
            {data.error.message}
          </p>
        )}
        {known === 0 ? <EmptyList place={params.place} filtered={isFiltered(params)} /> : null}
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
                    selected={article.id === articleId}
                    index={index}
                    total={total}
                    onOpen={open}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

function isFiltered(params: {
  sourceId?: string | undefined;
  tagId?: string | undefined;
}): boolean {
  return params.sourceId !== undefined || params.tagId !== undefined;
}

function EmptyList({ place, filtered }: { place: string; filtered: boolean }) {
  if (place === 'library' && !filtered) {
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
