import { Activity } from 'lucide-react';
import { forgetPast, useActivity } from '../../state/activity.ts';
import { closeDialog } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './activity.module.css';
import { JobView } from './JobView.tsx';

/** All work since the window was opened, the newest first. */
export function ActivityDialog() {
  const { jobs } = useActivity();
  const now = useNow(jobs.length > 0, 1000);
  const past = jobs.some(({ state }) => state !== 'running');
  return (
    <Dialog
      title={t('activity.title')}
      onClose={closeDialog}
      footer={
        <Button disabled={!past} onClick={forgetPast}>
          {t('activity.forget')}
        </Button>
      }
    >
      {jobs.length === 0 ? (
        <EmptyState icon={Activity} title={t('activity.none')}>
          {t('activity.noneAdvice')}
        </EmptyState>
      ) : (
        <ul className={styles['jobs']} aria-label={t('activity.title')}>
          {jobs.map((job) => (
            <li key={job.id}>
              <JobView job={job} now={now} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
