import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it } from 'vitest';
import { makeStale } from '../../../renderer/src/api/make-stale.ts';

const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, networkMode: 'always' } },
});
const KEY = ['annotations', 'a1'];

describe('an answer that is under way when something changes', () => {
  afterEach(() => queryClient.clear());

  it('does not pass for fresh where it isn’t shown', async () => {
    let answer = (_: string) => {};
    const answers = () => new Promise<string>((resolve) => (answer = resolve));
    const asked = queryClient.fetchQuery({ queryKey: KEY, queryFn: answers });
    makeStale(queryClient, { queryKey: KEY });
    answer('from before the change');
    expect(await asked).toBe('from before the change');
    await Promise.resolve();
    expect(queryClient.getQueryState(KEY)?.isInvalidated).toBe(true);
    const shown = new QueryObserver(queryClient, { queryKey: KEY, queryFn: answers });
    const leave = shown.subscribe(() => {});
    answer('from after it');
    await expect.poll(() => shown.getCurrentResult().data).toBe('from after it');
    leave();
  });

  it('is asked for once more where it is the first', async () => {
    const answers = ['from before the change', 'from after it'];
    const queryFn = async () => answers.shift() ?? 'too often';
    const shown = new QueryObserver(queryClient, { queryKey: KEY, queryFn });
    const leave = shown.subscribe(() => {});
    makeStale(queryClient, { queryKey: KEY });
    await expect.poll(() => shown.getCurrentResult().data).toBe('from after it');
    leave();
  });

  it('is asked again at once where it is shown', async () => {
    const waiting: ((text: string) => void)[] = [];
    const queryFn = () => new Promise<string>((resolve) => waiting.push(resolve));
    const shown = new QueryObserver(queryClient, { queryKey: KEY, queryFn });
    const leave = shown.subscribe(() => {});
    waiting[0]?.('first');
    await expect.poll(() => shown.getCurrentResult().data).toBe('first');
    makeStale(queryClient, { queryKey: KEY });
    expect(waiting).toHaveLength(2);
    waiting[1]?.('second');
    await expect.poll(() => shown.getCurrentResult().data).toBe('second');
    leave();
  });
});
