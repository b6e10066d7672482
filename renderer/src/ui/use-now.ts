import { useEffect, useState } from 'react';

/** Milliseconds since 1970, told anew every so many milliseconds while it is wanted. */
export function useNow(wanted: boolean, every: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!wanted) return;
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [wanted, every]);
  return now;
}
