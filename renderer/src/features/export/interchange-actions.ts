/** Annotations out and in as one file of W3C Web Annotations. */
import type { MethodOutput } from '../../../../main/shared/contract.ts';
import type { Annotation } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { transport } from '../../api/transport.ts';
import { track } from '../../state/activity.ts';
import { remember } from '../../state/undo.ts';
import { notify, notifyFailure, toActivity } from '../../state/view.ts';
import { say, t, translator } from '../../text.ts';
import { chosenFiles } from '../importing/dropped-files.ts';

/** Into a file of that folder. */
export async function exportAnnotations(folder: string): Promise<void> {
  const describe = ({ path, annotations }: MethodOutput<'interchange.export'>) =>
    t('interchange.exported', { passages: t('count.passages', { count: annotations }), path });
  const result = await track({
    id: `export-${crypto.randomUUID()}`,
    label: t('interchange.exporting'),
    run: () => call('interchange.export', { path: `${folder}/annotations.jsonld` }),
    describe,
  });
  notify({
    kind: 'done',
    text: describe(result),
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
    const result = await track({
      id: `annotations-${crypto.randomUUID()}`,
      label: t('interchange.importing'),
      run: () => call('interchange.import', { path }),
      describe: (done) => [inWords(done), ...reasonsOf(done)].join('\n'),
    });
    const { added, replaced, articleNotes } = result;
    if (added.length + replaced.length + articleNotes.length > 0) rememberImport(result);
    tell(result);
  }
}

type Taken = MethodOutput<'interchange.import'>;

function inWords({ added, replaced, articleNotes, unchanged, failures }: Taken): string {
  const parts = [
    t('interchange.added', { count: added.length }),
    replaced.length > 0 ? t('interchange.updated', { count: replaced.length }) : '',
    articleNotes.length > 0 ? t('interchange.onArticles', { count: articleNotes.length }) : '',
    unchanged > 0 ? t('interchange.unchanged', { count: unchanged }) : '',
    failures.length > 0 ? t('interchange.failed', { count: failures.length }) : '',
  ].filter(Boolean);
  return translator().list(parts);
}

function reasonsOf({ failures }: Taken): string[] {
  return [...new Set(failures.map(({ reason }) => say(reason)))];
}

function tell(result: Taken): void {
  const failed = result.failures.length > 0;
  notify({
    kind: failed ? 'failed' : 'done',
    text: inWords(result),
    ...(failed ? { action: toActivity() } : {}),
  });
}

function rememberImport({ added, replaced, articleNotes }: Taken): void {
  let after: Annotation[] = [];
  const restore = async (annotations: readonly Annotation[]) => {
    for (const annotation of annotations) await call('annotations.restore', { annotation });
  };
  const putNote = (id: string, note: string) =>
    call('articles.update', { ids: [id], change: { note } });
  remember({
    label: t('undo.importAnnotations'),
    undo: async () => {
      const changed = new Set([...added, ...replaced.map(({ id }) => id)]);
      const { annotations } = await call('annotations.list', {});
      after = annotations.filter(({ id }) => changed.has(id));
      const there = new Set(after.map(({ id }) => id));
      for (const id of added) if (there.has(id)) await call('annotations.delete', { id });
      await restore(replaced);
      for (const { articleId, before } of articleNotes) await putNote(articleId, before);
    },
    redo: async () => {
      await restore(after);
      for (const one of articleNotes) await putNote(one.articleId, one.after);
    },
  });
}
