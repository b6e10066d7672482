import type { MouseEvent } from 'react';
import { isMac } from '../commands/keymap.ts';

/** What an element does on a middle click; the browser's own scrolling by it is left out. */
export function onMiddleClick(run: () => void) {
  return {
    onMouseDown: (event: MouseEvent) => {
      if (event.button === 1) event.preventDefault();
    },
    onAuxClick: (event: MouseEvent) => {
      if (event.button === 1) run();
    },
  };
}

/** Whether a click means: in a tab behind. */
export function isBehindClick(event: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'button'>): boolean {
  return event.button === 1 || (isMac ? event.metaKey : event.ctrlKey);
}

/** What opens an article by click: here, or with Ctrl, Cmd or the middle button in a tab behind. */
export function onOpenClick(open: (event: MouseEvent) => void, openBehind: () => void) {
  return {
    onClick: (event: MouseEvent) => (isBehindClick(event) ? openBehind() : open(event)),
    ...onMiddleClick(openBehind),
  };
}
