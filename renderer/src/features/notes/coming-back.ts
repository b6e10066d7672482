/** Where lists of passages were left: whoever comes back finds them as they were. */
import { useEffect, useState } from 'react';
import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { create } from 'zustand';

interface Left {
  /** What the list was of: another one begins at its top. */
  list: string;
  /** In pixels. */
  offset: number;
  heights: VirtualItem[];
}

const useLeft = create<Record<'codebook' | 'notes', Left | null>>()(() => ({
  codebook: null,
  notes: null,
}));

/** Options for the virtualizer of a list that is mounted anew for each `list`. */
export function useWhereLeft(
  screen: 'codebook' | 'notes',
  list: string,
): { initialOffset?: number; initialMeasurementsCache?: VirtualItem[] } {
  const [left] = useState(() => useLeft.getState()[screen]);
  if (left?.list !== list) return {};
  return { initialOffset: left.offset, initialMeasurementsCache: left.heights };
}

export function useLeaving(
  screen: 'codebook' | 'notes',
  list: string,
  virtualizer: Virtualizer<HTMLDivElement, HTMLLIElement> | Virtualizer<HTMLDivElement, Element>,
): void {
  useEffect(
    () => () => {
      const offset = virtualizer.scrollOffset ?? 0;
      useLeft.setState({ [screen]: { list, offset, heights: virtualizer.takeSnapshot() } });
    },
    [screen, list, virtualizer],
  );
}
