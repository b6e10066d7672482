import { useQuery } from '@tanstack/react-query';
import { Highlighter } from 'lucide-react';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { queries } from '../../api/queries.ts';
import { errorText, t } from '../../text.ts';
import { formatCount } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from '../notes/passages.module.css';
import { useCodebook } from './codebook-state.ts';
import { PassageList } from './PassageList.tsx';
import { TagFilters } from './TagFilters.tsx';

/** All passages of a tag in their context, across the articles. */
export function TagPassages({ tag, tags }: { tag: ListedTag; tags: readonly ListedTag[] }) {
  const { otherTagIds, sourceId, from, to, below, sort, descending } = useCodebook();
  const wanted = {
    filter: {
      tagIds: [tag.id, ...otherTagIds],
      below,
      ...(sourceId === null ? {} : { sourceId }),
      ...(from === '' ? {} : { from }),
      ...(to === '' ? {} : { to }),
    },
    sort,
    descending,
    limit: 10_000,
  };
  const found = useQuery(queries.notes(wanted));
  const of = JSON.stringify(wanted);

  return (
    <>
      <TagFilters tag={tag} tags={tags} />
      <p className={styles['base']} role="status">
        {found.data === undefined
          ? found.error === null
            ? t('passages.loading')
            : ''
          : t('codebook.found', {
              passages: formatCount(found.data.total),
              ofPassages: t('count.passages', { count: found.data.of.annotations }),
              articles: formatCount(found.data.articles),
              ofArticles: t('count.articles', { count: found.data.of.articles }),
            })}
      </p>
      {found.error === null ? null : <p role="alert">{errorText(found.error)}</p>}
      {found.data?.total === 0 ? (
        <EmptyState icon={Highlighter} title={t('codebook.nothing')}>
          {t('codebook.nothingHint')}
        </EmptyState>
      ) : null}
      {found.data === undefined ? null : <PassageList key={of} notes={found.data.notes} of={of} />}
    </>
  );
}
