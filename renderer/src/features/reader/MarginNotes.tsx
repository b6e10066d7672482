import { createContext, Fragment, useContext, type ReactNode } from 'react';
import type { Block, Inline } from '../../../../main/shared/text/reading.ts';
import type { ShowInlines, Span } from '../../ui/MarkdownBlocks.tsx';
import { boxesIn, inPieces, notesIn, type MarginNote } from './margin-notes.ts';
import styles from './printed.module.css';

/** What is printed in the margin; null on the screen. */
export const Margin = createContext<readonly MarginNote[] | null>(null);

interface LeafProps {
  span: Span;
  inlines: readonly Inline[];
  show: ShowInlines;
}

/** A paragraph or a heading with its notes: each floats into the margin from where its words begin. */
export function NotedLeaf({ span, inlines, show }: LeafProps): ReactNode {
  const notes = useContext(Margin);
  if (notes === null) return show(inlines);
  const pieces = inPieces(inlines, span.start, notesIn(notes, span));
  return pieces.map(({ note, inlines: piece }, index) => (
    <Fragment key={index}>
      {note === null ? null : <NoteBeside note={note} />}
      {show(piece)}
    </Fragment>
  ));
}

/** The notes on tables and code, which let nothing out into the margin: beside their upper edge. */
export function BoxedNotes({ block }: { block: Block }): ReactNode {
  const notes = useContext(Margin);
  if (notes === null) return null;
  return boxesIn(block)
    .flatMap((box) => notesIn(notes, box))
    .map((note) => <NoteBeside key={note.id} note={note} />);
}

/**
 * Its words are drawn by the style sheet: in the page they would be inside highlights that reach
 * over several blocks.
 */
function NoteBeside({ note: { color, quote, note, tags } }: { note: MarginNote }) {
  return (
    <span
      role="note"
      className={styles['marginNote']}
      style={{ borderColor: `var(--dot-${color})` }}
      data-quote={quote}
    >
      <span data-note={note} data-tags={note === '' ? tags : `\n${tags}`.trimEnd()} />
    </span>
  );
}
