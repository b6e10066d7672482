import { useQuery } from '@tanstack/react-query';
import type { NoteFilter } from '../../../../main/shared/contract/notes.ts';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { HIGHLIGHT_COLORS } from '../../../../main/shared/highlight-colors.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../text.ts';
import { useColorNames } from '../../ui/ColorPicker.tsx';
import { Button } from '../../ui/Button.tsx';
import { Pick } from '../../ui/Pick.tsx';
import { SortPick } from './SortPick.tsx';
import { pathOf } from '../library/tree.ts';
import { GROUPINGS } from './group-notes.ts';
import { setFilter, useNotesView } from './notes-state.ts';
import styles from './passages.module.css';

/** What the list is narrowed to, and how it lies. */
export function NotesFilters({ tags }: { tags: readonly ListedTag[] }) {
  const { filter, below, group, sort, descending } = useNotesView();
  const sources = useQuery(queries.overview()).data?.sources ?? [];
  const change = (part: { [K in keyof NoteFilter]?: NoteFilter[K] | undefined }) => {
    const kept = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined);
    setFilter(Object.fromEntries(kept));
  };
  const chooseOf = (value: boolean | undefined) =>
    value === undefined ? null : value ? 'yes' : 'no';
  const asBoolean = (id: string | null) => (id === null ? undefined : id === 'yes');
  const paths = tags.map((tag) => ({
    id: tag.id,
    name: pathOf(tag, tags)
      .map(({ name }) => name)
      .join(' / '),
  }));
  return (
    <div className={styles['filters']} role="group" aria-label={t('passages.filters')}>
      <label>
        <span>{t('passages.text')}</span>
        <input
          type="search"
          maxLength={500}
          value={filter.text ?? ''}
          onChange={(event) => change({ text: event.target.value || undefined })}
        />
      </label>
      <Pick
        label={t('passages.tag')}
        none={t('passages.anyTag')}
        value={filter.tagIds?.[0] ?? null}
        options={paths.toSorted((a, b) => a.name.localeCompare(b.name))}
        onPick={(id) => change({ tagIds: id === null ? undefined : [id] })}
      />
      {filter.tagIds === undefined ? null : (
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={below}
            onChange={(event) => useNotesView.setState({ below: event.target.checked })}
          />
          {t('codebook.below')}
        </label>
      )}
      <Pick
        label={t('passages.color')}
        none={t('passages.anyColor')}
        value={filter.color ?? null}
        options={useColorNames()}
        onPick={(id) => change({ color: HIGHLIGHT_COLORS.find((color) => color === id) })}
      />
      <Pick
        label={t('codebook.source')}
        none={t('codebook.anySource')}
        value={filter.sourceId ?? null}
        options={sources}
        onPick={(id) => change({ sourceId: id ?? undefined })}
      />
      <Pick
        label={t('passages.note')}
        none={t('passages.anyNote')}
        value={chooseOf(filter.hasNote)}
        options={[
          { id: 'yes', name: t('passages.withNote') },
          { id: 'no', name: t('passages.withoutNote') },
        ]}
        onPick={(id) => change({ hasNote: asBoolean(id) })}
      />
      <Pick
        label={t('passages.place')}
        none={t('passages.anyPlace')}
        value={chooseOf(filter.orphaned)}
        options={[
          { id: 'yes', name: t('passages.orphaned') },
          { id: 'no', name: t('passages.standing') },
        ]}
        onPick={(id) => change({ orphaned: asBoolean(id) })}
      />
      <div className={styles['pair']}>
        <label>
          <span>{t('codebook.from')}</span>
          <input
            type="date"
            value={filter.from ?? ''}
            onChange={(event) => change({ from: event.target.value || undefined })}
          />
        </label>
        <label>
          <span>{t('codebook.to')}</span>
          <input
            type="date"
            value={filter.to ?? ''}
            onChange={(event) => change({ to: event.target.value || undefined })}
          />
        </label>
      </div>
      <div className={styles['pair']}>
        <Pick
          label={t('passages.group')}
          none={t('passages.noGroups')}
          value={group === 'none' ? null : group}
          options={(['article', 'tag', 'date'] as const).map((id) => ({
            id,
            name: t(`passages.group.${id}`),
          }))}
          onPick={(id) =>
            useNotesView.setState({ group: GROUPINGS.find((one) => one === id) ?? 'none' })
          }
        />
        <SortPick sort={sort} descending={descending} onPick={useNotesView.setState} />
      </div>
      {Object.keys(filter).length === 0 ? null : (
        <Button onClick={() => setFilter({})}>{t('passages.clear')}</Button>
      )}
    </div>
  );
}
