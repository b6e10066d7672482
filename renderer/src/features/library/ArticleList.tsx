import { useQuery } from '@tanstack/react-query';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { queries } from '../../api/queries.ts';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { useChosen } from '../../state/chosen.ts';
import { useView } from '../../state/view.ts';
import { useSettings } from '../shell/settings.ts';
import { ArticleRow } from './ArticleRow.tsx';
import { BulkBar } from './BulkBar.tsx';
import { EmptyList } from './EmptyList.tsx';
import { GroupHeading } from './GroupHeading.tsx';
import styles from './list.module.css';
import { useKnownList, useListData } from './list-data.ts';
import { HEADING_HEIGHT, rowHeight, useListParams } from './list-view.ts';
import { ListHead } from './ListHead.tsx';
import { layoutRows } from './row-layout.ts';
import { RowPeek, usePeek } from './RowPeek.tsx';
import { useListKeys, type ListKeys } from './use-list-keys.ts';
import { errorText } from '../../text.ts';

export function ArticleList({ title }: { title: string }) {
  const params = useListParams();
  const view = useSettings().list;
  const articleId = useView((state) => state.articleId);
  const unfolded = useView((state) => state.unfolded);
  const chosen = useChosen(({ ids }) => ids);
  const leadId = useChosen(({ lead }) => lead?.id) ?? articleId;
  const scroller = useRef<HTMLDivElement>(null);
  const names = useNames();
  const { peek, rest, now } = usePeek();

  const whole = useKnownList(params);
  const total = whole?.total ?? 0;
  const layout = useMemo(() => layoutRows(total, whole?.groups ?? []), [total, whole?.groups]);
  const height = rowHeight(view);
  const sticky = useRef<number | null>(null);
  const virtual = useVirtualizer({
    count: layout.count,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => ('group' in layout.at(row) ? HEADING_HEIGHT : height),
    overscan: 6,
    scrollPaddingStart: whole?.groups.length ? HEADING_HEIGHT : 0,
    rangeExtractor: (range) => {
      sticky.current = layout.headingAbove(range.startIndex);
      const inSight = defaultRangeExtractor(range);
      const heading = sticky.current;
      return heading === null || inSight.includes(heading) ? inSight : [heading, ...inSight];
    },
  });
  useEffect(() => virtual.measure(), [virtual, layout, height]);
  // Another list begins at its beginning.
  const conditions = useView((state) => state.list);
  useEffect(() => scroller.current?.scrollTo({ top: 0 }), [conditions]);

  const rows = virtual.getVirtualItems();
  const indexes = rows.flatMap(({ index }) => {
    const row = layout.at(index);
    return 'index' in row ? [row.index] : [];
  });
  const data = useListData(params, indexes[0] ?? 0, indexes.at(-1) ?? 0);
  const inSight = indexes.some((index) => data.at(index)?.id === leadId);

  const keys = useListKeys({
    params,
    total,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1),
    reveal: (index) => virtual.scrollToIndex(layout.rowOf(index)),
  });
  const onPick = useStable(keys.onPick);
  useCommands({
    'list.next': () => keys.step(1),
    'list.previous': () => keys.step(-1),
    'list.open': { run: () => runCommand('go.reader'), when: () => articleId !== null },
    'list.peek': {
      run: () => {
        const row = document.getElementById(`row-${leadId}`);
        if (row !== null && leadId !== null) now(leadId, row);
      },
      when: () => inSight,
    },
    'go.list': () => scroller.current?.focus(),
  });

  return (
    <>
      <ListHead title={title} total={whole === null ? null : total - whole.parts} />
      <div
        ref={scroller}
        className={styles['rows']}
        role="listbox"
        aria-label={title}
        aria-multiselectable
        aria-activedescendant={inSight ? `row-${leadId}` : undefined}
        aria-describedby={peek === null ? undefined : 'row-peek'}
        tabIndex={0}
        data-scope="list"
        onKeyDown={keys.onKeyDown}
      >
        {data.error === null ? null : (
          <p role="alert" className={styles['problem']}>
            {errorText(data.error)}
          </p>
        )}
        {whole?.total === 0 ? <EmptyList conditions={conditions} /> : null}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {rows.map(({ index: at, start, size, key }) => {
            const row = layout.at(at);
            if ('group' in row) {
              const isSticky = at === sticky.current;
              return (
                <div
                  key={key}
                  role="presentation"
                  className={styles[isSticky ? 'stickySlot' : 'slot']}
                  style={
                    isSticky
                      ? { height: size }
                      : { transform: `translateY(${start}px)`, height: size }
                  }
                >
                  <GroupHeading group={row.group} sourceNames={names.sources} />
                </div>
              );
            }
            const article = data.at(row.index);
            return (
              <div
                key={key}
                role="presentation"
                className={styles['slot']}
                style={{ transform: `translateY(${start}px)`, height: size }}
              >
                {article === undefined ? (
                  <div className={styles['loadingRow']} />
                ) : (
                  <ArticleRow
                    article={article}
                    sourceName={names.sources.get(article.sourceId) ?? null}
                    tagNames={article.tags.map((id) => names.tags.get(id) ?? '').join(' · ')}
                    selected={chosen.size > 0 ? chosen.has(article.id) : article.id === leadId}
                    lead={chosen.size > 0 && article.id === leadId}
                    section={article.parentId !== null && unfolded.length > 0}
                    unfolded={unfolded.includes(article.id)}
                    view={view}
                    index={row.index}
                    total={total}
                    onPick={onPick}
                    onPeek={rest}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
      {peek === null ? null : <RowPeek peek={peek} />}
      {chosen.size > 0 ? <BulkBar /> : null}
    </>
  );
}

function useNames() {
  const sources = useQuery(queries.overview()).data?.sources;
  const tags = useQuery(queries.tags()).data?.tags;
  return useMemo(
    () => ({
      sources: new Map(sources?.map(({ id, name }) => [id, name])),
      tags: new Map(tags?.map(({ id, name }) => [id, name])),
    }),
    [sources, tags],
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
