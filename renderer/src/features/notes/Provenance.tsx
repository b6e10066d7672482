import { useQuery } from '@tanstack/react-query';
import type { MethodOutput } from '../../../../main/shared/contract.ts';
import type { ListedNote } from '../../../../main/shared/contract/notes.ts';
import type { LineRange } from '../../../../main/shared/entities.ts';
import { queries } from '../../api/queries.ts';
import { notify, notifyFailure, openDialog } from '../../state/view.ts';
import { errorText, t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { formatPublished, formatTime } from '../../ui/dates.ts';
import { shownAfter, shownBefore } from '../../ui/surroundings.ts';
import { toCitations } from './citations.ts';
import { jumpToNote } from './jump.ts';
import styles from './notes.module.css';

/** More context than this hardly helps to recognise the words. */
const AROUND = 120;

/** Where a quote is from: its exact words, the file they came in, and their lines in it. */
export function Provenance({ note }: { note: ListedNote }) {
  const { annotation, article } = note;
  const found = useQuery(queries.provenance(annotation.id));
  const { exact, prefix, suffix } = annotation.target.quote;
  const facts = factsOf(note, found.data);
  const copy = async () => {
    const lines = facts.map(({ label, value }) => t('source.fact', { label, value }));
    const quote = toCitations([note], 'quote', formatPublished);
    await navigator.clipboard.writeText([quote, ...lines].join('\n'));
    notify({ kind: 'done', text: t('passages.copied', { count: 1 }) });
  };
  return (
    <aside className={styles['provenance']} aria-label={t('passages.provenance')}>
      <h2>{t('passages.provenance')}</h2>
      <blockquote dir="auto">
        {shownBefore(prefix, AROUND)}
        <strong>{exact}</strong>
        {shownAfter(suffix, AROUND)}
      </blockquote>
      {found.error === null ? null : <p role="alert">{errorText(found.error)}</p>}
      <dl aria-busy={found.isPending}>
        {facts.map(({ label, value, title }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto" title={title}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <Button primary onClick={() => jumpToNote(note, { name: 'notes' })}>
        {t('passages.open')}
      </Button>
      <Button
        onClick={() =>
          openDialog({ name: 'source', articleId: article.id, annotationId: annotation.id })
        }
      >
        {t('passages.original')}
      </Button>
      <Button disabled={found.data === undefined} onClick={() => void copy().catch(notifyFailure)}>
        {t('passages.copyProvenance')}
      </Button>
    </aside>
  );
}

interface Fact {
  label: string;
  value: string;
  title?: string | undefined;
}

function factsOf(
  { article, sourceName }: ListedNote,
  found: MethodOutput<'notes.provenance'> | undefined,
): Fact[] {
  const title = { label: t('passages.group.article'), value: article.title };
  if (found === undefined) return [title];
  const { sourceId, source, version, versions, arrived, passage } = found;
  const place = (lines: LineRange, count: number) =>
    lines.startLine === lines.endLine
      ? t('source.lineOf', { line: lines.startLine, count })
      : t('source.placeOf', { start: lines.startLine, end: lines.endLine, count });
  return [
    title,
    ...(versions === 1
      ? []
      : [{ label: t('source.version'), value: t('source.versionOf', { version, versions }) }]),
    { label: t('source.file'), value: source?.name ?? sourceName, title: source?.path },
    { label: t('source.hash'), value: sourceId },
    ...(source === null || passage === null
      ? []
      : [{ label: t('source.passage'), value: place(passage, source.lines) }]),
    ...(source === null || found.article === null
      ? []
      : [{ label: t('source.articleLines'), value: place(found.article, source.lines) }]),
    { label: t('source.imported'), value: formatTime(arrived) },
  ];
}
