import { useEffect, useLayoutEffect, useState, type KeyboardEvent } from 'react';
import type { TextRange } from '../../../../main/shared/entities.ts';
import { t } from '../../text.ts';
import type { Adjusting } from '../annotations/use-adjusting.ts';
import type { End } from './adjust.ts';
import type { ArticlePage } from './article-page.ts';
import styles from './handles.module.css';
import { toDomRange, toOffset } from './offsets.ts';

interface Props {
  page: ArticlePage;
  range: TextRange;
  adjusting: Adjusting;
}

interface Place {
  left: number;
  top: number;
  height: number;
}

/** The ends of the focused highlight, to be dragged or moved by arrow keys. */
export function Handles({ page, range, adjusting }: Props) {
  const [places, setPlaces] = useState<Record<End, Place | null>>({ start: null, end: null });
  const [dragged, setDragged] = useState<End | null>(null);
  const { start, end } = range;

  useLayoutEffect(() => {
    const measure = () => setPlaces(placesOf(page.body, toDomRange(page, { start, end })));
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(page.body);
    return () => resized.disconnect();
  }, [page, start, end]);

  const { drag, drop } = adjusting;
  useEffect(() => {
    if (dragged === null) return;
    const moved = (event: PointerEvent) => {
      const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
      const offset = caret ? toOffset(page.body, caret.offsetNode, caret.offset) : null;
      if (offset !== null) drag(dragged, offset);
    };
    const released = () => {
      setDragged(null);
      drop();
    };
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerup', released);
    window.addEventListener('pointercancel', released);
    return () => {
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerup', released);
      window.removeEventListener('pointercancel', released);
    };
  }, [dragged, page, drag, drop]);

  const onKeyDown = (which: End) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
    if (by === null) return;
    event.preventDefault();
    event.stopPropagation();
    const isRtl = directionAt(page, which === 'start' ? start : end - 1) === 'rtl';
    adjusting.step(
      which,
      isRtl ? (by === 1 ? -1 : 1) : by,
      event.ctrlKey || event.altKey ? 'word' : 'character',
    );
  };

  return (['start', 'end'] as const).map((which) => {
    const place = places[which];
    if (place === null) return null;
    return (
      <button
        key={which}
        type="button"
        className={styles['handle']}
        data-end={which}
        data-active={adjusting.end === which || undefined}
        data-dragged={dragged !== null || undefined}
        aria-label={which === 'start' ? t('notes.startHandle') : t('notes.endHandle')}
        style={{ left: place.left, top: place.top, height: place.height }}
        onPointerDown={(event) => {
          event.preventDefault();
          setDragged(which);
        }}
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={onKeyDown(which)}
      />
    );
  });
}

/** Arrow keys go where they point, whichever way the text runs. */
function directionAt(page: ArticlePage, offset: number): string {
  const leaf = page.at(offset)?.element;
  return leaf === undefined ? 'ltr' : getComputedStyle(leaf).direction;
}

function placesOf(root: HTMLElement, range: Range | null): Record<End, Place | null> {
  if (range === null) return { start: null, end: null };
  const origin = root.getBoundingClientRect();
  const at = (isStart: boolean): Place | null => {
    const point = range.cloneRange();
    point.collapse(isStart);
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    // A collapsed range knows the side of the letter, whichever way the text runs.
    const rect = point.getClientRects()[0] ?? (isStart ? rects[0] : rects.at(-1));
    if (rect === undefined) return null;
    const left = rect.width > 0 && !isStart ? rect.right : rect.left;
    return { left: left - origin.left, top: rect.top - origin.top, height: rect.height };
  };
  return { start: at(true), end: at(false) };
}
