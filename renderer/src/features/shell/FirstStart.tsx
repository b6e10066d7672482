import { BookOpenText, FileUp, FolderUp } from 'lucide-react';
import { runCommand } from '../../commands/registry.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './shell.module.css';

/** An empty library: three ways to begin. */
export function FirstStart() {
  return (
    <main className={styles['firstStart']}>
      <div>
        <h1>{t('app.name')}</h1>
        <p className={styles['lead']}>{t('first.lead')}</p>
        <div className={styles['ways']}>
          <Button primary icon={FileUp} onClick={() => runCommand('import.files')}>
            {t('first.importFiles')}
          </Button>
          <Button icon={FolderUp} onClick={() => runCommand('import.folder')}>
            {t('first.importFolder')}
          </Button>
          <Button icon={BookOpenText} onClick={() => runCommand('import.sample')}>
            {t('first.sample')}
          </Button>
        </div>
        <p className={styles['promise']}>{t('first.promise')}</p>
      </div>
    </main>
  );
}
