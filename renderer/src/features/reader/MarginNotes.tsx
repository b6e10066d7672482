import { createContext, useContext } from 'react';
import type { Block } from '../../../../main/shared/text/reading.ts';
import { notesBeside, type MarginNote } from './margin-notes.ts';
import styles from './printed.module.css';

/** What is printed in the margin; null on the screen. */
export const Margin = createContext<readonly MarginNote[] | null>(null);

/**
 * The notes on a block, in the margin beside it. Their words are drawn by the style sheet: in the
 * page they would be inside highlights that reach over several blocks.
 */
export function MarginNotes({ block }: { block: Block }) {
  const notes = useContext(Margin);
  if (notes === null) return null;
  let passed = 0;
  return notesBeside(notes, block).map(({ note: { id, color, quote, note, tags }, line }) => {
    const below = Math.max(0, line - passed);
    passed = line;
    return (
      <aside
        key={id}
        className={styles['marginNote']}
        style={{ borderColor: `var(--dot-${color})`, marginBlockStart: `${below}lh` }}
        data-quote={quote}
      >
        <span data-note={note} data-tags={note === '' ? tags : `\n${tags}`.trimEnd()} />
      </aside>
    );
  });
}
