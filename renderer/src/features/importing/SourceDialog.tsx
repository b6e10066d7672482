import { useQuery } from '@tanstack/react-query';
import type { Article } from '../../../../main/shared/entities.ts';
import { queries } from '../../api/queries.ts';
import { closeDialog } from '../../state/view.ts';
import { say, t } from '../../text.ts';
import { formatPercent, formatTime } from '../../ui/dates.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { layoutWords } from '../review/layout-words.ts';
import styles from './importing.module.css';
import { OriginalLines } from './OriginalLines.tsx';

interface Props {
  articleId: string;
  /** A passage, that may be from a text that the article had before. */
  annotationId: string | undefined;
}

/** Where an article came from: file, hash, lines, and the original lines themselves. */
export function SourceDialog({ articleId, annotationId }: Props) {
  const article = useQuery(queries.article(articleId)).data?.article;
  const found = useQuery({
    ...queries.provenance(annotationId ?? ''),
    enabled: annotationId !== undefined,
  }).data;
  const sources = useQuery(queries.overview()).data?.sources ?? [];
  if (article === undefined || (annotationId !== undefined && found === undefined)) return null;
  const source = sources.find(({ id }) => id === (found ?? article).sourceId);
  if (source === undefined) return null;
  // Of an earlier text it isn't known any more why its boundaries were those.
  const isPresent = found === undefined || found.version === article.version;
  const { startLine, endLine } = (found === undefined ? article : found.article) ?? NO_LINES;
  const lines = startLine === null || endLine === null ? found?.passage : { startLine, endLine };
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
        <dd>{formatTime(found?.arrived ?? arrivedOf(article))}</dd>
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
        {isPresent ? (
          <>
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
          </>
        ) : null}
      </dl>
      {lines === null || lines === undefined ? null : (
        <OriginalLines
          sourceId={source.id}
          startLine={lines.startLine}
          endLine={lines.endLine}
          lines={source.lines}
          passage={found?.passage ?? null}
        />
      )}
    </Dialog>
  );
}

const NO_LINES = { startLine: null, endLine: null };

/** When this text of the article came into the library. */
function arrivedOf({ added, earlier }: Article): string {
  return earlier.at(-1)?.replaced ?? added;
}
