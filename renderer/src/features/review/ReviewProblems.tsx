import { TriangleAlert } from 'lucide-react';
import type { PlannedSource, Problem } from '../../../../main/shared/contract.ts';
import { failureReport } from '../../../../main/shared/failure-report.ts';
import { notify, notifyFailure } from '../../state/view.ts';
import { rich, say, t } from '../../text.ts';
import { saveReport } from './save-report.ts';
import { readAgain } from './read-again.ts';
import { showLine, useReview } from './review-state.ts';
import styles from './review.module.css';

/** Files that gave nothing, each with its reason. */
export function Failures({ failures }: { failures: readonly Problem[] }) {
  const given = useReview((review) => review.given);
  if (failures.length === 0) return null;
  return (
    <div className={styles['failures']}>
      <ul role="alert">
        {failures.map((failure) => (
          <li key={failure.path} title={failure.path}>
            <TriangleAlert aria-hidden size={15} />
            <span>
              {rich('import.fileFailed', {
                file: <strong>{failure.path.split(/[/\\]/).at(-1)}</strong>,
                message: say(failure.message),
              })}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles['failureActions']}>
        {given === null ? null : (
          <button type="button" onClick={() => readAgain(given).catch(notifyFailure)}>
            {t('review.tryAgain')}
          </button>
        )}
        <button type="button" onClick={() => saveReport(failures).catch(notifyFailure)}>
          {t('review.saveReport')}
        </button>
        <button type="button" onClick={() => copyReport(failures).catch(notifyFailure)}>
          {t('review.copyReport')}
        </button>
      </p>
    </div>
  );
}

async function copyReport(failures: readonly Problem[]): Promise<void> {
  await navigator.clipboard.writeText(failureReport(failures));
  notify({ kind: 'done', text: t('review.reportCopied') });
}

/** What went wrong in a file that was read all the same. */
export function SourceProblems({ problems }: { problems: PlannedSource['problems'] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles['problems']} aria-label={t('review.problems')}>
      {problems
        .map(({ line, message }) => ({ line, message: say(message) }))
        .map(({ line, message }) => (
          <li key={`${line}-${message}`}>
            <TriangleAlert aria-hidden size={14} />
            {line === null ? (
              message
            ) : (
              <button type="button" onClick={() => showLine(line)}>
                {t('import.problemAtLine', { line, message })}
              </button>
            )}
          </li>
        ))}
    </ul>
  );
}
