import { startTransition, useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ArticleReading } from './chunks.ts';

/** UTF-16 code units that are mounted past the place one is at, and in each idle moment after. */
const AHEAD = 16_000;
const STEP = 48_000;

export interface Mounting {
  /** Chunks that start before this offset are in the page. */
  until: number;
  /** Puts everything up to an offset into the page, now. */
  mountTo: (offset: number) => void;
}

/** First what is in sight, then, bit by bit, the rest: in the end all of an article is in the page. */
export function useMounted(reading: ArticleReading, first: number): Mounting {
  const [until, setUntil] = useState(first + AHEAD);
  const all = until >= reading.text.length;
  useEffect(() => {
    if (all) return;
    const more = () => startTransition(() => setUntil((known) => known + STEP));
    const waiting = requestIdleCallback(more, { timeout: 200 });
    return () => cancelIdleCallback(waiting);
  }, [all, until]);
  const mountTo = useCallback((offset: number) => {
    flushSync(() => setUntil((known) => Math.max(known, offset + AHEAD)));
  }, []);
  return { until, mountTo };
}
