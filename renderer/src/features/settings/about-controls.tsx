import { useQuery } from '@tanstack/react-query';
import { FolderOpen, ShieldCheck } from 'lucide-react';
import { call } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { notifyFailure } from '../../state/view.ts';
import { errorText, say, t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { Fact } from './Fact.tsx';
import styles from './settings.module.css';

export function LibraryFolder() {
  const overview = useQuery(queries.overview()).data;
  if (overview === undefined) return null;
  const show = () => call('desktop.showFolder', { path: overview.folder }).catch(notifyFailure);
  return (
    <Fact
      actions={
        <Button icon={FolderOpen} onClick={() => void show()}>
          {t('settings.showFolder')}
        </Button>
      }
    >
      <code>{overview.folder}</code>
    </Fact>
  );
}

/** Reads every file of the library and says what is wrong with it. */
export function CheckLibrary() {
  const { data, error, isFetching, refetch } = useQuery(queries.verification());
  return (
    <div className={styles['fact']}>
      <Button icon={ShieldCheck} disabled={isFetching} onClick={() => void refetch()}>
        {t('settings.checkNow')}
      </Button>
      <div role="status">
        {isFetching ? (
          <p>{t('settings.checking')}</p>
        ) : error !== null ? (
          <p>{errorText(error)}</p>
        ) : data === undefined ? null : data.ok ? (
          <p>{t('settings.checkedWell')}</p>
        ) : (
          <>
            <p>{t('settings.problems', { count: data.problems.length })}</p>
            <ul className={styles['problems']}>
              {data.problems
                .map(({ path, message }) => ({ path, message: say(message) }))
                .map(({ path, message }) => (
                  <li key={`${path} ${message}`}>
                    <code>{path}</code> {message}
                  </li>
                ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

export function Version() {
  const desktop = useQuery(queries.desktop()).data;
  return <Fact>{desktop?.version}</Fact>;
}

export function Licence() {
  return <Fact>{t('settings.licence')}</Fact>;
}
