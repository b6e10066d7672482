import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { errorText, t } from '../../text.ts';
import { ActivityBar } from '../activity/ActivityBar.tsx';
import { DropZone } from '../importing/DropZone.tsx';
import { useRememberedTabs } from '../tabs/use-remembered-tabs.ts';
import { useTabCommands } from '../tabs/use-tab-commands.ts';
import { Announcer } from './Announcer.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Notices } from './Notices.tsx';
import { Screens } from './Screens.tsx';
import { useAppearance, useSettings } from './settings.ts';
import { useShellCommands } from './shell-commands.ts';
import styles from './shell.module.css';
import { useOutside } from './use-outside.ts';

export function App() {
  const settings = useQuery(queries.settings());
  const overview = useQuery(queries.overview());
  const desktop = useQuery(queries.desktop());
  const problem = overview.error ?? settings.error;
  useAppearance(useSettings());
  useShellCommands();
  useOutside();
  useTabCommands();
  useRememberedTabs(settings.isSuccess);

  return (
    <div className={styles['app']}>
      {problem !== null ? (
        <main className={styles['fatal']} role="alert">
          <h1>{t('shell.cantOpen')}</h1>
          <p>{errorText(problem)}</p>
        </main>
      ) : overview.data === undefined || settings.data === undefined ? (
        <main aria-busy="true" />
      ) : (
        <Screens empty={overview.data.sources.length === 0} />
      )}
      <DropZone dialogs={desktop.data?.dialogs ?? false} />
      <Dialogs />
      <Notices />
      <Announcer />
      <ActivityBar />
    </div>
  );
}
