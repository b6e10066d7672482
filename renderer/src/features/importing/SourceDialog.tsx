import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { closeDialog } from '../../state/view.ts';
import { t } from '../../text.ts';
import { formatPercent, formatTime } from '../../ui/dates.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { layoutWords } from '../review/layout-words.ts';
import styles from './importing.module.css';

/** Lines of the source shown around the article's own. */
const AROUND = 3;
const MOST_LINES = 2000;

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
        <dd>{formatTime(source.imported)}</dd>
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
              article.reasons.length === 0 ? t('source.wholeFile') : article.reasons.join('; '),
            percent: formatPercent(article.confidence),
          })}
        </dd>
      </dl>
      {startLine === null || endLine === null ? null : (
        <OriginalLines sourceId={source.id} startLine={startLine} endLine={endLine} />
      )}
    </Dialog>
  );
}

interface LinesProps {
  sourceId: string;
  startLine: number;
  endLine: number;
}

function OriginalLines({ sourceId, startLine, endLine }: LinesProps) {
  const first = Math.max(1, startLine - AROUND);
  const last = Math.min(endLine + AROUND, first + MOST_LINES);
  const found = useQuery(queries.sourceLines(sourceId, first, last));
  if (found.error !== null) return <p role="alert">{found.error.message}</p>;
  return (
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
  );
}
