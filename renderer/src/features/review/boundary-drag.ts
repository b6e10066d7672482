/**
 * The beginning of an article, dragged to another line. The file scrolls while the pointer is near
 * its edges or beyond; Escape lets go of it where it was. By keyboard the commands move it.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { notifyFailure } from '../../state/view.ts';
import { pieceAt, type ReviewPiece } from './pieces.ts';
import { revise, showLine } from './review-state.ts';

/** Pixels. */
const EDGE = 40;
const FASTEST = 18;
/** A click trembles. */
const LEAST_WAY = 5;

interface Held {
  /** Where it began. */
  line: number;
  from: number;
  y: number;
  moved: boolean;
}

interface Dragged {
  scroller: React.RefObject<HTMLDivElement | null>;
  pieces: readonly ReviewPiece[];
  /** The line at a distance from the top of the file, in pixels. */
  lineAt: (y: number) => number;
}

export interface BoundaryDrag {
  /** The line that it would begin at; null while nothing is dragged. */
  target: number | null;
  grab: (event: React.PointerEvent, line: number) => void;
}

/** Between the beginning of the article before and the own end: no article is left without a line. */
function withinReach(pieces: readonly ReviewPiece[], from: number, to: number): number {
  const own = pieceAt(pieces, from);
  const before = pieces.findLast(({ article, startLine }) => article !== null && startLine < from);
  const first = before === undefined ? 1 : before.startLine + 1;
  return Math.min(own?.endLine ?? from, Math.max(first, to));
}

export function useBoundaryDrag({ scroller, pieces, lineAt }: Dragged): BoundaryDrag {
  const held = useRef<Held | null>(null);
  const [grabbed, setGrabbed] = useState(false);
  const [target, setTarget] = useState<number | null>(null);

  const follow = useEffectEvent(() => {
    const [hold, pane] = [held.current, scroller.current];
    if (hold === null || pane === null || !hold.moved) return;
    const { top, bottom } = pane.getBoundingClientRect();
    const y = Math.min(bottom - 1, Math.max(top, hold.y));
    setTarget(withinReach(pieces, hold.line, lineAt(y - top + pane.scrollTop)));
  });

  const end = useEffectEvent((drop: boolean) => {
    const hold = held.current;
    held.current = null;
    setGrabbed(false);
    setTarget(null);
    if (!drop || hold === null || !hold.moved || target === null || target === hold.line) return;
    showLine(target);
    revise({ kind: 'move', line: hold.line, to: target }).catch(notifyFailure);
  });

  useEffect(() => {
    if (!grabbed) return;
    const onMove = (event: PointerEvent) => {
      const hold = held.current;
      if (hold === null) return;
      hold.y = event.clientY;
      hold.moved ||= Math.abs(hold.y - hold.from) >= LEAST_WAY;
      follow();
    };
    const onUp = () => end(true);
    const onCancel = () => end(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    };
    let frame = requestAnimationFrame(function scroll() {
      const [hold, pane] = [held.current, scroller.current];
      if (hold?.moved === true && pane !== null) {
        const by = speedAt(hold.y, pane.getBoundingClientRect());
        if (by !== 0) {
          pane.scrollTop += by;
          follow();
        }
      }
      frame = requestAnimationFrame(scroll);
    });
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('blur', onCancel);
    window.addEventListener('keydown', onKey, true);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('blur', onCancel);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [grabbed, scroller]);

  return {
    target,
    grab: (event, line) => {
      if (event.button !== 0) return;
      event.preventDefault();
      held.current = { line, from: event.clientY, y: event.clientY, moved: false };
      setGrabbed(true);
    },
  };
}

/** Pixels a frame, the more the nearer the pointer is to an edge or the farther beyond. */
function speedAt(y: number, { top, bottom }: DOMRect): number {
  const into = y < top + EDGE ? y - (top + EDGE) : y > bottom - EDGE ? y - (bottom - EDGE) : 0;
  return Math.max(-FASTEST, Math.min(FASTEST, Math.round(into / 3)));
}
