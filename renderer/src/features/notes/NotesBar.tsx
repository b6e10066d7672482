import { Copy, FileCode, FileText, Tag, TagX, Trash2, type LucideIcon } from 'lucide-react';
import type { CommandId } from '../../../../main/shared/commands.ts';
import type { ListedNote } from '../../../../main/shared/contract/notes.ts';
import { shownKey, withKey } from '../../commands/keymap.ts';
import { runCommand } from '../../commands/registry.ts';
import { notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { ColorPicker } from '../../ui/ColorPicker.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { recolorNotes } from './bulk-notes.ts';
import styles from './notes.module.css';

/** What can be done with the chosen passages, in the order of the list. */
export function NotesBar({ notes }: { notes: readonly ListedNote[] }) {
  const ids = notes.map(({ annotation }) => annotation.id);
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('passages.list')}>
      <span>{t('passages.selected', { count: notes.length })}</span>
      <ColorPicker
        value={sameColor(notes)}
        onPick={(color) => void recolorNotes(ids, color).catch(notifyFailure)}
      />
      <Small id="annotation.tag" label={t('passages.tagThem')} icon={Tag} />
      <Small id="passages.untag" label={t('passages.untagThem')} icon={TagX} />
      <Small id="annotation.delete" label={t('passages.delete')} icon={Trash2} />
      <span className={styles['rule']} />
      <Action id="passages.copyQuote" label={t('passages.copyQuote')} icon={Copy} />
      <Action id="passages.copyMarkdown" label={t('passages.copyMarkdown')} icon={FileCode} />
      <Action id="passages.copyPlain" label={t('passages.copyPlain')} icon={FileText} />
    </div>
  );
}

interface ActionProps {
  id: CommandId;
  label: string;
  icon: LucideIcon;
}

function Small({ id, label, icon }: ActionProps) {
  return (
    <IconButton
      label={label}
      keys={shownKey(id) ?? undefined}
      icon={icon}
      onClick={() => runCommand(id)}
    />
  );
}

function Action({ id, label, icon }: ActionProps) {
  return (
    <Button icon={icon} title={withKey(label, id)} onClick={() => runCommand(id)}>
      {label}
    </Button>
  );
}

/** The colour of all, where they have one. */
function sameColor(notes: readonly ListedNote[]) {
  const [first, ...others] = notes.map(({ annotation }) => annotation.color);
  return first !== undefined && others.every((color) => color === first) ? first : null;
}
