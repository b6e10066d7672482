import { Copy, FileCode, FileText } from 'lucide-react';
import type { ListedNote } from '../../../../main/shared/contract/notes.ts';
import { notify, notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { formatPublished } from '../../ui/dates.ts';
import { toCitations, type CitationForm } from './citations.ts';
import styles from './notes.module.css';

/** What can be done with the chosen passages, in the order of the list. */
export function NotesBar({ notes }: { notes: readonly ListedNote[] }) {
  const copy = (form: CitationForm) => void copyAs(notes, form).catch(notifyFailure);
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('passages.list')}>
      <span>{t('passages.selected', { count: notes.length })}</span>
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
