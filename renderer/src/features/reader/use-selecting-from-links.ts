import { useEffect } from 'react';

/** CSS px that the pointer has to move: a click is never quite still. */
const LEAST_MOVED = 4;

/** Calls of footnotes and what leads back from them have none of the article's. */
const WITH_WORDS = 'a[draggable="false"]';

/**
 * Browsers begin no selection on a link. Here who presses the button on a link's words and moves on
 * selects from there, as anywhere else in the text.
 */
export function useSelectingFromLinks(body: HTMLElement): void {
  useEffect(() => {
    let from: { x: number; y: number; caret: CaretPosition } | null = null;
    const pressed = (event: MouseEvent) => {
      from = null;
      const { target, clientX: x, clientY: y } = event;
      const link = target instanceof Element ? target.closest<HTMLElement>(WITH_WORDS) : null;
      if (link === null || event.button !== 0 || event.detail > 1 || event.shiftKey) return;
      const caret = document.caretPositionFromPoint?.(x, y);
      if (!caret) return;
      from = { x, y, caret };
      // The browser would begin anew at each move; what else it does at a press is done here.
      event.preventDefault();
      document.getSelection()?.removeAllRanges();
      link.focus({ preventScroll: true });
    };
    const moved = ({ clientX, clientY, buttons }: MouseEvent) => {
      if (buttons !== 1) from = null;
      if (from === null || Math.hypot(clientX - from.x, clientY - from.y) < LEAST_MOVED) return;
      const to = document.caretPositionFromPoint?.(clientX, clientY);
      if (!to || !body.contains(to.offsetNode)) return;
      const { offsetNode, offset } = from.caret;
      document.getSelection()?.setBaseAndExtent(offsetNode, offset, to.offsetNode, to.offset);
    };
    const events = new AbortController();
    const { signal } = events;
    body.addEventListener('mousedown', pressed, { signal });
    window.addEventListener('mousemove', moved, { signal });
    return () => events.abort();
  }, [body]);
}
