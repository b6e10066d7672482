import { useEffect, useEffectEvent, useRef } from 'react';
import type { TextRange } from '../../../../main/shared/entities.ts';
import { isMac } from '../../commands/keymap.ts';
import { useCommands } from '../../commands/registry.ts';
import { say, shortened } from '../../state/said.ts';
import { useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import type { ArticlePage } from './article-page.ts';
import { selectedRange, selectRange } from './offsets.ts';
import { unitAfter, unitAt, unitBefore, unitEndAfter, type Unit } from './sentences.ts';

interface Options {
  text: string;
  page: ArticlePage | null;
}

/** Selecting without a mouse: by sentence or paragraph from what is in sight, then further by word or paragraph. */
export function useSelectionCommands({ text, page }: Options): void {
  const last = useRef<TextRange | null>(null);

  const select = (range: TextRange | null) => {
    if (range === null || page === null) return;
    last.current = range;
    selectRange(page, range);
    say(t('said.selected', { words: shortened(text.slice(range.start, range.end)) }));
    page.goTo(range.start, 'reveal');
  };
  const present = () => (page === null ? null : selectedRange(page.body));

  const next = (unit: Unit) => {
    const from = present() ?? last.current;
    select(from === null ? firstInSight(unit) : unitAfter(text, from.end, unit));
  };
  const previous = (unit: Unit) => {
    const from = present() ?? last.current;
    select(from === null ? firstInSight(unit) : unitBefore(text, from.start, unit));
  };
  const firstInSight = (unit: Unit) =>
    page === null ? null : unitAt(text, page.firstLine(), unit);
  const extend = (unit: Unit) => {
    const from = present();
    const end = from === null ? null : unitEndAfter(text, from.end, unit);
    if (from === null) next(unit);
    else if (end !== null) select({ start: from.start, end });
  };
  const shrink = () => {
    const from = present();
    const dropped = from === null ? null : unitBefore(text, from.end, 'word');
    if (from === null || dropped === null || dropped.start <= from.start) return;
    const end = from.start + text.slice(from.start, dropped.start).trimEnd().length;
    select({ start: from.start, end });
  };
  const selectAll = () => {
    if (page === null) return;
    selectWhole(page.body);
    say(t('said.selected', { words: shortened(text) }));
  };
  const keyPressed = useEffectEvent((event: KeyboardEvent) => {
    const mod = isMac ? event.metaKey : event.ctrlKey;
    if (!mod || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'a') return;
    if (event.target instanceof Element && event.target.closest('input, textarea')) return;
    event.preventDefault();
    selectAll();
  });
  // The system's key, which no command may have: it would take the whole window.
  const scroller = page?.page;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => keyPressed(event);
    scroller?.addEventListener('keydown', pressed);
    return () => scroller?.removeEventListener('keydown', pressed);
  }, [scroller]);

  useCommands({
    // Where something is chosen, the bar that stands beside it takes the command.
    'annotation.toolbar': {
      run: () => next('sentence'),
      when: () => present() === null && useView.getState().annotationId === null,
    },
    'select.nextSentence': () => next('sentence'),
    'select.previousSentence': () => previous('sentence'),
    'select.nextParagraph': () => next('paragraph'),
    'select.previousParagraph': () => previous('paragraph'),
    'select.all': selectAll,
    'select.extendSentence': () => extend('sentence'),
    'select.extendParagraph': () => extend('paragraph'),
    'select.extendWord': () => extend('word'),
    'select.shrinkWord': shrink,
  });
}

/** From outside to outside: also what isn't in the page yet. */
function selectWhole(body: HTMLElement): void {
  const range = document.createRange();
  range.selectNode(body);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
