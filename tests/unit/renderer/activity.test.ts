import { beforeEach, describe, expect, it } from 'vitest';
import { LecternError } from '../../../main/shared/errors.ts';
import {
  forgetPast,
  leftOver,
  progressed,
  remaining,
  track,
  useActivity,
  type Job,
} from '../../../renderer/src/state/activity.ts';
import { verbatim } from '../../../main/shared/messages/phrase.ts';

const jobs = () => useActivity.getState().jobs;
const job = (id: string) => jobs().find((one) => one.id === id);

beforeEach(() => useActivity.setState({ jobs: [] }));

/** Work that ends when it is told to. */
function held(id: string) {
  let resolve: (text: string) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<string>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  const ended = track({ id, label: 'Importing', run: () => promise, describe: (text) => text });
  return { ended, resolve, reject };
}

describe('the activity list', () => {
  it('shows work while it runs, how far it is, and then what came of it', async () => {
    const work = held('a');
    expect(job('a')).toMatchObject({ state: 'running', holds: true, total: 0 });
    progressed('a', { done: 3, total: 10, detail: 'posts.txt' });
    expect(job('a')).toMatchObject({ done: 3, total: 10, detail: 'posts.txt' });
    work.resolve('10 articles');
    await expect(work.ended).resolves.toBe('10 articles');
    expect(job('a')).toMatchObject({ state: 'done', holds: false, detail: '10 articles' });
  });

  it('keeps the words of a failure, and tells one that was asked for from others', async () => {
    const failing = held('a');
    const stopped = held('b');
    failing.reject(new LecternError('unwritable', verbatim('The disk is full')));
    stopped.reject(new LecternError('cancelled', verbatim('Cancelled')));
    await expect(failing.ended).rejects.toThrow('The disk is full');
    await expect(stopped.ended).rejects.toThrow();
    expect(job('a')).toMatchObject({ state: 'failed', detail: 'The disk is full' });
    expect(job('b')?.state).toBe('cancelled');
  });

  it('takes no progress for work that has ended', async () => {
    const work = held('a');
    work.resolve('done');
    await work.ended;
    progressed('a', { done: 1, total: 2, detail: 'late' });
    expect(job('a')?.detail).toBe('done');
  });

  it('follows work that goes on by itself, without holding the window', () => {
    leftOver('index', 'Indexing', 0);
    expect(jobs()).toEqual([]);
    for (const left of [100, 250, 50]) leftOver('index', 'Indexing', left);
    expect(job('index')).toMatchObject({ state: 'running', total: 250, done: 200, holds: false });
    leftOver('index', 'Indexing', 0);
    expect(job('index')?.state).toBe('done');
    leftOver('index', 'Indexing', 5);
    expect(jobs()).toHaveLength(1);
    expect(job('index')).toMatchObject({ state: 'running', total: 5 });
  });

  it('forgets what is past and nothing that runs', async () => {
    const one = held('a');
    const other = held('b');
    one.resolve('');
    await one.ended;
    forgetPast();
    expect(jobs().map(({ id }) => id)).toEqual(['b']);
    other.resolve('');
    await other.ended;
  });
});

describe('the estimate', () => {
  const running: Job = {
    id: 'a',
    label: '',
    state: 'running',
    started: 0,
    since: 1000,
    phase: null,
    ended: null,
    done: 25,
    total: 100,
    detail: null,
    cancel: null,
    holds: true,
  };

  it('goes by what was done in the time so far', () => {
    expect(remaining(running, 11_000)).toBe(30_000);
  });

  it('begins anew with every phase', async () => {
    const work = held('a');
    progressed('a', { done: 5, total: 10, detail: null, phase: 'reading' });
    const { since } = job('a') ?? { since: 0 };
    progressed('a', { done: 1, total: 10, detail: null, phase: 'reading' });
    expect(job('a')?.since).toBe(since);
    await new Promise((resolve) => setTimeout(resolve, 5));
    progressed('a', { done: 1, total: 10, detail: null, phase: 'writing' });
    expect(job('a')?.since).toBeGreaterThan(since);
    work.resolve('');
    await work.ended;
  });

  it('says nothing while it would be a guess', () => {
    expect(remaining(running, 1500)).toBeNull();
    expect(remaining({ ...running, done: 1 }, 11_000)).toBeNull();
    expect(remaining({ ...running, total: 0 }, 11_000)).toBeNull();
    expect(remaining({ ...running, state: 'done' }, 11_000)).toBeNull();
  });
});
