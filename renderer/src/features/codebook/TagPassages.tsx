import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Highlighter } from 'lucide-react';
import { useRef } from 'react';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { queries } from '../../api/queries.ts';
import { errorText, t } from '../../text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Pick } from '../../ui/Pick.tsx';
import { jumpToNote } from '../notes/jump.ts';
import { Passage } from '../notes/Passage.tsx';
import { SortPick } from '../notes/SortPick.tsx';
import styles from '../notes/passages.module.css';
import { useCodebook } from './codebook-state.ts';

/** All passages of a tag in their context, across the articles. */
export function TagPassages({ tag, tags }: { tag: ListedTag; tags: readonly ListedTag[] }) {
  const view = useCodebook();
  const set = useCodebook.setState;
  const sources = useQuery(queries.overview()).data?.sources ?? [];
  const { otherTagId, sourceId, from, to, below, sort, descending } = view;
  const found = useQuery(
    queries.notes({
      filter: {
        tagIds: [tag.id, ...(otherTagId === null ? [] : [otherTagId])],
        below,
        ...(sourceId === null ? {} : { sourceId }),
        ...(from === '' ? {} : { from }),
        ...(to === '' ? {} : { to }),
      },
      sort,
      descending,
      limit: 10_000,
    }),
  );
  const notes = found.data?.notes ?? [];
  const list = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: notes.length,
    getScrollElement: () => list.current,
    estimateSize: () => 110,
    overscan: 6,
    getItemKey: (index) => notes[index]?.annotation.id ?? index,
  });
  const names = new Map(tags.map(({ id, name }) => [id, name]));

  return (
    <>
      <div className={styles['filters']}>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={below}
            onChange={(event) => set({ below: event.target.checked })}
          />
          {t('codebook.below')}
        </label>
        <Pick
          label={t('codebook.with')}
          none={t('codebook.anyTag')}
          value={otherTagId}
          options={tags.filter(({ id }) => id !== tag.id)}
          onPick={(id) => set({ otherTagId: id })}
        />
        <Pick
          label={t('codebook.source')}
          none={t('codebook.anySource')}
          value={sourceId}
          options={sources}
          onPick={(id) => set({ sourceId: id })}
        />
        <div className={styles['pair']}>
          <label>
            <span>{t('codebook.from')}</span>
            <input
              type="date"
              value={from}
              onChange={(event) => set({ from: event.target.value })}
            />
          </label>
          <label>
            <span>{t('codebook.to')}</span>
            <input type="date" value={to} onChange={(event) => set({ to: event.target.value })} />
          </label>
        </div>
        <SortPick sort={sort} descending={descending} onPick={set} />
      </div>
      <p className={styles['base']} role="status">
        {found.data === undefined
          ? ''
          : t('codebook.found', {
              passages: found.data.total,
              ofPassages: t('count.passages', { count: found.data.of.annotations }),
              articles: found.data.articles,
              ofArticles: t('count.articles', { count: found.data.of.articles }),
            })}
      </p>
      {found.error === null ? null : <p role="alert">{errorText(found.error)}</p>}
      {found.data?.total === 0 ? (
        <EmptyState icon={Highlighter} title={t('codebook.nothing')}>
          {t('codebook.nothingHint')}
        </EmptyState>
      ) : null}
      <div ref={list} className={styles['passages']} tabIndex={-1}>
        <ul
          style={{ blockSize: `${virtualizer.getTotalSize()}px` }}
          aria-label={t('codebook.passages')}
        >
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const note = notes[index];
            return note === undefined ? null : (
              <li
                key={key}
                data-index={index}
                ref={virtualizer.measureElement}
                style={{ transform: `translateY(${start}px)` }}
              >
                <div className={styles['passage']}>
                  <Passage
                    note={note}
                    names={names}
                    onOpen={() => jumpToNote(note, { name: 'codebook' })}
                  />
                </div>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
