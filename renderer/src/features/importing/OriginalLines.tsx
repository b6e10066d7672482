import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { LineRange } from '../../../../main/shared/entities.ts';
import { queries, queryClient } from '../../api/queries.ts';
import { notifyFailure } from '../../state/view.ts';
import { errorText, t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './importing.module.css';

/** Lines of the source shown around the article's own. */
const AROUND = 3;
const MOST_LINES = 2000;
/** Further ones at a time. */
const MORE = 20;

interface Props {
  sourceId: string;
  startLine: number;
  endLine: number;
  /** All there are in the source. */
  lines: number;
  /** Of the words that are looked for; brought into sight. */
  passage: LineRange | null;
}

/** The lines that an article came from, with some of those around it. */
export function OriginalLines({ sourceId, startLine, endLine, lines, passage }: Props) {
  const first = useRef<HTMLLIElement>(null);
  const [around, setAround] = useState({ before: AROUND, after: AROUND });
  const rangeOf = ({ before, after }: typeof around) => ({
    first: Math.max(1, startLine - before),
    last: Math.min(lines, Math.min(endLine, startLine + MOST_LINES) + after),
  });
  const { first: top, last } = rangeOf(around);
  const found = useQuery(queries.sourceLines(sourceId, top, last));
  /** Those that are there stay until the further ones are. */
  const widen = async (change: Partial<typeof around>) => {
    const wider = { ...around, ...change };
    const range = rangeOf(wider);
    await queryClient.ensureQueryData(queries.sourceLines(sourceId, range.first, range.last));
    setAround(wider);
  };
  const isThere = found.isSuccess;
  useEffect(() => {
    if (isThere) first.current?.scrollIntoView({ block: 'center' });
  }, [isThere]);
  if (found.error !== null) return <p role="alert">{errorText(found.error)}</p>;
  return (
    <div className={styles['original']}>
      {top === 1 ? null : (
        <Button onClick={() => void widen({ before: around.before + MORE }).catch(notifyFailure)}>
          {t('source.before', { count: Math.min(MORE, top - 1) })}
        </Button>
      )}
      <ol
        className={styles['lines']}
        start={top}
        tabIndex={0}
        aria-label={t('source.lines')}
        aria-busy={found.isPending}
      >
        {found.data?.lines.map((line, index) => {
          const number = top + index;
          const inside = number >= startLine && number <= endLine;
          return (
            <li
              key={number}
              ref={number === passage?.startLine ? first : null}
              value={number}
              data-inside={inside || undefined}
              data-passage={isIn(passage, number) || undefined}
              dir="auto"
            >
              {line || ' '}
            </li>
          );
        })}
      </ol>
      {last === lines ? null : (
        <Button onClick={() => void widen({ after: around.after + MORE }).catch(notifyFailure)}>
          {t('source.after', { count: Math.min(MORE, lines - last) })}
        </Button>
      )}
    </div>
  );
}

function isIn(lines: LineRange | null, number: number): boolean {
  return lines !== null && number >= lines.startLine && number <= lines.endLine;
}
