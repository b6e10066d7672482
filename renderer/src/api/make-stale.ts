import type { QueryClient, QueryFilters } from '@tanstack/react-query';

/**
 * An answer that is under way may be from before the change. What is shown is asked again at once. Where
 * nothing is known yet, or nothing shown, the query would wait for that answer and take it for fresh: it
 * is made stale once more when it comes.
 */
export function makeStale(client: QueryClient, filters: QueryFilters = {}): void {
  const waiting = client
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: 'fetching' })
    .filter((query) => !query.isActive() || query.state.data === undefined);
  for (const query of waiting) {
    const again = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    void query.promise?.then(again, again);
  }
  void client.invalidateQueries(filters);
}
