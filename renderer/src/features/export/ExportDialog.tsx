import { useQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { closeDialog, notify, notifyFailure } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { plural } from '../../ui/dates.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Choice } from '../reader/TextSettings.tsx';
import { changeSettings, useSettings } from '../shell/settings.ts';
import styles from './export.module.css';

const GROUPINGS: ['article' | 'tag', string][] = [
  ['article', 'One file an article'],
  ['tag', 'One file, grouped by tag'],
];

/** Notes as Markdown, into a folder, with the files to be written in sight. */
export function ExportDialog() {
  const settings = useSettings();
  const desktop = useQuery(queries.desktop()).data;
  const [groupBy, setGroupBy] = useState<'article' | 'tag'>('article');
  const [typed, setTyped] = useState<string | null>(null);
  const [shown, setShown] = useState(0);
  const preview = useQuery(queries.exportPreview(groupBy));
  const files = preview.data?.files ?? [];
  const file = files[Math.min(shown, files.length - 1)];
  const out = typed ?? settings.exportFolder ?? desktop?.defaultExportFolder ?? '';

  const choose = async () => {
    const { path } = await call('desktop.pickFolder', { title: 'Export notes to' });
    if (path !== null) setTyped(path);
  };
  const write = async () => {
    const result = await call('export.markdown', { out, groupBy });
    closeDialog();
    changeSettings({ exportFolder: out });
    notify({
      kind: 'done',
      text: `${plural(result.written, 'file', 'files')} written, ${result.unchanged} unchanged, in ${out}`,
      action: {
        label: 'Show',
        run: () => void call('desktop.showFolder', { path: out }).catch(notifyFailure),
      },
    });
  };

  return (
    <Dialog
      title="Export notes"
      size="large"
      onClose={closeDialog}
      footer={
        <>
          <p className={styles['count']}>{plural(files.length, 'file', 'files')}</p>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button
            primary
            disabled={files.length === 0 || out.trim() === ''}
            onClick={() => void write().catch(notifyFailure)}
          >
            Export
          </Button>
        </>
      }
    >
      <div className={styles['options']}>
        <Choice legend="Files" options={GROUPINGS} value={groupBy} onPick={setGroupBy} />
        <label className={styles['folder']}>
          <span>Folder</span>
          <input
            value={out}
            onChange={(event) => setTyped(event.target.value)}
            spellCheck={false}
          />
        </label>
        {desktop?.dialogs === true ? (
          <Button icon={FolderOpen} onClick={() => void choose().catch(notifyFailure)}>
            Choose…
          </Button>
        ) : null}
      </div>
      {preview.error === null ? null : <p role="alert">{preview.error.message}</p>}
      {preview.isSuccess && files.length === 0 ? (
        <p className={styles['none']}>There are no highlights to export yet.</p>
      ) : (
        <div className={styles['preview']}>
          <ul aria-label="Files">
            {files.map(({ path }, index) => (
              <li key={path}>
                <button
                  type="button"
                  aria-pressed={path === file?.path}
                  onClick={() => setShown(index)}
                >
                  {path}
                </button>
              </li>
            ))}
          </ul>
          <pre tabIndex={0} aria-label="Preview">
            {file?.content}
          </pre>
        </div>
      )}
    </Dialog>
  );
}
