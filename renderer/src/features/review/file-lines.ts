import { useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import { PLAN_LINES_CHUNK, queries } from '../../api/queries.ts';
import { notifyFailure } from '../../state/view.ts';

/** The lines of a planned source between two (from 0), and those near; null while they are read. */
export function useFileLines(
  planId: string,
  source: number,
  first: number,
  last: number,
): (index: number) => string | null {
  const from = Math.floor(first / PLAN_LINES_CHUNK);
  const to = Math.floor(last / PLAN_LINES_CHUNK);
  const chunks = useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, nth) =>
      queries.planLines(planId, source, from + nth),
    ),
  });
  const failure = chunks.find(({ error }) => error !== null)?.error ?? null;
  useEffect(() => {
    if (failure !== null) notifyFailure(failure);
  }, [failure]);
  return (index) => {
    const chunk = chunks[Math.floor(index / PLAN_LINES_CHUNK) - from];
    return chunk?.data?.lines[index % PLAN_LINES_CHUNK] ?? null;
  };
}
