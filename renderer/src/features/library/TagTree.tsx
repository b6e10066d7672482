import { useQuery } from '@tanstack/react-query';
import { Tag as TagIcon } from 'lucide-react';
import type { MethodOutput } from '../../../../main/shared/contract.ts';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { openScreen, showConditions, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { showTag } from '../codebook/codebook-state.ts';
import { askRename } from './ask-rename.ts';
import { FilteredSection } from './FilteredSection.tsx';
import styles from './places.module.css';
import { PlaceItem } from './PlaceItem.tsx';
import { toTree, type Branch } from './tree.ts';

type ListedTag = MethodOutput<'tags.list'>['tags'][number];

/** The tags as they lie under each other; as a plain list while they are filtered. */
export function TagTree() {
  const tags = useQuery(queries.tags()).data?.tags ?? [];
  return (
    <FilteredSection title={t('places.tags')} filter={t('places.filterTags')} items={tags}>
      {(shown, filtered) => (
        <Branches
          branches={filtered ? shown.map((item) => ({ item, children: [] })) : toTree(shown)}
        />
      )}
    </FilteredSection>
  );
}

function Branches({ branches }: { branches: readonly Branch<ListedTag>[] }) {
  const tagId = useView(({ list }) => list.tagId);
  return (
    <ul className={styles['branches']}>
      {branches.map(({ item, children }) => (
        <li key={item.id}>
          <PlaceItem
            icon={TagIcon}
            name={item.name}
            count={item.withBelow.listed}
            current={tagId === item.id}
            onPick={() => showConditions({ tagId: item.id })}
            menu={[
              { label: t('tags.renameItem'), run: () => askRenameTag(item) },
              { label: t('tags.inCodebook'), run: () => openInCodebook(item.id) },
            ]}
            tint={item.color === null ? undefined : `var(--dot-${item.color})`}
          />
          {children.length > 0 ? <Branches branches={children} /> : null}
        </li>
      ))}
    </ul>
  );
}

function openInCodebook(id: string): void {
  showTag(id);
  openScreen({ name: 'codebook' });
}

function askRenameTag({ id, name }: ListedTag): void {
  askRename({
    title: t('tags.rename'),
    label: t('tags.name'),
    name,
    undoLabel: t('undo.renameTag', { name }),
    put: (next) => call('tags.update', { id, change: { name: next } }),
  });
}
