import { useQuery } from '@tanstack/react-query';
import { Grid3x3 } from 'lucide-react';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { showTag } from './codebook-state.ts';
import styles from './codebook.module.css';

/** As many tags as a matrix can be read with: those that stand beside others most often. */
const MOST_TAGS = 24;

/** Which tags stand on the same passages; a cell leads to them. */
export function TagMatrix({ tags }: { tags: readonly ListedTag[] }) {
  const found = useQuery(queries.together());
  const pairs = found.data?.pairs ?? [];
  const ids = new Set<string>();
  for (const { tagId, otherId } of pairs) {
    for (const id of [tagId, otherId]) if (ids.size < MOST_TAGS) ids.add(id);
  }
  const shown = tags.filter(({ id }) => ids.has(id));
  const counts = new Map(
    pairs.flatMap(({ tagId, otherId, annotations }): [string, number][] => [
      [`${tagId} ${otherId}`, annotations],
      [`${otherId} ${tagId}`, annotations],
    ]),
  );
  const most = pairs[0]?.annotations ?? 1;
  if (found.isSuccess && pairs.length === 0) {
    return (
      <EmptyState icon={Grid3x3} title={t('codebook.noPairs')}>
        {t('codebook.noPairsHint')}
      </EmptyState>
    );
  }
  return (
    <div className={styles['matrix']} tabIndex={0}>
      <table>
        <caption>{t('codebook.matrixCaption', { shown: shown.length, tags: tags.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('codebook.tag')}</th>
            {shown.map(({ id, name }) => (
              <th key={id} scope="col">
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((tag) => (
            <tr key={tag.id}>
              <th scope="row">{tag.name}</th>
              {shown.map((other) => {
                const count = counts.get(`${tag.id} ${other.id}`) ?? 0;
                return (
                  <td key={other.id}>
                    {count === 0 ? null : (
                      <button
                        type="button"
                        aria-label={t('codebook.pair', {
                          tag: tag.name,
                          other: other.name,
                          passages: t('count.passages', { count }),
                        })}
                        style={{
                          background: `color-mix(in srgb, var(--accent) ${Math.round(12 + (count / most) * 30)}%, var(--paper))`,
                        }}
                        onClick={() => showTag(tag.id, other.id)}
                      >
                        {count}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
