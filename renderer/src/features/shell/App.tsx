import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { queries } from '../../api/queries.ts';
import { openArticle, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { ActivityBar } from '../activity/ActivityBar.tsx';
import { DropZone } from '../importing/DropZone.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Notices } from './Notices.tsx';
import { Screens } from './Screens.tsx';
import { changeSettings, currentSettings, useAppearance, useSettings } from './settings.ts';
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
  useLastArticle(settings.isSuccess);

  return (
    <div className={styles['app']}>
      {problem !== null ? (
        <main className={styles['fatal']} role="alert">
          <h1>{t('shell.cantOpen')}</h1>
          <p>{problem.message}</p>
        </main>
      ) : overview.data === undefined || settings.data === undefined ? (
        <main aria-busy="true" />
      ) : (
        <Screens empty={overview.data.sources.length === 0} />
      )}
      <DropZone dialogs={desktop.data?.dialogs ?? false} />
      <Dialogs />
      <Notices />
      <ActivityBar />
    </div>
  );
}

/** Opens what was open last, and remembers what is. */
function useLastArticle(ready: boolean): void {
  const articleId = useView((view) => view.articleId);
  const restore = useEffectEvent(() => {
    const { lastArticleId } = currentSettings();
    if (lastArticleId === null || useView.getState().articleId !== null) return;
    openArticle(lastArticleId);
    // At one pane's width the list comes first.
    useView.setState({ pane: 'list' });
  });
  useEffect(() => {
    if (ready) restore();
  }, [ready]);
  useEffect(() => {
    if (articleId !== null && articleId !== currentSettings().lastArticleId) {
      changeSettings({ lastArticleId: articleId });
    }
  }, [articleId]);
}
