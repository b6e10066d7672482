import { useEffect } from 'react';
import type { ListedNote } from '../../../../main/shared/contract/notes.ts';
import { isTextField } from '../../commands/keymap.ts';
import { useCommands } from '../../commands/registry.ts';
import { notify, openDialog } from '../../state/view.ts';
import { t } from '../../text.ts';
import { formatPublished } from '../../ui/dates.ts';
import { currentSettings } from '../shell/settings.ts';
import { deleteNotes, recolorNotes } from './bulk-notes.ts';
import { toCitations, type CitationForm } from './citations.ts';
import { useNotesView } from './notes-state.ts';

/** The keys of a highlight in the reader do the same to the chosen passages: `notes`, in the order of the list. */
export function useNotesCommands(notes: readonly ListedNote[]): void {
  const ids = () => [...useNotesView.getState().chosen];
  const when = () => ids().length > 0;
  const colorOf = (index: number) => currentSettings().highlightColors[index]?.color;
  const inColor = (index: number) => ({
    run: () => {
      const color = colorOf(index);
      return color === undefined ? undefined : recolorNotes(ids(), color);
    },
    when: () => when() && colorOf(index) !== undefined,
  });
  const copy = (form: CitationForm) => ({ run: () => copyAs(notes, form), when });
  useEffect(() => {
    // The system's own copying means the chosen passages where no text is selected.
    const onCopy = (event: ClipboardEvent) => {
      const isText = isTextField(document.activeElement);
      if (isText || notes.length === 0 || document.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', toCitations(notes, 'quote', formatPublished));
      tellCopied(notes);
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, [notes]);
  useCommands({
    'passages.copyQuote': copy('quote'),
    'passages.copyMarkdown': copy('markdown'),
    'passages.copyPlain': copy('plain'),
    'passages.untag': {
      run: () => {
        const tagIds = [...new Set(notes.flatMap(({ annotation }) => annotation.tags))];
        openDialog({ name: 'untagNotes', ids: ids(), tagIds });
      },
      when,
    },
    'highlight.1': inColor(0),
    'highlight.2': inColor(1),
    'highlight.3': inColor(2),
    'highlight.4': inColor(3),
    'highlight.5': inColor(4),
    'highlight.6': inColor(5),
    'highlight.7': inColor(6),
    'highlight.8': inColor(7),
    'annotation.tag': { run: () => openDialog({ name: 'tagNotes', ids: ids() }), when },
    'annotation.delete': {
      run: async () => {
        await deleteNotes(ids());
        useNotesView.setState({ chosen: new Set() });
      },
      when,
    },
  });
}

async function copyAs(notes: readonly ListedNote[], form: CitationForm): Promise<void> {
  await navigator.clipboard.writeText(toCitations(notes, form, formatPublished));
  tellCopied(notes);
}

function tellCopied({ length: count }: readonly ListedNote[]): void {
  notify({ kind: 'done', text: t('passages.copied', { count }) });
}
