import { useEffect } from 'react';
import { runCommand } from '../../commands/registry.ts';
import { useActivity, type Job } from '../../state/activity.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './activity.module.css';
import { JobView } from './JobView.tsx';

/** Work that is done sooner than this is not worth a line. */
const WORTH_SHOWING_MS = 400;

/** The work that is running, below everything: it covers nothing that one reads. */
export function ActivityBar() {
  const running = useActivity(({ jobs }) => jobs).filter(({ state }) => state === 'running');
  const now = useNow(running.length > 0, WORTH_SHOWING_MS);
  const shown = running.filter(({ started }) => now - started >= WORTH_SHOWING_MS);
  useAskBeforeLeaving(running.some(({ holds }) => holds));
  const [first] = shown;
  return (
    <>
      <p className="visually-hidden" role="status">
        {first === undefined ? '' : summary(first, shown.length)}
      </p>
      {first === undefined ? null : (
        <section className={styles['bar']} aria-label={t('activity.title')}>
          <JobView job={first} now={now} />
          <Button onClick={() => runCommand('app.activity')}>
            {shown.length === 1
              ? t('activity.all')
              : t('activity.more', { count: shown.length - 1 })}
          </Button>
        </section>
      )}
    </>
  );
}

function summary(first: Job, running: number): string {
  return running === 1 ? first.label : t('activity.running', { count: running });
}

/** The browser asks by itself; in Electron the host does, with words of its own. */
function useAskBeforeLeaving(held: boolean): void {
  useEffect(() => {
    if (!held) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [held]);
}
