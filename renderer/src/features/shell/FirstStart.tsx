import { t } from '../../text.ts';
import { ImportWays } from '../importing/ImportWays.tsx';
import styles from './shell.module.css';

/** An empty library: three ways to begin. */
export function FirstStart() {
  return (
    <main className={styles['firstStart']}>
      <div>
        <h1>{t('app.name')}</h1>
        <p className={styles['lead']}>{t('first.lead')}</p>
        <ImportWays primary />
        <p className={styles['promise']}>{t('first.promise')}</p>
      </div>
    </main>
  );
}
