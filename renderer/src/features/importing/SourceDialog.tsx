import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Article } from '../../../../main/shared/entities.ts';
import { queries, queryClient } from '../../api/queries.ts';
import { closeDialog, notifyFailure } from '../../state/view.ts';
import { errorText, say, t } from '../../text.ts';
import { formatPercent, formatTime } from '../../ui/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { layoutWords } from '../review/layout-words.ts';
import styles from './importing.module.css';

/** Lines of the source shown around the article's own. */
const AROUND = 3;
const MOST_LINES = 2000;
/** Further ones at a time. */
const MORE = 20;

/** Where an article came from: file, hash, lines, and the original lines themselves. */
export function SourceDialog({ articleId }: { articleId: string }) {
  const article = useQuery(queries.article(articleId)).data?.article;
  const sources = useQuery(queries.overview()).data?.sources ?? [];
  const source = sources.find(({ id }) => id === article?.sourceId);
  if (article === undefined || source === undefined) return null;
  const { startLine, endLine } = article;
  return (
    <Dialog title={t('source.title')} size="large" onClose={closeDialog}>
      <dl className={styles['facts']}>
        <dt>{t('source.file')}</dt>
        <dd title={source.path}>{source.name}</dd>
        <dt>{t('source.hash')}</dt>
        <dd>
          <code>{source.id}</code>
        </dd>
        <dt>{t('source.imported')}</dt>
        <dd>{formatTime(arrivedOf(article))}</dd>
        {startLine === null || endLine === null ? null : (
          <>
            <dt>{t('source.place')}</dt>
            <dd>{t('source.placeOf', { start: startLine, end: endLine, count: source.lines })}</dd>
          </>
        )}
        <dt>{t('source.size')}</dt>
        <dd>
          {t('source.sizes', {
            bytes: t('count.bytes', { count: source.bytes }),
            lines: t('count.lines', { count: source.lines }),
            encoding: source.encoding,
          })}
        </dd>
        {source.layout === null ? null : (
          <>
            <dt>{t('source.layout')}</dt>
            <dd>{layoutWords(source.layout)}</dd>
          </>
        )}
        <dt>{t('source.boundaries')}</dt>
        <dd>
          {t('source.sure', {
            reasons:
              article.reasons.length === 0
                ? t('source.wholeFile')
                : article.reasons.map(say).join('; '),
            percent: formatPercent(article.confidence),
          })}
        </dd>
      </dl>
      {startLine === null || endLine === null ? null : (
        <OriginalLines
          sourceId={source.id}
          startLine={startLine}
          endLine={endLine}
          lines={source.lines}
        />
      )}
    </Dialog>
  );
}

interface LinesProps {
  sourceId: string;
  startLine: number;
  endLine: number;
  /** All there are in the source. */
  lines: number;
}

function OriginalLines({ sourceId, startLine, endLine, lines }: LinesProps) {
  const [around, setAround] = useState({ before: AROUND, after: AROUND });
  const rangeOf = ({ before, after }: typeof around) => ({
    first: Math.max(1, startLine - before),
    last: Math.min(lines, Math.min(endLine, startLine + MOST_LINES) + after),
  });
  const { first, last } = rangeOf(around);
  const found = useQuery(queries.sourceLines(sourceId, first, last));
  /** Those that are there stay until the further ones are. */
  const widen = async (change: Partial<typeof around>) => {
    const wider = { ...around, ...change };
    const range = rangeOf(wider);
    await queryClient.ensureQueryData(queries.sourceLines(sourceId, range.first, range.last));
    setAround(wider);
  };
  if (found.error !== null) return <p role="alert">{errorText(found.error)}</p>;
  return (
    <div className={styles['original']}>
      {first === 1 ? null : (
        <Button onClick={() => void widen({ before: around.before + MORE }).catch(notifyFailure)}>
          {t('source.before', { count: Math.min(MORE, first - 1) })}
        </Button>
      )}
      <ol
        className={styles['lines']}
        start={first}
        tabIndex={0}
        aria-label={t('source.lines')}
        aria-busy={found.isPending}
      >
        {found.data?.lines.map((line, index) => {
          const number = first + index;
          const inside = number >= startLine && number <= endLine;
          return (
            <li key={number} value={number} data-inside={inside || undefined} dir="auto">
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

/** When this text of the article came into the library. */
function arrivedOf({ added, earlier }: Article): string {
  return earlier.at(-1)?.replaced ?? added;
}
