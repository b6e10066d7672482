import { BookOpenText, FileUp, FolderUp } from 'lucide-react';
import { runCommand } from '../../commands/registry.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './importing.module.css';

/** What articles can come from; the first stands out where nothing else does. */
export function ImportWays({ primary = false }: { primary?: boolean }) {
  return (
    <div className={styles['ways']}>
      <Button primary={primary} icon={FileUp} onClick={() => runCommand('import.files')}>
        {t('first.importFiles')}
      </Button>
      <Button icon={FolderUp} onClick={() => runCommand('import.folder')}>
        {t('first.importFolder')}
      </Button>
      <Button icon={BookOpenText} onClick={() => runCommand('import.sample')}>
        {t('first.sample')}
      </Button>
    </div>
  );
}
