import { useQuery } from '@tanstack/react-query';
import type { ListedNote } from '../../../../main/shared/contract/notes.ts';
import { queries } from '../../api/queries.ts';
import { openDialog } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { formatTime } from '../../ui/dates.ts';
import { jumpToNote } from './jump.ts';
import styles from './notes.module.css';

/** Where a quote is from: its exact words, the file they came in, and the article's lines in it. */
export function Provenance({ note }: { note: ListedNote }) {
  const { annotation, article } = note;
  const sources = useQuery(queries.overview()).data?.sources ?? [];
  const source = sources.find(({ id }) => id === article.sourceId);
  const { exact, prefix, suffix } = annotation.target.quote;
  const { startLine: start, endLine: end } = article;
  return (
    <aside className={styles['provenance']} aria-label={t('passages.provenance')}>
      <h2>{t('passages.provenance')}</h2>
      <blockquote dir="auto">
        <span>{prefix}</span>
        <strong>{exact}</strong>
        <span>{suffix}</span>
      </blockquote>
      <dl>
        <dt>{t('passages.group.article')}</dt>
        <dd dir="auto">{article.title}</dd>
        <dt>{t('source.file')}</dt>
        <dd title={source?.path}>{source?.name ?? note.sourceName}</dd>
        <dt>{t('source.hash')}</dt>
        <dd>
          <code>{article.sourceId}</code>
        </dd>
        {source === undefined || start === null || end === null ? null : (
          <>
            <dt>{t('source.place')}</dt>
            <dd>{t('source.placeOf', { start, end, count: source.lines })}</dd>
          </>
        )}
        <dt>{t('source.imported')}</dt>
        <dd>{formatTime(source?.imported ?? article.added)}</dd>
      </dl>
      <Button primary onClick={() => jumpToNote(note, { name: 'notes' })}>
        {t('passages.open')}
      </Button>
      <Button onClick={() => openDialog({ name: 'source', articleId: article.id })}>
        {t('passages.original')}
      </Button>
    </aside>
  );
}
