import {
  ArrowDown,
  ArrowUp,
  ArrowUpToLine,
  CircleSlash2,
  CornerDownRight,
  Eraser,
  PencilLine,
  Redo2,
  Scissors,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { CommandId } from '../../../../main/shared/commands.ts';
import { shownKey } from '../../commands/keymap.ts';
import { runCommand } from '../../commands/registry.ts';
import { t } from '../../text.ts';
import { useReview } from './review-state.ts';
import styles from './review.module.css';

type Action = readonly [CommandId, LucideIcon, string];

/** Everything that can be done to the line or the article that is looked at. */
export function ReviewBar({ revisable }: { revisable: boolean }) {
  const canUndo = useReview((review) => review.done.length > 0);
  const canRedo = useReview((review) => review.undone.length > 0);
  const actions: readonly Action[] = [
    ['review.split', Scissors, t('review.do.split')],
    ['review.merge', ArrowUpToLine, t('review.do.merge')],
    ['review.section', CornerDownRight, t('review.do.section')],
    ['review.earlier', ArrowUp, t('review.do.earlier')],
    ['review.later', ArrowDown, t('review.do.later')],
    ['review.rename', PencilLine, t('review.do.rename')],
    ['review.dropLine', Eraser, t('review.do.dropLine')],
  ];
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('review.toolbar')}>
      {revisable ? actions.map((action) => <BarButton key={action[0]} action={action} />) : null}
      <BarButton action={['review.leaveOut', CircleSlash2, t('review.do.leaveOut')]} />
      <span className={styles['barGap']} />
      <BarButton action={['edit.undo', Undo2, t('ui.undo')]} disabled={!canUndo} />
      <BarButton action={['edit.redo', Redo2, t('review.redo')]} disabled={!canRedo} />
    </div>
  );
}

function BarButton({ action, disabled }: { action: Action; disabled?: boolean }) {
  const [id, Icon, label] = action;
  const keys = shownKey(id);
  return (
    <button
      type="button"
      className={styles['barButton']}
      disabled={disabled}
      title={keys === null ? label : t('ui.keyed', { label, keys })}
      // The line that is looked at keeps the focus, and with it the keys.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runCommand(id)}
    >
      <Icon aria-hidden size={15} strokeWidth={1.75} />
      {label}
    </button>
  );
}
