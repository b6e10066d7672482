import type { App } from '../../core/app.ts';

/**
 * Resolves when search knows all that the library holds, so that the next process finds it on
 * disk. Each empty search waits a while for that itself.
 */
export async function waitForIndex(app: App, interrupted: AbortSignal): Promise<void> {
  for (let pending = 1; pending > 0 && !interrupted.aborted;) {
    ({ pending } = await app.call('search.query', { query: '', limit: 1 }));
  }
}
