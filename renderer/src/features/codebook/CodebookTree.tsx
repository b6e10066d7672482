import { FileText, Highlighter, Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ListedTag } from '../../../../main/shared/contract/tags.ts';
import { shownKey, withKey } from '../../commands/keymap.ts';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { openDialog } from '../../state/view.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { fold } from '../library/FilteredSection.tsx';
import { pathOf, toTree, type Branch } from '../library/tree.ts';
import { deleteTag, newTag } from './codebook-actions.ts';
import { foldTag, showTag, useCodebook } from './codebook-state.ts';
import styles from './codebook.module.css';
import { TagRow, type Row } from './TagRow.tsx';
import { useDropOfTag } from './tag-drop.ts';

/** The tags as they lie under each other: by drag, or with the arrow keys and the codebook's own. */
export function CodebookTree({ tags }: { tags: readonly ListedTag[] }) {
  const { tagId, closed } = useCodebook();
  const [text, setText] = useState('');
  const filter = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const wanted = fold(text.trim());
  const rows =
    wanted === ''
      ? visibleRows(toTree(tags), closed)
      : tags
          .filter(({ name }) => fold(name).includes(wanted))
          .map((tag) => ({ tag, depth: 0, children: 0, path: pathOf(tag, tags).slice(0, -1) }));
  const chosenAt = rows.findIndex(({ tag }) => tag.id === tagId);
  const chosen = tags.find(({ id }) => id === tagId);
  useKeptFocus(list, tagId);
  const drop = useDropOfTag(tags);

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
      ArrowUp: () =>
        at === 0 && filter.current !== null ? filter.current.focus() : go(rows[at - 1]),
      Home: () => go(rows[0]),
      End: () => go(rows.at(-1)),
      // In the tree as in the list, where it is the key of another command.
      Delete: () => runCommand('tag.delete'),
      ArrowRight: () => (open ? go(rows[at + 1]) : foldTag(row.tag.id, false)),
      ArrowLeft: () =>
        open ? foldTag(row.tag.id, true) : go(rows.find(({ tag }) => tag.id === row.tag.parentId)),
    };
    const act = actions[event.key];
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const when = () => chosen !== undefined;
  useCommands({
    'tag.new': askNewTag,
    'tag.rename': { run: () => document.getElementById('tag-name')?.focus(), when },
    'tag.move': { run: () => openFor('moveTag', chosen), when },
    'tag.merge': { run: () => openFor('mergeTag', chosen), when },
    'tag.delete': {
      run: () => {
        const next = rows[chosenAt + 1] ?? rows[chosenAt - 1];
        return chosen === undefined ? undefined : deleteTag(chosen, next?.tag.id ?? null);
      },
      when,
    },
    'list.filter': () => filter.current?.focus(),
  });

  return (
    <nav className={styles['tree']} aria-label={t('codebook.tags')}>
      <div className={styles['treeHead']} {...drop(null)}>
        <h2>{t('codebook.tags')}</h2>
        <IconButton
          label={t('codebook.new')}
          keys={shownKey('tag.new') ?? undefined}
          icon={Plus}
          small
          onClick={() => runCommand('tag.new')}
        />
        <input
          ref={filter}
          type="search"
          value={text}
          aria-label={t('places.filterTags')}
          placeholder={t('places.filterTags')}
          title={withKey(t('places.filterTags'), 'list.filter')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              go(rows[0]);
            } else if (event.key === 'Escape' && text !== '') {
              event.preventDefault();
              setText('');
            }
          }}
        />
        {/* What the two columns count; every row says it in words. */}
        <p aria-hidden>
          <Highlighter size={12} />
          <FileText size={12} />
        </p>
      </div>
      {rows.length === 0 ? <p className={styles['none']}>{t('picker.nothing')}</p> : null}
      <ul ref={list} role="tree" aria-label={t('codebook.tags')} {...drop(null)}>
        {rows.map((row, index) => (
          <TagRow
            key={row.tag.id}
            row={row}
            open={!closed.has(row.tag.id)}
            chosen={row.tag.id === tagId}
            isStation={row.tag.id === tagId || (chosenAt === -1 && index === 0)}
            drop={drop(row.tag)}
            onGo={() => go(row)}
            onKeyDown={(event) => onKeyDown(event, row)}
          />
        ))}
      </ul>
    </nav>
  );
}

/**
 * A row that moves in the list, or whose tag is gone, doesn't take the focus with it. Asked at every
 * drawing: a dialog that closes gives the focus back without an event that React hears.
 */
function useKeptFocus(list: React.RefObject<HTMLElement | null>, tagId: string | null): void {
  const had = useRef(false);
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body;
    if (had.current && isLost) document.getElementById(`tag-${tagId}`)?.focus();
    else had.current = list.current?.contains(document.activeElement) ?? false;
  });
}

function openFor(name: 'moveTag' | 'mergeTag', tag: ListedTag | undefined): void {
  if (tag !== undefined) openDialog({ name, id: tag.id });
}

export function askNewTag(): void {
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
    { tag, depth, children: children.length, path: [] },
    ...(closed.has(tag.id) ? [] : visibleRows(children, closed, depth + 1)),
  ]);
}
