import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Folder, FolderOpen, Plus } from 'lucide-react';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import type { Collection } from '../../../../main/shared/lists.ts';
import { queries } from '../../api/queries.ts';
import { runCommand } from '../../commands/registry.ts';
import { notifyFailure, openDialog, showConditions, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { MenuItem } from '../../ui/WithMenu.tsx';
import {
  addToCollection,
  askNewCollection,
  askRenameCollection,
  deleteCollection,
  moveCollection,
} from './collections.ts';
import { canDrop, dragCollection, draggedIn } from './dragging.ts';
import styles from './places.module.css';
import { PlaceItem } from './PlaceItem.tsx';
import { toTree, type Branch } from './tree.ts';

type Counted = Collection & { articles: number };

/** The collections, as they lie inside each other; articles and collections can be dropped on them. */
export function CollectionTree() {
  const collections = useQuery(queries.collections()).data?.collections ?? [];
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const top = useDrop('collection', (dragged) => dropInto(null, dragged, collections));

  return (
    <>
      <div className={styles['sectionHead']} {...top}>
        <h2>{t('collections.title')}</h2>
        <IconButton
          label={t('collections.new')}
          icon={Plus}
          small
          onClick={() => runCommand('collection.new')}
        />
      </div>
      <Branches
        branches={toTree(collections)}
        all={collections}
        closed={closed}
        onToggle={toggle}
      />
    </>
  );
}

interface BranchesProps {
  branches: readonly Branch<Counted>[];
  all: readonly Counted[];
  closed: ReadonlySet<string>;
  onToggle: (id: string) => void;
}

function Branches({ branches, ...rest }: BranchesProps) {
  if (branches.length === 0) return null;
  return (
    <ul className={styles['branches']}>
      {branches.map((branch) => (
        <BranchItem key={branch.item.id} branch={branch} {...rest} />
      ))}
    </ul>
  );
}

interface BranchItemProps extends Omit<BranchesProps, 'branches'> {
  branch: Branch<Counted>;
}

function BranchItem({ branch: { item, children }, all, closed, onToggle }: BranchItemProps) {
  const current = useView(({ list }) => list.collectionId === item.id);
  const drop = useDrop('any', (dragged) => dropInto(item, dragged, all));
  const hasInside = children.length > 0;
  const open = hasInside && !closed.has(item.id);
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = event.key === 'ArrowRight' ? !open : event.key === 'ArrowLeft' ? open : false;
    if (!wanted || !hasInside) return;
    event.preventDefault();
    onToggle(item.id);
  };
  return (
    <li>
      <div className={styles['branch']}>
        {hasInside ? (
          <button
            type="button"
            className={styles['fold']}
            aria-expanded={open}
            aria-label={t(open ? 'collections.collapse' : 'collections.expand', {
              name: item.name,
            })}
            onClick={() => onToggle(item.id)}
          >
            <ChevronRight aria-hidden size={13} />
          </button>
        ) : null}
        <PlaceItem
          icon={open ? FolderOpen : Folder}
          name={item.name}
          count={item.articles}
          current={current}
          onPick={() => showConditions({ collectionId: item.id })}
          menu={menuOf(item)}
          draggable
          onDragStart={(event) => dragCollection(event, item.id)}
          onKeyDown={onKeyDown}
          {...drop}
        />
      </div>
      {open ? <Branches branches={children} all={all} closed={closed} onToggle={onToggle} /> : null}
    </li>
  );
}

function menuOf(item: Collection): MenuItem[] {
  return [
    { label: t('collections.newInItem'), run: () => askNewCollection(item) },
    { label: t('collections.renameItem'), run: () => askRenameCollection(item) },
    {
      label: t('collections.moveItem'),
      run: () => openDialog({ name: 'moveCollection', id: item.id }),
    },
    {
      label: t('collections.deleteItem'),
      run: () => deleteCollection(item).catch(notifyFailure),
      danger: true,
    },
  ];
}

async function dropInto(
  target: Collection | null,
  dragged: ReturnType<typeof draggedIn>,
  all: readonly Collection[],
): Promise<void> {
  if (dragged === null) return;
  if ('articleIds' in dragged) {
    if (target !== null) await addToCollection(target, dragged.articleIds);
    return;
  }
  const moved = all.find(({ id }) => id === dragged.collectionId);
  if (moved !== undefined && moved.id !== target?.id) {
    await moveCollection(moved, target?.id ?? null);
  }
}

function useDrop(
  kinds: 'any' | 'collection',
  run: (dragged: ReturnType<typeof draggedIn>) => Promise<void>,
) {
  const [over, setOver] = useState(false);
  return {
    'data-over': over || undefined,
    onDragOver: (event: DragEvent) => {
      if (!canDrop(event, kinds)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!canDrop(event, kinds)) return;
      event.preventDefault();
      run(draggedIn(event)).catch(notifyFailure);
    },
  };
}
