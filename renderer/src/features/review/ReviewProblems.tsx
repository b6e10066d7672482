import { TriangleAlert } from 'lucide-react';
import type { PlannedSource, Problem } from '../../../../main/shared/contract.ts';
import { rich, t } from '../../text.ts';
import { showLine } from './review-state.ts';
import styles from './review.module.css';

/** Files that gave nothing, each with its reason. */
export function Failures({ failures }: { failures: readonly Problem[] }) {
  if (failures.length === 0) return null;
  return (
    <ul className={styles['failures']} role="alert">
      {failures.map((failure) => (
        <li key={failure.path} title={failure.path}>
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
  );
}

/** What went wrong in a file that was read all the same. */
export function SourceProblems({ problems }: { problems: PlannedSource['problems'] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles['problems']} aria-label={t('review.problems')}>
      {problems.map(({ line, message }) => (
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
