import type { PlannedSource } from '../../../../main/shared/contract.ts';
import { t } from '../../text.ts';
import { totalsOf } from './pieces.ts';
import { showSource } from './review-state.ts';
import styles from './review.module.css';

interface Props {
  sources: readonly PlannedSource[];
  at: number;
}

/** The files of one import: those that ask for a look, and the sure ones folded away. */
export function SourceList({ sources, at }: Props) {
  const rows = sources.map((source, index) => ({ source, index, totals: totalsOf(source) }));
  const asks = ({ source, totals }: (typeof rows)[number]) =>
    totals.unsure > 0 || source.problems.length > 0;
  const sure = rows.filter((row) => !asks(row));
  const list = (shown: typeof rows) => (
    <ol className={styles['sourceRows']}>
      {shown.map(({ source, index, totals }) => (
        <li key={index}>
          <button
            type="button"
            aria-current={index === at || undefined}
            title={source.path}
            onClick={() => showSource(index)}
          >
            <span className={styles['sourceName']} dir="auto">
              {source.name}
            </span>
            <span className={styles['sourceFacts']}>
              {[
                t('count.articles', { count: totals.articles }),
                ...(totals.unsure > 0 ? [t('review.unsureCount', { count: totals.unsure })] : []),
                ...(source.problems.length > 0
                  ? [t('review.problemCount', { count: source.problems.length })]
                  : []),
              ].join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
  return (
    <nav className={styles['sources']} aria-label={t('review.files')}>
      {list(rows.filter(asks))}
      {sure.length === 0 ? null : (
        <details open={sure.length <= MOST_UNFOLDED || sure.some(({ index }) => index === at)}>
          <summary>{t('review.sureFiles', { count: sure.length })}</summary>
          {list(sure)}
        </details>
      )}
    </nav>
  );
}

const MOST_UNFOLDED = 3;
