import { useRef, type RefObject } from 'react';
import type { TextRange } from '../../../../main/shared/entities.ts';
import { useCommands } from '../../commands/registry.ts';
import { useView } from '../../state/view.ts';
import { leavesOf, selectedRange, selectRange, toOffset, type Leaf } from './offsets.ts';
import { unitAfter, unitAt, unitBefore, type Unit } from './sentences.ts';
import { revealOffset } from './use-reading-position.ts';

interface Options {
  text: string;
  leaves: readonly Leaf[];
  page: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
}

/** Selecting without a mouse: by sentence from what is in sight, then further by word or paragraph. */
export function useSelectionCommands({ text, leaves, page, body }: Options): void {
  const last = useRef<TextRange | null>(null);

  const select = (range: TextRange | null) => {
    if (range === null || page.current === null) return;
    last.current = range;
    selectRange(leaves, range);
    revealOffset(page.current, leaves, range.start);
  };
  const present = () => (body.current === null ? null : selectedRange(body.current));

  const next = () => {
    const from = present() ?? last.current;
    select(from === null ? firstInSight() : unitAfter(text, from.end, 'sentence'));
  };
  const previous = () => {
    const from = present() ?? last.current;
    select(from === null ? firstInSight() : unitBefore(text, from.start, 'sentence'));
  };
  const firstInSight = () => {
    const view = page.current?.getBoundingClientRect();
    const root = body.current;
    if (view === undefined || root === null) return null;
    const visible = leavesOf(root).find(
      ({ element, start, end }) =>
        end > start && element.getBoundingClientRect().bottom > view.top + 8,
    );
    if (visible === undefined) return null;
    const rect = visible.element.getBoundingClientRect();
    const caret =
      rect.top >= view.top ? null : document.caretPositionFromPoint?.(rect.left + 2, view.top + 8);
    const offset = caret ? toOffset(root, caret.offsetNode, caret.offset) : null;
    return unitAt(text, offset ?? visible.start, 'sentence');
  };
  const extend = (unit: Unit) => {
    const from = present();
    const added = from === null ? null : unitAfter(text, from.end, unit);
    if (from === null) next();
    else if (added !== null) select({ start: from.start, end: added.end });
  };
  const shrink = () => {
    const from = present();
    const dropped = from === null ? null : unitBefore(text, from.end, 'word');
    if (from === null || dropped === null || dropped.start <= from.start) return;
    const end = from.start + text.slice(from.start, dropped.start).trimEnd().length;
    select({ start: from.start, end });
  };

  useCommands({
    // Where something is chosen, the bar that stands beside it takes the command.
    'annotation.toolbar': {
      run: next,
      when: () => present() === null && useView.getState().annotationId === null,
    },
    'select.nextSentence': next,
    'select.previousSentence': previous,
    'select.extendSentence': () => extend('sentence'),
    'select.extendParagraph': () => extend('paragraph'),
    'select.extendWord': () => extend('word'),
    'select.shrinkWord': shrink,
  });
}
