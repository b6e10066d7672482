/** Annotations out and in as one file of W3C Web Annotations. */
import type { MethodOutput } from '../../../../main/shared/contract.ts';
import type { Annotation } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { transport } from '../../api/transport.ts';
import { remember } from '../../state/undo.ts';
import { notify, notifyFailure } from '../../state/view.ts';
import { t, translator } from '../../text.ts';
import { chosenFiles } from '../importing/dropped-files.ts';

/** Into a file of that folder. */
export async function exportAnnotations(folder: string): Promise<void> {
  const { path, annotations } = await call('interchange.export', {
    path: `${folder}/annotations.jsonld`,
  });
  notify({
    kind: 'done',
    text: t('interchange.exported', {
      passages: t('count.passages', { count: annotations }),
      path,
    }),
    action: {
      label: t('export.show'),
      run: () => void call('desktop.showFolder', { path: folder }).catch(notifyFailure),
    },
  });
}

export function chooseAnnotations(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,.jsonld';
  input.addEventListener('change', () => {
    if (input.files !== null) importAnnotations(input.files).catch(notifyFailure);
  });
  input.click();
}

async function importAnnotations(files: FileList): Promise<void> {
  for (const path of await transport.pathsOf(chosenFiles(files))) {
    const result = await call('interchange.import', { path });
    if (result.added.length + result.replaced.length > 0) rememberImport(result);
    tell(result);
  }
}

function tell({ added, replaced, unchanged, failures }: MethodOutput<'interchange.import'>): void {
  const parts = [
    t('interchange.added', { count: added.length }),
    replaced.length > 0 ? t('interchange.updated', { count: replaced.length }) : '',
    unchanged > 0 ? t('interchange.unchanged', { count: unchanged }) : '',
    failures.length > 0 ? t('interchange.failed', { count: failures.length }) : '',
  ].filter(Boolean);
  const reasons = [...new Set(failures.map(({ reason }) => reason))].slice(0, 3);
  notify({
    kind: failures.length > 0 ? 'failed' : 'done',
    text: [translator().list(parts), ...reasons].join('. '),
  });
}

function rememberImport({ added, replaced }: MethodOutput<'interchange.import'>): void {
  let after: Annotation[] = [];
  const restore = async (annotations: readonly Annotation[]) => {
    for (const annotation of annotations) await call('annotations.restore', { annotation });
  };
  remember({
    label: t('undo.importAnnotations'),
    undo: async () => {
      const changed = new Set([...added, ...replaced.map(({ id }) => id)]);
      const { annotations } = await call('annotations.list', {});
      after = annotations.filter(({ id }) => changed.has(id));
      const there = new Set(after.map(({ id }) => id));
      for (const id of added) if (there.has(id)) await call('annotations.delete', { id });
      await restore(replaced);
    },
    redo: () => restore(after),
  });
}
