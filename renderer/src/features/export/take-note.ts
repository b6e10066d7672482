import type { ExportConflict } from '../../../../main/shared/contract/export.ts';
import { call } from '../../api/client.ts';
import { remember } from '../../state/undo.ts';
import { t } from '../../text.ts';

/** The note as it was edited in an exported file becomes the annotation's, or the article's. */
export async function takeNote(conflict: ExportConflict): Promise<void> {
  const taken = conflict.note;
  const noted = await notedBy(conflict);
  if (noted === null || taken === null) return;
  await noted.write(taken);
  remember({
    label: t('undo.takeNote'),
    undo: () => noted.write(noted.note),
    redo: () => noted.write(taken),
  });
}

interface Noted {
  note: string;
  write: (note: string) => Promise<unknown>;
}

async function notedBy({ annotationId, articleId }: ExportConflict): Promise<Noted | null> {
  if (annotationId !== null) {
    const { annotations } = await call('annotations.list', {});
    return {
      note: annotations.find(({ id }) => id === annotationId)?.note ?? '',
      write: (note) => call('annotations.update', { id: annotationId, change: { note } }),
    };
  }
  if (articleId === null) return null;
  const { article } = await call('articles.get', { id: articleId });
  return {
    note: article.note,
    write: (note) => call('articles.update', { ids: [articleId], change: { note } }),
  };
}
