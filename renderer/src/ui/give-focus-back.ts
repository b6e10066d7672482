import { useState } from 'react';
import { runCommand } from '../commands/registry.ts';

/**
 * For a field that comes in the midst of the page and goes again: gives the focus back to what had
 * it when the field came or, where that has gone, to the article.
 */
export function useFocusBack(): () => void {
  const [before] = useState(() => document.activeElement);
  return () => {
    if (before instanceof HTMLElement && before !== document.body && before.isConnected) {
      before.focus({ preventScroll: true });
    } else {
      runCommand('go.reader');
    }
  };
}
