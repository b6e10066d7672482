import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ListedNote } from '../../../../main/shared/contract/notes.ts';
import { t } from '../../text.ts';
import { useTags } from '../annotations/NotesPanel.tsx';
import { useLeaving, useWhereLeft } from '../notes/coming-back.ts';
import { jumpToNote } from '../notes/jump.ts';
import { Passage } from '../notes/Passage.tsx';
import styles from '../notes/passages.module.css';
import { useCodebook } from './codebook-state.ts';

interface Props {
  notes: readonly ListedNote[];
  /** What the list is of. */
  of: string;
}

/** Passages that lead to their places; mounted anew for each list. */
export function PassageList({ notes, of }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const tags = useTags();
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: notes.length,
    getScrollElement: () => list.current,
    estimateSize: () => 110,
    overscan: 6,
    getItemKey: (index) => notes[index]?.annotation.id ?? index,
    ...useWhereLeft('codebook', of),
  });
  useLeaving('codebook', of, virtualizer);
  // The passage that was looked at has the focus again, once its row is there.
  useEffect(() => {
    const { leftFor } = useCodebook.getState();
    if (leftFor === null) return undefined;
    useCodebook.setState({ leftFor: null });
    const frame = requestAnimationFrame(() =>
      document.getElementById(`passage-${leftFor}`)?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(frame);
  }, []);

  return (
    <div ref={list} className={styles['passages']} tabIndex={-1}>
      <ul
        style={{ blockSize: `${virtualizer.getTotalSize()}px` }}
        aria-label={t('codebook.passages')}
      >
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const note = notes[index];
          return note === undefined ? null : (
            <li
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              style={{ transform: `translateY(${start}px)` }}
            >
              <div className={styles['passage']}>
                <Passage
                  note={note}
                  tags={tags}
                  onOpen={() => {
                    useCodebook.setState({ leftFor: note.annotation.id });
                    jumpToNote(note, { name: 'codebook' });
                  }}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
