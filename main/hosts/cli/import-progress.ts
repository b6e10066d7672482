import type { EventPayload } from '../../shared/events.ts';
import { roundTime, timeLeft } from '../../shared/time-left.ts';
import { plural } from './table.ts';

type Progressed = EventPayload<'imports.progressed'>;

/** One line for a terminal that says how far an import is and how long it will take. */
export function createImportProgress() {
  let phase: Progressed['phase'] | null = null;
  let since = 0;
  return {
    /** Null when the phase is done; `now` in milliseconds. */
    line(progress: Progressed, now: number): string | null {
      if (progress.phase !== phase) since = now;
      phase = progress.phase;
      const { done, total, bytes, totalBytes } = progress;
      if (done >= total) return null;
      const counted = totalBytes > 0 ? { done: bytes, total: totalBytes } : { done, total };
      const left = timeLeft({ since, ...counted }, now);
      return [words(progress), ...(left === null ? [] : [inWords(left)])].join(', ');
    },
  };
}

function words({ phase, done, total, bytes, totalBytes }: Progressed): string {
  if (phase === 'comparing') return `Comparing articles: ${done} of ${total}`;
  if (phase === 'writing') return `Writing articles: ${done} of ${total}`;
  return `Reading files: ${done} of ${total}, ${megabytes(bytes)} of ${megabytes(totalBytes)} MB`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function inWords(milliseconds: number): string {
  const { unit, count } = roundTime(milliseconds);
  return `about ${plural(count, unit.slice(0, -1))} left`;
}
