import { useEffect, useState, type RefObject } from 'react';
import type { TextRange } from '../../../../main/shared/entities.ts';
import { selectedRange } from './offsets.ts';

/** What is selected in the article, in offsets of its reading text. */
export function useSelection(body: RefObject<HTMLElement | null>): TextRange | null {
  const [range, setRange] = useState<TextRange | null>(null);
  useEffect(() => {
    let frame = 0;
    const changed = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const found = body.current === null ? null : selectedRange(body.current);
        setRange((known) =>
          known?.start === found?.start && known?.end === found?.end ? known : found,
        );
      });
    };
    document.addEventListener('selectionchange', changed);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', changed);
    };
  }, [body]);
  return range;
}
