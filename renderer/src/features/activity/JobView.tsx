import { CircleAlert, CircleCheck, CircleSlash, LoaderCircle } from 'lucide-react';
import { roundTime } from '../../../../main/shared/time-left.ts';
import { remaining, type Job } from '../../state/activity.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { formatPercent } from '../../ui/dates.ts';
import styles from './activity.module.css';

const ICONS = {
  running: LoaderCircle,
  done: CircleCheck,
  failed: CircleAlert,
  cancelled: CircleSlash,
};

const LEFT = {
  seconds: 'activity.secondsLeft',
  minutes: 'activity.minutesLeft',
  hours: 'activity.hoursLeft',
} as const;

/** One piece of work with how far it is, how long it will take, and what came of it. */
export function JobView({ job, now }: { job: Job; now: number }) {
  const Icon = ICONS[job.state];
  const running = job.state === 'running';
  return (
    <div className={styles['job']} data-state={job.state}>
      <Icon aria-hidden size={16} strokeWidth={1.75} />
      <span className={styles['label']}>{job.label}</span>
      {running ? <Progress job={job} now={now} /> : null}
      {job.detail === null ? null : (
        <span className={styles['detail']} dir="auto">
          {job.detail}
        </span>
      )}
      {job.cancel === null ? null : <Button onClick={job.cancel}>{t('ui.cancel')}</Button>}
    </div>
  );
}

function Progress({ job, now }: { job: Job; now: number }) {
  const left = remaining(job, now);
  const share = job.total === 0 ? null : Math.min(1, job.done / job.total);
  return (
    <>
      <progress aria-label={job.label} {...(share === null ? {} : { value: share })} />
      {share === null ? null : <span className={styles['share']}>{formatPercent(share)}</span>}
      {left === null ? null : <span className={styles['share']}>{inWords(left)}</span>}
    </>
  );
}

function inWords(milliseconds: number): string {
  const { unit, count } = roundTime(milliseconds);
  return t(LEFT[unit], { count });
}
