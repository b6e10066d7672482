import { Copy, FileCode, FileText, Tag, Trash2 } from 'lucide-react';
import type { ListedNote } from '../../../../main/shared/contract/notes.ts';
import { shownKey } from '../../commands/keymap.ts';
import { runCommand } from '../../commands/registry.ts';
import { notify, notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { ColorPicker } from '../../ui/ColorPicker.tsx';
import { formatPublished } from '../../ui/dates.ts';
import { recolorNotes } from './bulk-notes.ts';
import { toCitations, type CitationForm } from './citations.ts';
import styles from './notes.module.css';

/** What can be done with the chosen passages, in the order of the list. */
export function NotesBar({ notes }: { notes: readonly ListedNote[] }) {
  const ids = notes.map(({ annotation }) => annotation.id);
  const copy = (form: CitationForm) => void copyAs(notes, form).catch(notifyFailure);
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('passages.list')}>
      <span>{t('passages.selected', { count: notes.length })}</span>
      <ColorPicker
        value={sameColor(notes)}
        onPick={(color) => void recolorNotes(ids, color).catch(notifyFailure)}
      />
      <Button
        icon={Tag}
        title={t('ui.keyed', {
          label: t('passages.tagThem'),
          keys: shownKey('annotation.tag') ?? '',
        })}
        onClick={() => runCommand('annotation.tag')}
      >
        {t('passages.tagThem')}
      </Button>
      <Button
        icon={Trash2}
        title={t('ui.keyed', {
          label: t('passages.delete'),
          keys: shownKey('annotation.delete') ?? '',
        })}
        onClick={() => runCommand('annotation.delete')}
      >
        {t('passages.delete')}
      </Button>
      <span className={styles['rule']} />
      <Button icon={Copy} onClick={() => copy('quote')}>
        {t('passages.copyQuote')}
      </Button>
      <Button icon={FileCode} onClick={() => copy('markdown')}>
        {t('passages.copyMarkdown')}
      </Button>
      <Button icon={FileText} onClick={() => copy('plain')}>
        {t('passages.copyPlain')}
      </Button>
    </div>
  );
}

async function copyAs(notes: readonly ListedNote[], form: CitationForm): Promise<void> {
  await navigator.clipboard.writeText(toCitations(notes, form, formatPublished));
  notify({ kind: 'done', text: t('passages.copied', { count: notes.length }) });
}

/** The colour of all, where they have one. */
function sameColor(notes: readonly ListedNote[]) {
  const [first, ...others] = notes.map(({ annotation }) => annotation.color);
  return first !== undefined && others.every((color) => color === first) ? first : null;
}
