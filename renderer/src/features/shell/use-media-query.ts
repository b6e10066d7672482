import { useRef, useSyncExternalStore } from 'react';

/** Whether a query about the screen holds; on paper it stays what it was, for nothing may be put up anew. */
export function useMediaQuery(query: string): boolean {
  const onScreen = useRef<boolean | null>(null);
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => {
      if (onScreen.current === null || !isPrinting()) onScreen.current = matchMedia(query).matches;
      return onScreen.current;
    },
  );
}

/** Whether the page is laid out for paper at this moment. */
export function isPrinting(): boolean {
  return matchMedia('print').matches;
}
