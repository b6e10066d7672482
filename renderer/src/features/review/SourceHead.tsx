import type { PlannedSource } from '../../../../main/shared/contract.ts';
import { t } from '../../text.ts';
import { CommentsField } from './CommentsField.tsx';
import { EncodingField } from './EncodingField.tsx';
import { useReview } from './review-state.ts';
import styles from './review.module.css';

/** What a file is, and how it was read. */
export function SourceHead({ source }: { source: PlannedSource }) {
  const given = useReview((review) => review.given);
  return (
    <div className={styles['sourceHead']}>
      <strong dir="auto">{source.name}</strong>
      <span>{t('count.lines', { count: source.lines })}</span>
      {given === null ? (
        <span>{source.encoding}</span>
      ) : (
        <EncodingField key={source.path} source={source} given={given} />
      )}
      {given !== null && source.format === 'wxr' ? (
        <CommentsField path={source.path} given={given} />
      ) : null}
    </div>
  );
}
