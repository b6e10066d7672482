import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { toReadingText } from '../../../../main/shared/text/reading.ts';
import { excerptOf } from '../../../../main/shared/text/words.ts';
import { queries } from '../../api/queries.ts';
import styles from './list.module.css';

/** A pointer has to rest on a row for so many milliseconds. */
const REST = 600;
/** UTF-16 code units: of the Markdown that is read for it, and of the text that is shown. */
const READ = 4000;
const SHOWN = 620;

export interface Peek {
  id: string;
  /** Where the row is, in CSS px of the window. */
  row: DOMRect;
}

export interface Peeking {
  peek: Peek | null;
  /** After a rest; null takes it away. */
  rest: (id: string | null, row: HTMLElement | null) => void;
  now: (id: string, row: HTMLElement) => void;
}

export function usePeek(): Peeking {
  const [peek, setPeek] = useState<Peek | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [handlers] = useState(() => ({
    rest: (id: string | null, row: HTMLElement | null) => {
      clearTimeout(timer.current);
      if (id === null || row === null) return setPeek(null);
      timer.current = setTimeout(() => setPeek({ id, row: row.getBoundingClientRect() }), REST);
    },
    now: (id: string, row: HTMLElement) => {
      clearTimeout(timer.current);
      setPeek((before) => (before?.id === id ? null : { id, row: row.getBoundingClientRect() }));
    },
  }));
  useEffect(() => {
    if (peek === null) return;
    const close = (event: Event) => {
      // Space shows and hides it.
      if (!(event instanceof KeyboardEvent && event.key === ' ')) setPeek(null);
    };
    // Whatever is done next is not about it any more.
    window.addEventListener('keydown', close, { capture: true });
    window.addEventListener('wheel', close, { passive: true });
    return () => {
      window.removeEventListener('keydown', close, { capture: true });
      window.removeEventListener('wheel', close);
    };
  }, [peek]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { peek, ...handlers };
}

/** The first lines of an article, beside its row. */
export function RowPeek({ peek: { id, row } }: { peek: Peek }) {
  const found = useQuery(queries.article(id)).data;
  if (found === undefined) return null;
  const { article, markdown } = found;
  const text = excerptOf(toReadingText(markdown.slice(0, READ)), SHOWN);
  const right = row.right + 8 + 360 < window.innerWidth;
  return (
    <div
      className={styles['peek']}
      role="tooltip"
      id="row-peek"
      lang={article.lang ?? undefined}
      dir="auto"
      style={{
        insetBlockStart: Math.max(8, Math.min(row.top, window.innerHeight - 300)),
        ...(right ? { left: row.right + 8 } : { left: Math.max(8, row.left + 24) }),
      }}
    >
      <h2>{article.title}</h2>
      <p>{text}</p>
    </div>
  );
}
