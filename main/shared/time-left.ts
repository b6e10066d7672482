/** How long work will take if it goes on as it has. */

export interface Pace {
  /** When it began, in milliseconds since 1970. */
  since: number;
  done: number;
  /** 0 while nothing is known. */
  total: number;
}

const LEAST_ELAPSED = 2000;
const LEAST_SHARE = 0.05;

/** In milliseconds; null while that would be a guess. */
export function timeLeft({ since, done, total }: Pace, now: number): number | null {
  const elapsed = now - since;
  const share = total === 0 ? 0 : Math.min(1, done / total);
  if (elapsed < LEAST_ELAPSED || share < LEAST_SHARE) return null;
  return (elapsed * (1 - share)) / share;
}

export interface RoundTime {
  unit: 'seconds' | 'minutes' | 'hours';
  count: number;
}

/** As people say it: whole hours, minutes, or seconds, these in fives where they are many. */
export function roundTime(milliseconds: number): RoundTime {
  const seconds = milliseconds / 1000;
  if (seconds >= 90 * 60) return { unit: 'hours', count: Math.round(seconds / 3600) };
  if (seconds >= 57.5) return { unit: 'minutes', count: Math.max(1, Math.round(seconds / 60)) };
  if (seconds > 10) return { unit: 'seconds', count: Math.round(seconds / 5) * 5 };
  return { unit: 'seconds', count: Math.max(1, Math.round(seconds)) };
}
