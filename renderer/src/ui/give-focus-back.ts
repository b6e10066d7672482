import { useState } from 'react';

/**
 * For a field that comes in the midst of the page and goes again: gives the focus back to what had
 * it when the field came, where that is still there. Tells whether it is.
 */
export function useFocusBack(): () => boolean {
  const [before] = useState(() => document.activeElement);
  return () => {
    if (!(before instanceof HTMLElement) || before === document.body || !before.isConnected) {
      return false;
    }
    before.focus({ preventScroll: true });
    return document.activeElement === before;
  };
}
