import { useQuery } from '@tanstack/react-query';
import { FolderOpen, NotebookPen } from 'lucide-react';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { runCommand } from '../../commands/registry.ts';
import { notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { changeSettings, useSettings } from '../shell/settings.ts';
import type { Labelled } from '../../ui/fields.tsx';
import styles from './settings.module.css';

/** Where the notes go unless the export says otherwise; empty for the usual place. */
export function ExportFolder({ label, describedBy }: Labelled) {
  const { exportFolder } = useSettings();
  const desktop = useQuery(queries.desktop()).data;
  const choose = async () => {
    const { path } = await call('desktop.pickFolder', { title: t('export.folderTitle') });
    if (path !== null) changeSettings({ exportFolder: path });
  };
  return (
    <div className={styles['buttons']}>
      <input
        key={exportFolder}
        type="text"
        aria-label={label}
        aria-describedby={describedBy}
        defaultValue={exportFolder ?? ''}
        placeholder={desktop?.defaultExportFolder}
        spellCheck={false}
        onBlur={(event) => {
          const folder = event.target.value.trim() || null;
          if (folder !== exportFolder) changeSettings({ exportFolder: folder });
        }}
      />
      {desktop?.dialogs === true ? (
        <Button icon={FolderOpen} onClick={() => void choose().catch(notifyFailure)}>
          {t('export.choose')}
        </Button>
      ) : null}
    </div>
  );
}

export function ExportNotes() {
  return (
    <Button icon={NotebookPen} onClick={() => runCommand('export.notes')}>
      {t('settings.exportNow')}
    </Button>
  );
}
