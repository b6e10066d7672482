import { FileUp, FolderOpen, Inbox, ListFilter } from 'lucide-react';
import type { ListConditions } from '../../../../main/shared/lists.ts';
import { shownKey } from '../../commands/keymap.ts';
import { runCommand } from '../../commands/registry.ts';
import { filterList } from '../../state/view.ts';
import { rich, t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** Why there is nothing to see, and what can be done about it. */
export function EmptyList({ conditions }: { conditions: ListConditions }) {
  const { place, collectionId, words, ...others } = conditions;
  if (words !== undefined) {
    return (
      <EmptyState icon={ListFilter} title={t('articles.noneFit')}>
        <Button onClick={() => filterList('')}>{t('articles.clearFilter')}</Button>
      </EmptyState>
    );
  }
  if (collectionId !== undefined) {
    return (
      <EmptyState icon={FolderOpen} title={t('articles.noneHere')}>
        {rich('collections.fill', { key: <kbd>{shownKey('collection.add')}</kbd> })}
      </EmptyState>
    );
  }
  if (place === 'library' && Object.keys(others).length === 0) {
    return (
      <EmptyState icon={FileUp} title={t('articles.empty')}>
        <Button onClick={() => runCommand('import.files')}>{t('articles.import')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Inbox} title={t('articles.noneHere')}>
      {place === 'trash'
        ? t('articles.noTrash')
        : place === 'orphans'
          ? t('articles.noOrphans')
          : t('articles.elsewhere')}
    </EmptyState>
  );
}
