import type { ExportConflict } from '../../../../main/shared/contract/export.ts';
import { call } from '../../api/client.ts';
import { remember } from '../../state/undo.ts';
import { t } from '../../text.ts';

/** The note as it was edited in an exported file becomes the annotation's. */
export async function takeNote({ annotationId, note: taken }: ExportConflict): Promise<void> {
  if (annotationId === null || taken === null) return;
  const { annotations } = await call('annotations.list', {});
  const before = annotations.find(({ id }) => id === annotationId)?.note ?? '';
  const write = (note: string) =>
    call('annotations.update', { id: annotationId, change: { note } });
  await write(taken);
  remember({
    label: t('undo.takeNote'),
    undo: () => write(before),
    redo: () => write(taken),
  });
}
