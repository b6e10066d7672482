import {
  CircleCheck,
  FolderPlus,
  Inbox,
  Tag,
  Trash2,
  Undo2,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { CommandId } from '../../../../main/shared/commands.ts';
import { shownKey } from '../../commands/keymap.ts';
import { runCommand } from '../../commands/registry.ts';
import { chooseNone, useChosen } from '../../state/chosen.ts';
import { useView } from '../../state/view.ts';
import type { MessageKey } from '../../../../main/shared/messages/message.ts';
import { t } from '../../text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './list.module.css';

type LabelKey = Extract<
  MessageKey,
  | 'bulk.markRead'
  | 'bulk.toInbox'
  | 'bulk.tag'
  | 'bulk.collect'
  | 'bulk.trash'
  | 'bulk.restore'
  | 'bulk.delete'
>;

const ACTIONS: [id: CommandId, label: LabelKey, icon: LucideIcon][] = [
  ['article.markRead', 'bulk.markRead', CircleCheck],
  ['article.markInbox', 'bulk.toInbox', Inbox],
  ['article.tag', 'bulk.tag', Tag],
  ['collection.add', 'bulk.collect', FolderPlus],
  ['article.trash', 'bulk.trash', Trash2],
];

const TRASH_ACTIONS: [id: CommandId, label: LabelKey, icon: LucideIcon][] = [
  ['article.restore', 'bulk.restore', Undo2],
  ['article.delete', 'bulk.delete', Trash2],
];

/** What can be done to the chosen articles. While there are any, it is done to all of them. */
export function BulkBar() {
  const count = useChosen(({ ids }) => ids.size);
  const inTrash = useView(({ list }) => list.place === 'trash');
  const actions = inTrash ? TRASH_ACTIONS : ACTIONS;
  return (
    <div className={styles['bulkBar']} role="toolbar" aria-label={t('bulk.toolbar')}>
      <IconButton
        label={t('bulk.clear')}
        keys={shownKey('app.cancel') ?? undefined}
        icon={X}
        onClick={chooseNone}
      />
      <p role="status">{t('bulk.selected', { count })}</p>
      {actions.map(([id, label, icon]) => (
        <IconButton
          key={id}
          label={t(label)}
          keys={shownKey(id) ?? undefined}
          icon={icon}
          onClick={() => runCommand(id)}
        />
      ))}
    </div>
  );
}
