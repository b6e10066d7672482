import { describe, expect, it } from 'vitest';
import { createImportProgress } from '../../main/hosts/cli/import-progress.ts';
import { roundTime, timeLeft } from '../../main/shared/time-left.ts';

describe('the time that is left', () => {
  it('goes by the time so far', () => {
    expect(timeLeft({ since: 0, done: 10, total: 40 }, 10_000)).toBe(30_000);
    expect(timeLeft({ since: 0, done: 40, total: 40 }, 10_000)).toBe(0);
  });

  it('is not guessed', () => {
    expect(timeLeft({ since: 0, done: 10, total: 40 }, 1000)).toBeNull();
    expect(timeLeft({ since: 0, done: 1, total: 40 }, 10_000)).toBeNull();
    expect(timeLeft({ since: 0, done: 0, total: 0 }, 10_000)).toBeNull();
  });

  it.each([
    [300, 'seconds', 1],
    [9_400, 'seconds', 9],
    [43_000, 'seconds', 45],
    [58_000, 'minutes', 1],
    [119_000, 'minutes', 2],
    [90 * 60_000, 'hours', 2],
  ])('of %d ms is said in %s', (milliseconds, unit, count) => {
    expect(roundTime(milliseconds)).toEqual({ unit, count });
  });
});

describe('the progress of an import on a terminal', () => {
  const read = { jobId: 'a', phase: 'reading', path: 'a.txt' } as const;

  it('says files, bytes and about how long it will take', () => {
    const progress = createImportProgress();
    const steps = { ...read, total: 4, totalBytes: 40_000_000 };
    expect(progress.line({ ...steps, done: 0, bytes: 0 }, 0)).toBe(
      'Reading files: 0 of 4, 0.0 of 40.0 MB',
    );
    expect(progress.line({ ...steps, done: 1, bytes: 10_000_000 }, 40_000)).toBe(
      'Reading files: 1 of 4, 10.0 of 40.0 MB, about 2 minutes left',
    );
    expect(progress.line({ ...steps, done: 4, bytes: 40_000_000 }, 160_000)).toBeNull();
  });

  it('counts every phase by itself', () => {
    const progress = createImportProgress();
    progress.line({ ...read, done: 0, total: 1, bytes: 0, totalBytes: 10 }, 0);
    const written = {
      ...read,
      phase: 'writing',
      path: null,
      total: 100,
      totalBytes: 1000,
    } as const;
    expect(progress.line({ ...written, done: 0, bytes: 0 }, 60_000)).toBe(
      'Writing articles: 0 of 100',
    );
    expect(progress.line({ ...written, done: 50, bytes: 500 }, 65_000)).toBe(
      'Writing articles: 50 of 100, about 5 seconds left',
    );
  });
});
