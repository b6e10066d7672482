import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Highlighter } from 'lucide-react';
import { useRef } from 'react';
import { NOTE_SORTS, type ListedNote } from '../../../../main/shared/contract/notes.ts';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { queries } from '../../api/queries.ts';
import { closeScreen, focusAnnotation, notify, openArticle, openScreen } from '../../state/view.ts';
import { t } from '../../text.ts';
import { formatPublished } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useCodebook } from './codebook-state.ts';
import styles from './codebook.module.css';

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
        <label>
          <span>{t('codebook.from')}</span>
          <input type="date" value={from} onChange={(event) => set({ from: event.target.value })} />
        </label>
        <label>
          <span>{t('codebook.to')}</span>
          <input type="date" value={to} onChange={(event) => set({ to: event.target.value })} />
        </label>
        <label>
          <span>{t('codebook.sort')}</span>
          <select
            value={`${sort} ${descending ? 'down' : 'up'}`}
            onChange={(event) => {
              const [name, way] = event.target.value.split(' ');
              const wanted = NOTE_SORTS.find((one) => one === name) ?? 'created';
              set({ sort: wanted, descending: way === 'down' });
            }}
          >
            {NOTE_SORTS.flatMap((name) => [
              <option key={`${name} up`} value={`${name} up`}>
                {t(`codebook.sort.${name}`)} ↑
              </option>,
              <option key={`${name} down`} value={`${name} down`}>
                {t(`codebook.sort.${name}`)} ↓
              </option>,
            ])}
          </select>
        </label>
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
      {found.error === null ? null : <p role="alert">{found.error.message}</p>}
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
                <Passage note={note} names={names} />
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

function Passage({ note, names }: { note: ListedNote; names: ReadonlyMap<string, string> }) {
  const { annotation, article, sourceName } = note;
  const { exact, prefix, suffix } = annotation.target.quote;
  const facts = [
    article.title,
    article.origin ?? sourceName,
    article.published === null ? '' : formatPublished(article.published),
  ];
  return (
    <button type="button" className={styles['passage']} onClick={() => jump(note)}>
      <span className={styles['quote']}>
        {prefix.slice(-80)}
        <mark data-color={annotation.color}>{exact}</mark>
        {suffix.slice(0, 80)}
      </span>
      {annotation.note === '' ? null : <span className={styles['note']}>{annotation.note}</span>}
      <span className={styles['facts']}>
        {facts.filter(Boolean).join(' · ')}
        {annotation.tags.map((id) => (
          <span key={id} className={styles['chip']}>
            {names.get(id) ?? id}
          </span>
        ))}
        {annotation.anchor.range === null ? (
          <span className={styles['orphan']}>{t('codebook.orphan')}</span>
        ) : null}
      </span>
    </button>
  );
}

/** To the passage in its article, with a way back. */
function jump({ annotation, article }: ListedNote): void {
  closeScreen();
  openArticle(article.id);
  focusAnnotation(annotation.id);
  notify({
    kind: 'done',
    text: article.title,
    action: { label: t('codebook.back'), run: () => openScreen({ name: 'codebook' }) },
  });
}

interface PickProps {
  label: string;
  none: string;
  value: string | null;
  options: readonly { id: string; name: string }[];
  onPick: (id: string | null) => void;
}

function Pick({ label, none, value, options, onPick }: PickProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onPick(event.target.value || null)}>
        <option value="">{none}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
