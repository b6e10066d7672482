import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type {
  ImportPlan,
  PlannedArticle,
  PlannedSource,
} from '../../../../main/shared/contract.ts';
import { call } from '../../api/client.ts';
import { closeScreen, notifyFailure } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount, formatPublished, plural } from '../../ui/dates.ts';
import { Screen } from '../../ui/Screen.tsx';
import { commitPlan } from './import-actions.ts';
import styles from './importing.module.css';

const OUTCOMES = { add: 'New', update: 'Completes a teaser', unchanged: 'Already here' } as const;

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
      title="Import"
      onClose={cancel}
      actions={
        <>
          <p className={styles['totals']}>
            {plural(posts.length, 'article', 'articles')} ·{' '}
            {plural(unassigned, 'unassigned line', 'unassigned lines')}
          </p>
          <Button onClick={cancel}>Cancel</Button>
          <Button primary onClick={commit} disabled={wanted.length === 0} data-autofocus>
            {wanted.length === 0 ? 'Nothing new' : `Import ${formatCount(wanted.length)}`}
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
                  <strong>{failure.path.split(/[/\\]/).at(-1)}</strong>: {failure.message}
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
          plural(source.lines, 'line', 'lines'),
          source.encoding,
          plural(posts.length, 'article', 'articles'),
        ].join(' · ')}
      </p>
      {source.evidence.length === 0 ? null : (
        <p className={styles['evidence']}>{source.evidence.join(' · ')}</p>
      )}
      {source.problems.map((problem) => (
        <p key={`${problem.line}-${problem.message}`} className={styles['problem']}>
          <TriangleAlert aria-hidden size={14} />{' '}
          {problem.line === null ? '' : `Line ${problem.line}: `}
          {problem.message}
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
          <summary>
            {plural(source.unassigned.length, 'place', 'places')} not part of any article; kept with
            the source
          </summary>
          <ul>
            {source.unassigned.map(({ startLine, endLine, reason }) => (
              <li key={startLine}>
                {startLine === endLine ? `Line ${startLine}` : `Lines ${startLine}–${endLine}`}:{' '}
                {reason}
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
          aria-label={`Import “${title}”`}
        />
        <span className={styles['plannedTitle']} dir="auto">
          {title}
        </span>
      </label>
      <p className={styles['plannedFacts']} title={article.reasons.join('\n')}>
        {startLine === null || endLine === null ? null : (
          <span>
            lines {startLine}–{endLine}
          </span>
        )}
        {published === null ? null : <span>{formatPublished(published)}</span>}
        <span>{plural(words, 'word', 'words')}</span>
        {truncated ? <span className={styles['teaser']}>Teaser</span> : null}
        {reprints.length === 0 ? null : (
          <span>{plural(reprints.length, 'reprint', 'reprints')} inside</span>
        )}
        {outcome === 'add' ? null : <span>{OUTCOMES[outcome]}</span>}
        {confidence < 0.7 ? (
          <span className={styles['unsure']}>unsure ({Math.round(confidence * 100)} %)</span>
        ) : null}
      </p>
    </li>
  );
}
