import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type {
  ImportPlan,
  PlannedArticle,
  PlannedSource,
} from '../../../../main/shared/contract.ts';
import { call } from '../../api/client.ts';
import { closeScreen, notifyFailure } from '../../state/view.ts';
import { rich, t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { formatPercent, formatPublished } from '../../ui/dates.ts';
import { Screen } from '../../ui/Screen.tsx';
import { commitPlan } from './import-actions.ts';
import { outcomeWords } from './outcome-words.ts';
import styles from './importing.module.css';

/** What an import would add, before it does. */
export function ReviewScreen({ plan }: { plan: ImportPlan }) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const articles = plan.sources.flatMap((source) => source.articles);
  const posts = articles.filter(({ parentId }) => parentId === null);
  const wanted = posts.filter(({ id, outcome }) => outcome !== 'unchanged' && !leftOut.has(id));
  const unassigned = plan.sources
    .flatMap((source) => source.unassigned)
    .reduce((lines, { startLine, endLine }) => lines + endLine - startLine + 1, 0);

  const cancel = () => {
    closeScreen();
    call('imports.discard', { planId: plan.id }).catch(notifyFailure);
  };
  const commit = () => {
    closeScreen();
    commitPlan(plan, [...leftOut]).catch(notifyFailure);
  };
  const toggle = (id: string) => {
    const next = new Set(leftOut);
    if (!next.delete(id)) next.add(id);
    setLeftOut(next);
  };

  return (
    <Screen
      title={t('import.title')}
      onClose={cancel}
      actions={
        <>
          <p className={styles['totals']}>
            {t('count.articles', { count: posts.length })} ·{' '}
            {t('import.unassigned', { count: unassigned })}
          </p>
          <Button onClick={cancel}>{t('ui.cancel')}</Button>
          <Button primary onClick={commit} disabled={wanted.length === 0} data-autofocus>
            {wanted.length === 0
              ? t('import.nothingNew')
              : t('import.button', { count: wanted.length })}
          </Button>
        </>
      }
    >
      <div className={styles['review']}>
        {plan.failures.length === 0 ? null : (
          <ul className={styles['failures']} role="alert">
            {plan.failures.map((failure) => (
              <li key={failure.path}>
                <TriangleAlert aria-hidden size={15} />
                <span>
                  {rich('import.fileFailed', {
                    file: <strong>{failure.path.split(/[/\\]/).at(-1)}</strong>,
                    message: failure.message,
                  })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {plan.sources.map((source) => (
          <SourceReview key={source.sha256} source={source} leftOut={leftOut} onToggle={toggle} />
        ))}
      </div>
    </Screen>
  );
}

interface SourceProps {
  source: PlannedSource;
  leftOut: ReadonlySet<string>;
  onToggle: (id: string) => void;
}

function SourceReview({ source, leftOut, onToggle }: SourceProps) {
  const posts = source.articles.filter(({ parentId }) => parentId === null);
  const inside = (id: string) => source.articles.filter(({ parentId }) => parentId === id);
  return (
    <section className={styles['source']} aria-label={source.name}>
      <h3>{source.name}</h3>
      <p className={styles['sourceFacts']}>
        {[
          source.layout ?? source.format,
          t('count.lines', { count: source.lines }),
          source.encoding,
          t('count.articles', { count: posts.length }),
        ].join(' · ')}
      </p>
      {source.evidence.length === 0 ? null : (
        <p className={styles['evidence']}>{source.evidence.join(' · ')}</p>
      )}
      {source.problems.map((problem) => (
        <p key={`${problem.line}-${problem.message}`} className={styles['problem']}>
          <TriangleAlert aria-hidden size={14} />{' '}
          {problem.line === null
            ? problem.message
            : t('import.problemAtLine', { line: problem.line, message: problem.message })}
        </p>
      ))}
      <ol className={styles['planned']}>
        {posts.map((article) => (
          <PlannedRow
            key={article.id}
            article={article}
            reprints={inside(article.id)}
            taken={article.outcome !== 'unchanged' && !leftOut.has(article.id)}
            onToggle={() => onToggle(article.id)}
          />
        ))}
      </ol>
      {source.unassigned.length === 0 ? null : (
        <details className={styles['unassigned']}>
          <summary>{t('import.leftOver', { count: source.unassigned.length })}</summary>
          <ul>
            {source.unassigned.map(({ startLine, endLine, reason }) => (
              <li key={startLine}>
                {startLine === endLine
                  ? t('import.leftOverLine', { line: startLine, reason })
                  : t('import.leftOverLines', { start: startLine, end: endLine, reason })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface RowProps {
  article: PlannedArticle;
  reprints: readonly PlannedArticle[];
  taken: boolean;
  onToggle: () => void;
}

function PlannedRow({ article, reprints, taken, onToggle }: RowProps) {
  const { title, published, truncated, words, confidence, outcome, startLine, endLine } = article;
  return (
    <li data-left-out={!taken || undefined}>
      <label>
        <input
          type="checkbox"
          checked={taken}
          disabled={outcome === 'unchanged'}
          onChange={onToggle}
          aria-label={t('import.take', { title })}
        />
        <span className={styles['plannedTitle']} dir="auto">
          {title}
        </span>
      </label>
      <p className={styles['plannedFacts']} title={article.reasons.join('\n')}>
        {startLine === null || endLine === null ? null : (
          <span>{t('import.lines', { start: startLine, end: endLine })}</span>
        )}
        {published === null ? null : <span>{formatPublished(published)}</span>}
        <span>{t('count.words', { count: words })}</span>
        {truncated ? <span className={styles['teaser']}>{t('articles.teaser')}</span> : null}
        {reprints.length === 0 ? null : (
          <span>{t('count.reprints', { count: reprints.length })}</span>
        )}
        {outcome === 'add' ? null : <span>{outcomeWords(article)}</span>}
        {confidence < 0.7 ? (
          <span className={styles['unsure']}>
            {t('import.unsure', { percent: formatPercent(confidence) })}
          </span>
        ) : null}
      </p>
    </li>
  );
}
