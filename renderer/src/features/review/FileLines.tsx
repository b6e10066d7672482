import { useVirtualizer } from '@tanstack/react-virtual';
import { Scissors } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { PlannedSource } from '../../../../main/shared/contract.ts';
import { useCommands } from '../../commands/registry.ts';
import { notifyFailure } from '../../state/view.ts';
import { t } from '../../text.ts';
import { formatCount } from '../../ui/dates.ts';
import { BoundaryHead, SectionHead } from './BoundaryHead.tsx';
import { pieceAt, type ReviewPiece } from './pieces.ts';
import { useBoundaryDrag } from './boundary-drag.ts';
import { useFileLines } from './file-lines.ts';
import { revise, showLine, useReview } from './review-state.ts';
import styles from './file-lines.module.css';

const ROW_HEIGHT = 24;
const HEAD_HEIGHT = 38;
const PAGE = 20;

interface Props {
  planId: string;
  at: number;
  source: PlannedSource;
  pieces: readonly ReviewPiece[];
  leftOut: ReadonlySet<string>;
}

/** The source file, with the beginnings of its articles drawn in. */
export function FileLines({ planId, at, source, pieces, leftOut }: Props) {
  const line = useReview((review) => review.line);
  const scroller = useRef<HTMLDivElement>(null);
  const sections = useMemo(
    () => new Map(pieces.flatMap((piece) => piece.sections).map((each) => [each.startLine, each])),
    [pieces],
  );
  const virtual = useVirtualizer({
    count: source.lines,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const piece = pieceAt(pieces, index + 1);
      const headed = piece?.startLine === index + 1 || sections.has(index + 1);
      return headed ? ROW_HEIGHT + HEAD_HEIGHT : ROW_HEIGHT;
    },
    overscan: 12,
    scrollPaddingStart: HEAD_HEIGHT + ROW_HEIGHT,
    scrollPaddingEnd: 6 * ROW_HEIGHT,
  });
  const rows = virtual.getVirtualItems();
  const lineText = useFileLines(planId, at, rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0);

  const reveal = useEffectEvent((index: number) => virtual.scrollToIndex(index, { align: 'auto' }));
  useEffect(() => reveal(line - 1), [line, at]);
  // Heads come and go: what was measured of other rows is another file's.
  useEffect(() => virtual.measure(), [virtual, pieces]);
  useCommands({ 'go.reader': () => scroller.current?.focus() });

  const drag = useBoundaryDrag({
    scroller,
    pieces,
    lineAt: (y) => (virtual.getVirtualItemForOffset(y)?.index ?? 0) + 1,
  });

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key];
    const to = event.key === 'Home' ? 1 : event.key === 'End' ? source.lines : null;
    if (step === undefined && to === null) return;
    event.preventDefault();
    showLine(to ?? Math.min(source.lines, Math.max(1, line + (step ?? 0))));
  };

  return (
    <div
      ref={scroller}
      className={styles['lines']}
      role="listbox"
      aria-label={t('review.linesOf', { name: source.name })}
      aria-activedescendant={`line-${line}`}
      data-dragging={drag.target === null ? undefined : true}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {rows.map(({ index, start, key }) => {
          const number = index + 1;
          const piece = pieceAt(pieces, number);
          const section = sections.get(number);
          const out = piece?.article != null && leftOut.has(piece.article.id);
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="presentation"
              className={styles['slot']}
              style={{ transform: `translateY(${start}px)` }}
            >
              {drag.target === number ? (
                <div className={styles['dropHere']} aria-hidden>
                  <span>{t('review.beginsHere', { line: formatCount(number) })}</span>
                </div>
              ) : null}
              {piece?.startLine === number ? (
                <BoundaryHead
                  piece={piece}
                  leftOut={out}
                  onGrab={
                    source.revisable && piece.article !== null
                      ? (event) => drag.grab(event, number)
                      : undefined
                  }
                />
              ) : null}
              {section === undefined ? null : <SectionHead section={section} />}
              <div
                id={`line-${number}`}
                role="option"
                aria-selected={number === line}
                aria-label={`${formatCount(number)} ${lineText(index) ?? ''}`}
                className={styles['line']}
                data-kind={piece?.article == null ? 'unassigned' : out ? 'out' : 'article'}
                data-odd={piece !== undefined && piece.number % 2 === 1 ? true : undefined}
                onClick={() => showLine(number)}
              >
                <span className={styles['lineNumber']}>{number}</span>
                <span className={styles['lineText']} dir="auto">
                  {lineText(index) ?? '…'}
                </span>
                {source.revisable && piece?.startLine !== number ? (
                  // For the mouse alone: the keyboard has the command.
                  <span
                    role="presentation"
                    className={styles['splitHere']}
                    title={t('review.splitHere')}
                    onClick={(event) => {
                      event.stopPropagation();
                      showLine(number);
                      revise({ kind: 'split', line: number }).catch(notifyFailure);
                    }}
                  >
                    <Scissors aria-hidden size={13} />
                  </span>
                ) : null}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
