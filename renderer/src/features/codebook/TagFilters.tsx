import { useQuery } from '@tanstack/react-query';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { Pick } from '../../ui/Pick.tsx';
import { TagChip } from '../../ui/TagChip.tsx';
import { SortPick } from '../notes/SortPick.tsx';
import styles from '../notes/passages.module.css';
import { clearFilters, useCodebook } from './codebook-state.ts';

/** What the passages of a tag are narrowed to, and how they lie. */
export function TagFilters({ tag, tags }: { tag: ListedTag; tags: readonly ListedTag[] }) {
  const { otherTagIds, sourceId, from, to, below, sort, descending } = useCodebook();
  const set = useCodebook.setState;
  const sources = useQuery(queries.overview()).data?.sources ?? [];
  const hasBelow = tags.some(({ parentId }) => parentId === tag.id);
  const narrowed = otherTagIds.length > 0 || sourceId !== null || from !== '' || to !== '';
  return (
    <div className={styles['filters']} role="group" aria-label={t('passages.filters')}>
      <Pick
        label={t('codebook.with')}
        none={otherTagIds.length === 0 ? t('codebook.anyTag') : t('codebook.oneMore')}
        value={null}
        options={tags.filter(({ id }) => id !== tag.id && !otherTagIds.includes(id))}
        onPick={(id) => set({ otherTagIds: id === null ? [] : [...otherTagIds, id] })}
      />
      {otherTagIds.length === 0 ? null : (
        <ul className={styles['chosenTags']} aria-label={t('codebook.with')}>
          {otherTagIds.map((id) => {
            const other = tags.find((one) => one.id === id);
            return (
              <li key={id}>
                <TagChip
                  id={id}
                  tag={other}
                  remove={{
                    label: t('codebook.without', { name: other?.name ?? id }),
                    run: () => set({ otherTagIds: otherTagIds.filter((one) => one !== id) }),
                  }}
                />
              </li>
            );
          })}
        </ul>
      )}
      {hasBelow || otherTagIds.length > 0 ? (
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={below}
            onChange={(event) => set({ below: event.target.checked })}
          />
          {t('codebook.below')}
        </label>
      ) : null}
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
          <input type="date" value={from} onChange={(event) => set({ from: event.target.value })} />
        </label>
        <label>
          <span>{t('codebook.to')}</span>
          <input type="date" value={to} onChange={(event) => set({ to: event.target.value })} />
        </label>
      </div>
      <SortPick sort={sort} descending={descending} onPick={set} />
      {narrowed ? <Button onClick={clearFilters}>{t('passages.clear')}</Button> : null}
    </div>
  );
}
