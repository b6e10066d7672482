import { useRef } from 'react';
import type { TextRange } from '../../../../main/shared/entities.ts';
import { useCommands } from '../../commands/registry.ts';
import { say, shortened } from '../../state/said.ts';
import { useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import type { ArticlePage } from './article-page.ts';
import { selectedRange, selectRange } from './offsets.ts';
import { unitAfter, unitAt, unitBefore, type Unit } from './sentences.ts';

interface Options {
  text: string;
  page: ArticlePage | null;
}

/** Selecting without a mouse: by sentence from what is in sight, then further by word or paragraph. */
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

  const next = () => {
    const from = present() ?? last.current;
    select(from === null ? firstInSight() : unitAfter(text, from.end, 'sentence'));
  };
  const previous = () => {
    const from = present() ?? last.current;
    select(from === null ? firstInSight() : unitBefore(text, from.start, 'sentence'));
  };
  const firstInSight = () => (page === null ? null : unitAt(text, page.firstLine(), 'sentence'));
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
