import { BookOpenText, FileUp, FolderUp } from 'lucide-react';
import { runCommand } from '../../commands/registry.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './shell.module.css';

/** An empty library: three ways to begin. */
export function FirstStart() {
  return (
    <main className={styles['firstStart']}>
      <div>
        <h1>Lectern</h1>
        <p className={styles['lead']}>
          Drop a dump of articles anywhere in this window: a page of posts scraped to text, a
          Markdown file, a whole folder. Lectern finds the articles in it.
        </p>
        <div className={styles['ways']}>
          <Button primary icon={FileUp} onClick={() => runCommand('import.files')}>
            Import files…
          </Button>
          <Button icon={FolderUp} onClick={() => runCommand('import.folder')}>
            Import a folder…
          </Button>
          <Button icon={BookOpenText} onClick={() => runCommand('import.sample')}>
            Open the sample
          </Button>
        </div>
        <p className={styles['promise']}>
          Everything stays on this computer, in a folder of plain files you can read without
          Lectern.
        </p>
      </div>
    </main>
  );
}
