/** Running and past work of this window: what takes long says here how far it is. */
import { create } from 'zustand';
import { LecternError } from '../../../main/shared/errors.ts';
import { timeLeft } from '../../../main/shared/time-left.ts';
import { errorText } from '../text.ts';

export interface Job {
  id: string;
  label: string;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Milliseconds since 1970. */
  started: number;
  /** When what `done` counts began: work of several phases counts each anew. */
  since: number;
  phase: string | null;
  ended: number | null;
  /** Of `total` 0 nothing is known yet. */
  done: number;
  total: number;
  /** The file in hand while it runs; then what came of it, or why it failed. */
  detail: string | null;
  cancel: (() => void) | null;
  /** Whether it would be lost if the window were closed now. */
  holds: boolean;
}

const MOST_JOBS = 50;

export const useActivity = create<{ jobs: readonly Job[] }>()(() => ({ jobs: [] }));

const { getState, setState } = useActivity;

interface Work<T> {
  id: string;
  label: string;
  cancel?: () => void;
  run: () => Promise<T>;
  /** In words what came of it. */
  describe?: (result: T) => string;
}

/** The failures of work that the activity list tells of. */
const listed = new WeakSet<Error>();

export function isListed(error: unknown): boolean {
  return error instanceof Error && listed.has(error);
}

/** Does work that is seen in the activity list. Rejects as the work does. */
export async function track<T>({ id, label, cancel, run, describe }: Work<T>): Promise<T> {
  put({ ...begun(id, label), cancel: cancel ?? null, holds: true });
  try {
    const result = await run();
    end(id, 'done', describe?.(result) ?? null);
    return result;
  } catch (error) {
    const message = errorText(error);
    end(id, isCancelled(error) ? 'cancelled' : 'failed', message);
    if (error instanceof Error) listed.add(error);
    throw error;
  }
}

export function isCancelled(error: unknown): boolean {
  return error instanceof LecternError && error.code === 'cancelled';
}

export function progressed(
  id: string,
  change: Pick<Job, 'done' | 'total' | 'detail'> & Partial<Pick<Job, 'phase'>>,
): void {
  update(id, (job) => {
    if (job.state !== 'running') return job;
    const goesOn = change.phase === undefined || change.phase === job.phase || job.total === 0;
    return { ...job, ...change, since: goesOn ? job.since : Date.now() };
  });
}

/** Work that goes on by itself: how much of it is left, 0 when it is done. */
export function leftOver(id: string, label: string, left: number): void {
  const job = getState().jobs.find((other) => other.id === id && other.state === 'running');
  if (left === 0) {
    if (job !== undefined) end(id, 'done', null);
  } else if (job === undefined) {
    put({ ...begun(id, label), total: left });
  } else {
    const total = Math.max(job.total, left);
    progressed(id, { total, done: total - left, detail: null });
  }
}

export function forgetPast(): void {
  setState(({ jobs }) => ({ jobs: jobs.filter(({ state }) => state === 'running') }));
}

/** Milliseconds until it is done if it goes on like this; null while that would be a guess. */
export function remaining(job: Job, now: number): number | null {
  return job.state === 'running' ? timeLeft(job, now) : null;
}

function begun(id: string, label: string): Job {
  const now = Date.now();
  return {
    id,
    label,
    state: 'running',
    started: now,
    since: now,
    phase: null,
    ended: null,
    done: 0,
    total: 0,
    detail: null,
    cancel: null,
    holds: false,
  };
}

function end(id: string, state: Job['state'], detail: string | null): void {
  update(id, (job) => ({ ...job, state, detail, ended: Date.now(), cancel: null, holds: false }));
}

/** The newest first; work that is done a second time takes the place of the first. */
function put(job: Job): void {
  setState(({ jobs }) => ({
    jobs: [job, ...jobs.filter(({ id }) => id !== job.id)].slice(0, MOST_JOBS),
  }));
}

function update(id: string, change: (job: Job) => Job): void {
  setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.id === id ? change(job) : job)) }));
}
