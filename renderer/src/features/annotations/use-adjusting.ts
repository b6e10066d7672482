import { useEffect, useEffectEvent, useState } from 'react';
import type { Annotation, TextRange } from '../../../../main/shared/entities.ts';
import { useCommands } from '../../commands/registry.ts';
import { notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { moveEnd, placeEnd, type End, type Step } from '../reader/adjust.ts';
import { changeAnnotation } from './actions.ts';

/** Presses that follow each other within this many milliseconds are one change. */
const PAUSE = 500;

interface Draft {
  annotation: Annotation;
  range: TextRange;
  /** While a handle is held nothing is written. */
  held: boolean;
}

export interface Adjusting {
  /** The focused highlight's range as it is being adjusted; null while it isn't. */
  range: TextRange | null;
  /** The end that the keys move. */
  end: End;
  /** Moves an end by a word or a character. */
  step: (end: End, by: 1 | -1, step: Step) => void;
  /** Puts an end at an offset, while its handle is held. */
  drag: (end: End, offset: number) => void;
  drop: () => void;
}

/** Moves the ends of the focused highlight: shown at once, written when it comes to rest. */
export function useAdjusting(text: string, focused: Annotation | undefined): Adjusting {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [end, setEnd] = useState<End>('end');
  const mine = draft !== null && draft.annotation.id === focused?.id ? draft : null;

  const write = useEffectEvent(() => {
    if (draft === null) return;
    setDraft(null);
    changeAnnotation(draft.annotation, { range: draft.range }, t('undo.moveEnd')).catch(
      notifyFailure,
    );
  });
  useEffect(() => {
    if (draft === null || draft.held) return;
    const timer = setTimeout(write, PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  // Whoever goes on to another highlight, or leaves, has come to rest.
  const focusedId = focused?.id;
  useEffect(() => () => write(), [focusedId]);

  const present = mine?.range ?? focused?.anchor.range ?? null;
  const adjust = (which: End, range: TextRange | null, held: boolean) => {
    setEnd(which);
    if (range !== null && focused !== undefined) {
      setDraft({ annotation: mine?.annotation ?? focused, range, held });
    }
  };
  const step: Adjusting['step'] = (which, by, unit) => {
    if (present !== null) adjust(which, moveEnd(text, present, which, by, unit), false);
  };

  const when = () => present !== null;
  useCommands({
    'annotation.switchEnd': { run: () => setEnd(end === 'end' ? 'start' : 'end'), when },
    'annotation.endWordRight': { run: () => step(end, 1, 'word'), when },
    'annotation.endWordLeft': { run: () => step(end, -1, 'word'), when },
    'annotation.endCharacterRight': { run: () => step(end, 1, 'character'), when },
    'annotation.endCharacterLeft': { run: () => step(end, -1, 'character'), when },
    // What isn't written yet is undone by forgetting it.
    'edit.undo': { run: () => setDraft(null), when: () => mine !== null },
  });

  return {
    range: mine?.range ?? null,
    end,
    step,
    drag: (which, offset) => {
      if (present !== null) adjust(which, placeEnd(text, present, which, offset), true);
    },
    drop: () => setDraft((known) => (known === null ? null : { ...known, held: false })),
  };
}
