import { useEffect, useMemo } from 'react';
import type { ImportPlan } from '../../../../main/shared/contract.ts';
import { useCommands } from '../../commands/registry.ts';
import { closeScreen, notifyFailure, type GivenPaths } from '../../state/view.ts';
import { t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { commitPlan } from '../importing/import-actions.ts';
import { ReviewRules } from '../rules/ReviewRules.tsx';
import { useMediaQuery } from '../shell/use-media-query.ts';
import { FileLines } from './FileLines.tsx';
import { piecesOf, totalsOf } from './pieces.ts';
import { useReviewCommands } from './review-actions.ts';
import { endReview, startReview, useReview, type ReviewPane } from './review-state.ts';
import { ReviewArticles } from './ReviewArticles.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { Failures, SourceProblems } from './ReviewProblems.tsx';
import styles from './review.module.css';
import { discard, leave } from './set-aside.ts';
import { SourceHead } from './SourceHead.tsx';
import { SourceList } from './SourceList.tsx';

const NARROW = '(max-width: 859px)';

/** What an import would add, and the place to correct it, before anything is written. */
interface Props {
  plan: ImportPlan;
  given: GivenPaths | null;
}

export function ReviewScreen({ plan: planned, given }: Props) {
  useEffect(() => startReview(planned, given), [planned, given]);
  const revised = useReview((review) => review.plan);
  const plan = revised?.id === planned.id ? revised : planned;
  const at = useReview((review) => review.at);
  const pane = useReview((review) => review.pane);
  const outOfPlan = useReview((review) => review.leftOut);
  const narrow = useMediaQuery(NARROW);
  const source = plan.sources[at];
  const pieces = useMemo(() => (source === undefined ? [] : piecesOf(source)), [source]);
  const leftOut = useMemo(
    () => new Set([...outOfPlan, ...plan.sources.flatMap((each) => each.leftOut)]),
    [outOfPlan, plan],
  );
  const totals = plan.sources.map(totalsOf);
  const sum = (key: 'articles' | 'unassignedLines') =>
    totals.reduce((count, each) => count + each[key], 0);
  const wanted = plan.sources
    .flatMap(({ articles }) => articles)
    .filter(
      ({ id, parentId, outcome }) =>
        parentId === null && outcome !== 'unchanged' && !leftOut.has(id),
    ).length;

  useReviewCommands({ source, pieces, leftOut });
  const commit = () => {
    closeScreen();
    endReview();
    commitPlan(plan, [...leftOut]).catch(notifyFailure);
  };
  useCommands({ 'import.commit': { run: commit, when: () => wanted > 0 } });

  const shows = (one: ReviewPane) => !narrow || pane === one;
  return (
    <Screen
      title={t('import.title')}
      scope="review"
      onClose={() => leave(plan)}
      actions={
        <>
          <p className={styles['totals']} role="status">
            {t('count.articles', { count: sum('articles') })} ·{' '}
            {t('import.unassigned', { count: sum('unassignedLines') })}
          </p>
          <Button onClick={() => discard(plan)}>{t('ui.cancel')}</Button>
          <Button primary onClick={commit} disabled={wanted === 0} data-autofocus>
            {wanted === 0 ? t('import.nothingNew') : t('import.button', { count: wanted })}
          </Button>
        </>
      }
    >
      <div className={styles['review']}>
        <Failures failures={plan.failures} />
        {plan.sources.length > 1 ? <SourceList sources={plan.sources} at={at} /> : null}
        {source === undefined ? null : (
          <>
            <SourceHead source={source} />
            <ReviewRules key={`rules-${plan.id}-${at}`} planId={plan.id} at={at} source={source} />
            <SourceProblems problems={source.problems} />
            <ReviewBar revisable={source.revisable} />
            {narrow ? <PaneSwitch pane={pane} /> : null}
            <div className={styles['panes']} data-narrow={narrow || undefined}>
              {shows('file') ? (
                <FileLines
                  key={`file-${plan.id}-${at}`}
                  planId={plan.id}
                  at={at}
                  source={source}
                  pieces={pieces}
                  leftOut={leftOut}
                />
              ) : null}
              {shows('articles') ? (
                <ReviewArticles
                  key={`articles-${plan.id}-${at}`}
                  source={source}
                  pieces={pieces}
                  leftOut={leftOut}
                />
              ) : null}
            </div>
          </>
        )}
      </div>
    </Screen>
  );
}

function PaneSwitch({ pane }: { pane: ReviewPane }) {
  const panes = [
    ['file', t('review.pane.file')],
    ['articles', t('shell.articles')],
  ] as const;
  return (
    <div className={styles['switch']} role="group" aria-label={t('shell.panes')}>
      {panes.map(([name, label]) => (
        <button
          key={name}
          type="button"
          aria-pressed={pane === name}
          onClick={() => useReview.setState({ pane: name })}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
