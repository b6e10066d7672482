import { useQuery } from '@tanstack/react-query';
import { Grid3x3 } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../text.ts';
import { formatCount } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { pathOf, toTree, type Branch } from '../library/tree.ts';
import { showPair } from './codebook-state.ts';
import styles from './matrix.module.css';

/** As many tags as a matrix can be read with: those that stand beside others most often. */
const MOST_TAGS = 60;

/** Which way an arrow key goes: rows down, columns to the right. */
const WAYS: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Which tags stand on the same passages, in the order of the tree; a cell leads to them. */
export function TagMatrix({ tags }: { tags: readonly ListedTag[] }) {
  const found = useQuery(queries.together());
  const captionId = useId();
  const [station, setStation] = useState<string | null>(null);
  const pairs = found.data?.pairs ?? [];
  const ids = new Set<string>();
  for (const { tagId, otherId } of pairs) {
    for (const id of [tagId, otherId]) if (ids.size < MOST_TAGS) ids.add(id);
  }
  const shown = inTreeOrder(toTree(tags)).filter(({ id }) => ids.has(id));
  const counts = new Map(
    pairs.flatMap(({ tagId, otherId, annotations }): [string, number][] => [
      [`${tagId} ${otherId}`, annotations],
      [`${otherId} ${tagId}`, annotations],
    ]),
  );
  const countAt = (row: number, column: number) =>
    counts.get(`${shown[row]?.id} ${shown[column]?.id}`) ?? 0;
  const most = pairs[0]?.annotations ?? 1;
  if (found.isSuccess && pairs.length === 0) {
    return (
      <EmptyState icon={Grid3x3} title={t('codebook.noPairs')}>
        {t('codebook.noPairsHint')}
      </EmptyState>
    );
  }
  // One cell is a stop of the Tab key; the arrows go to the next that has a count.
  const first = shown.flatMap((_, row) =>
    shown.flatMap((__, column) => (countAt(row, column) > 0 ? [`${row} ${column}`] : [])),
  )[0];
  const stop = station ?? first;
  const onKeyDown = (event: KeyboardEvent, row: number, column: number) => {
    const way = WAYS[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const [down, right] = way;
    let [toRow, toColumn] = [row + down, column + right];
    while (shown[toRow] !== undefined && shown[toColumn] !== undefined) {
      if (countAt(toRow, toColumn) > 0) {
        setStation(`${toRow} ${toColumn}`);
        document.getElementById(`pair-${toRow}-${toColumn}`)?.focus();
        return;
      }
      toRow += down;
      toColumn += right;
    }
  };
  const nameOf = (tag: ListedTag) => (
    <span
      dir="auto"
      title={pathOf(tag, tags)
        .map(({ name }) => name)
        .join(' › ')}
    >
      {tag.name}
    </span>
  );

  return (
    <>
      <p id={captionId} className={styles['caption']}>
        {t('codebook.matrixCaption', { shown: shown.length, tags: tags.length })}
      </p>
      <div className={styles['matrix']}>
        <table aria-labelledby={captionId}>
          <thead>
            <tr>
              <th scope="col">{t('codebook.tag')}</th>
              {shown.map((tag) => (
                <th key={tag.id} scope="col">
                  {nameOf(tag)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((tag, row) => (
              <tr key={tag.id}>
                <th scope="row">{nameOf(tag)}</th>
                {shown.map((other, column) => {
                  const count = countAt(row, column);
                  if (tag === other) {
                    return (
                      <td key={other.id} className={styles['own']}>
                        {formatCount(tag.annotations)}
                      </td>
                    );
                  }
                  const label = t('codebook.pair', {
                    tag: tag.name,
                    other: other.name,
                    passages: t('count.passages', { count }),
                    ofTag: tag.annotations,
                    ofOther: other.annotations,
                  });
                  return (
                    <td key={other.id}>
                      {count === 0 ? null : (
                        <button
                          type="button"
                          id={`pair-${row}-${column}`}
                          tabIndex={stop === `${row} ${column}` ? 0 : -1}
                          aria-label={label}
                          title={label}
                          style={{
                            background: `color-mix(in srgb, var(--accent) ${Math.round(12 + (count / most) * 30)}%, var(--paper))`,
                          }}
                          onFocus={() => setStation(`${row} ${column}`)}
                          onKeyDown={(event) => onKeyDown(event, row, column)}
                          onClick={() => {
                            flushSync(() => showPair(tag.id, other.id));
                            // The cell is gone: the tag whose page it is has the focus.
                            document.getElementById(`tag-${tag.id}`)?.focus();
                          }}
                        >
                          {formatCount(count)}
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
    </>
  );
}

function inTreeOrder(branches: readonly Branch<ListedTag>[]): ListedTag[] {
  return branches.flatMap(({ item, children }) => [item, ...inTreeOrder(children)]);
}
