import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Annotation } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { useCommands } from '../../commands/registry.ts';
import { notify } from '../../state/view.ts';
import { t } from '../../text.ts';
import { inReadingOrder } from '../annotations/actions.ts';
import { useTags } from '../annotations/NotesPanel.tsx';
import type { ArticlePage } from './article-page.ts';
import { marginNotes, type Annotated, type MarginNote } from './margin-notes.ts';

/** Prints an article whole: while it is printed, all of it is in the page and painted. */
export function usePrinting(page: ArticlePage | null, title: string): boolean {
  const [printing, setPrinting] = useState(false);
  const prepared = async (print: () => unknown) => {
    page?.mountAll();
    flushSync(() => setPrinting(true));
    // The browser takes it for the name of the file.
    const before = document.title;
    document.title = title;
    try {
      await print();
    } finally {
      document.title = before;
      setPrinting(false);
    }
  };
  const savePdf = async () => {
    const { path } = await call('desktop.savePdf', { name: title });
    if (path !== null) notify({ kind: 'done', text: t('print.saved', { path }) });
  };
  const when = () => page !== null;
  useCommands({
    'article.print': { run: () => prepared(() => window.print()), when },
    // In a browser the dialogue for printing has it.
    'article.savePdf': {
      run: () => prepared(window.lectern === undefined ? () => window.print() : savePdf),
      when,
    },
  });
  return printing;
}

/** What is printed of the highlights: all of them, and those with room in the margin. */
export function usePrinted(
  annotations: readonly Annotation[],
  printing: boolean,
): { annotated: readonly Annotated[]; margin: readonly MarginNote[] } | null {
  const tags = useTags();
  return useMemo(() => {
    if (!printing) return null;
    const annotated = inReadingOrder(annotations).map((annotation) => ({
      annotation,
      tags: annotation.tags.map((id) => tags.get(id)?.name ?? id),
    }));
    return { annotated, margin: marginNotes(annotated) };
  }, [annotations, printing, tags]);
}
