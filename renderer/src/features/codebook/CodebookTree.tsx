import { ChevronRight, Plus } from 'lucide-react';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { notifyFailure, openDialog } from '../../state/view.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { toTree, type Branch } from '../library/tree.ts';
import { changeTag, deleteTag, newTag } from './codebook-actions.ts';
import { showTag, useCodebook } from './codebook-state.ts';
import styles from './codebook.module.css';

const DRAGGED = 'application/x-lectern-tag';

interface Row {
  tag: ListedTag;
  depth: number;
  children: number;
}

/** The tags as they lie under each other: by drag, or with the arrow keys, F2 and Delete. */
export function CodebookTree({ tags }: { tags: readonly ListedTag[] }) {
  const chosen = useCodebook((view) => view.tagId);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = visibleRows(toTree(tags), closed);
  const fold = (id: string, shut: boolean) =>
    setClosed((before) => {
      const next = new Set(before);
      if (shut) next.add(id);
      else next.delete(id);
      return next;
    });
  const go = (row: Row | undefined) => {
    if (row === undefined) return;
    showTag(row.tag.id);
    document.getElementById(`tag-${row.tag.id}`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent, row: Row) => {
    const at = rows.indexOf(row);
    const open = row.children > 0 && !closed.has(row.tag.id);
    const actions: Record<string, () => void> = {
      ArrowDown: () => go(rows[at + 1]),
      ArrowUp: () => go(rows[at - 1]),
      Home: () => go(rows[0]),
      End: () => go(rows.at(-1)),
      ArrowRight: () => (open ? go(rows[at + 1]) : fold(row.tag.id, false)),
      ArrowLeft: () =>
        open ? fold(row.tag.id, true) : go(rows.find(({ tag }) => tag.id === row.tag.parentId)),
      F2: () => document.getElementById('tag-name')?.focus(),
      Delete: () => void deleteTag(row.tag).catch(notifyFailure),
    };
    const act = actions[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const drop = (parentId: string | null) => (event: DragEvent) => {
    event.preventDefault();
    const id = event.dataTransfer.getData(DRAGGED);
    const tag = tags.find((one) => one.id === id);
    if (tag === undefined || id === parentId || tag.parentId === parentId) return;
    changeTag(tag, { parentId }).catch(notifyFailure);
  };
  const onDragOver = (event: DragEvent) => {
    if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
  };

  return (
    <nav className={styles['tree']} aria-label={t('codebook.tags')}>
      <div className={styles['treeHead']} onDragOver={onDragOver} onDrop={drop(null)}>
        <h2>{t('codebook.tags')}</h2>
        <IconButton label={t('codebook.new')} icon={Plus} small onClick={askNewTag} />
      </div>
      <ul role="tree" aria-label={t('codebook.tags')}>
        {rows.map((row, index) => (
          <li
            key={row.tag.id}
            id={`tag-${row.tag.id}`}
            role="treeitem"
            aria-level={row.depth + 1}
            aria-selected={row.tag.id === chosen}
            {...(row.children > 0 ? { 'aria-expanded': !closed.has(row.tag.id) } : {})}
            tabIndex={row.tag.id === chosen || (chosen === null && index === 0) ? 0 : -1}
            style={{ paddingInlineStart: `${row.depth * 16 + 6}px` }}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(DRAGGED, row.tag.id)}
            onDragOver={onDragOver}
            onDrop={drop(row.tag.id)}
            onClick={() => go(row)}
            onKeyDown={(event) => onKeyDown(event, row)}
          >
            <span
              aria-hidden
              className={styles['fold']}
              data-open={!closed.has(row.tag.id)}
              onClick={(event) => {
                event.stopPropagation();
                fold(row.tag.id, !closed.has(row.tag.id));
              }}
            >
              {row.children > 0 ? <ChevronRight size={13} /> : null}
            </span>
            <span
              aria-hidden
              className={styles['dot']}
              style={{
                background:
                  row.tag.color === null ? 'var(--line-strong)' : `var(--dot-${row.tag.color})`,
              }}
            />
            <span className={styles['name']}>{row.tag.name}</span>
            <span className={styles['uses']}>{row.tag.annotations + row.tag.articles}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function askNewTag(): void {
  openDialog({
    name: 'name',
    title: t('codebook.new'),
    label: t('codebook.name'),
    value: '',
    action: t('codebook.make'),
    run: async (name) => showTag((await newTag(name)).id),
  });
}

function visibleRows(
  branches: readonly Branch<ListedTag>[],
  closed: ReadonlySet<string>,
  depth = 0,
): Row[] {
  return branches.flatMap(({ item: tag, children }) => [
    { tag, depth, children: children.length },
    ...(closed.has(tag.id) ? [] : visibleRows(children, closed, depth + 1)),
  ]);
}
