import { useState } from 'react';
import type { DiffSegment } from '../../../main/shared/text/word-diff.ts';
import { countWords } from '../../../main/shared/text/words.ts';
import { t } from '../text.ts';
import styles from './word-diff.module.css';

interface Props {
  segments: readonly DiffSegment[];
  /** Long stretches without a change are shown whole. */
  whole?: boolean;
}

/** UTF-16 code units kept on both sides of a change, and the least that is worth hiding. */
const AROUND = 180;
const LEAST_HIDDEN = 240;

/**
 * Two texts in one, with what was removed and what was added. Each run of changes can be found by
 * `[data-change]` and takes the focus.
 */
export function WordDiff({ segments, whole = false }: Props) {
  return (
    <div className={styles['diff']} role="group" aria-label={t('diff.text')} dir="auto">
      {runsOf(segments).map((run, index, { length }) =>
        run.kind === 'same' ? (
          <SameText
            key={index}
            text={run.text}
            whole={whole}
            first={index === 0}
            last={index === length - 1}
          />
        ) : (
          <span key={index} data-change tabIndex={-1}>
            {run.removed === '' ? null : <del>{shownEnds(run.removed)}</del>}
            {run.added === '' ? null : <ins>{shownEnds(run.added)}</ins>}
          </span>
        ),
      )}
    </div>
  );
}

interface SameProps {
  text: string;
  whole: boolean;
  /** No change before, or after it. */
  first: boolean;
  last: boolean;
}

function SameText({ text, whole, first, last }: SameProps) {
  const [open, setOpen] = useState(false);
  const head = first ? 0 : wordEnd(text, AROUND);
  const tail = last ? text.length : wordEnd(text, text.length - AROUND);
  if (whole || open || tail - head < LEAST_HIDDEN) return <span>{text}</span>;
  return (
    <>
      <span>{text.slice(0, head)}</span>
      <button type="button" className={styles['hidden']} onClick={() => setOpen(true)}>
        {t('diff.unchanged', { count: countWords(text.slice(head, tail)) })}
      </button>
      <span>{text.slice(tail).trimStart()}</span>
    </>
  );
}

type Run = { kind: 'same'; text: string } | { kind: 'change'; removed: string; added: string };

function runsOf(segments: readonly DiffSegment[]): Run[] {
  const runs: Run[] = [];
  for (const { kind, text } of segments) {
    const last = runs.at(-1);
    if (kind === 'same') runs.push({ kind, text });
    else if (last?.kind === 'change') last[kind] += text;
    else runs.push({ kind: 'change', removed: '', added: '', [kind]: text });
  }
  return runs;
}

/** The end of the word that stands at a place, so that none is cut. */
function wordEnd(text: string, at: number): number {
  const space = text.slice(Math.max(0, at)).search(/\s/u);
  return space === -1 ? text.length : Math.max(0, at) + space;
}

/** Paragraph ends that came or went are to be seen. */
function shownEnds(text: string): string {
  return text.replace(/\n\n/gu, '¶\n\n');
}
