import { ChevronRight } from 'lucide-react';
import type { HTMLAttributes, KeyboardEvent } from 'react';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { t } from '../../text.ts';
import { formatCount } from '../../ui/dates.ts';
import { countsOf } from './codebook-actions.ts';
import { foldTag } from './codebook-state.ts';
import styles from './codebook.module.css';
import { dragTag } from './tag-drop.ts';

export interface Row {
  tag: ListedTag;
  depth: number;
  children: number;
  /** What it lies in, where that isn't seen from its place. */
  path: readonly ListedTag[];
}

interface Props {
  row: Row;
  open: boolean;
  chosen: boolean;
  /** Whether the Tab key stops here. */
  isStation: boolean;
  drop: HTMLAttributes<HTMLElement>;
  onGo: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A tag in the tree, with how many passages have it or one under it. */
export function TagRow({ row, open, chosen, isStation, drop, onGo, onKeyDown }: Props) {
  const { tag, depth, children, path } = row;
  const own = t('codebook.own', countsOf(tag));
  const counts =
    children === 0 ? own : t('codebook.ownAndBelow', { own, ...countsOf(tag.withBelow) });
  return (
    <li
      id={`tag-${tag.id}`}
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={chosen}
      aria-label={t('codebook.item', { name: tag.name, counts })}
      {...(children > 0 ? { 'aria-expanded': open } : {})}
      tabIndex={isStation ? 0 : -1}
      data-autofocus={chosen || undefined}
      title={counts}
      style={{ paddingInlineStart: `${depth * 16 + 6}px` }}
      draggable
      onDragStart={(event) => dragTag(event, tag.id)}
      onClick={onGo}
      onKeyDown={onKeyDown}
      {...drop}
    >
      <span
        aria-hidden
        className={styles['fold']}
        data-open={open}
        onClick={(event) => {
          if (children === 0) return;
          event.stopPropagation();
          foldTag(tag.id, open);
        }}
      >
        {children > 0 ? <ChevronRight size={13} /> : null}
      </span>
      <span aria-hidden className={styles['dot']} data-color={tag.color ?? undefined} />
      <span className={styles['name']} dir="auto">
        {tag.name}
        {path.length === 0 ? null : <small>{path.map(({ name }) => name).join(' › ')}</small>}
      </span>
      <span className={styles['uses']}>{shownCount(tag.withBelow.annotations)}</span>
      <span className={styles['uses']}>{shownCount(tag.withBelow.articles)}</span>
    </li>
  );
}

function shownCount(count: number): string {
  return count === 0 ? '' : formatCount(count);
}
