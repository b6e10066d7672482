import { CornerDownRight } from 'lucide-react';
import type { PlannedArticle } from '../../../../main/shared/contract.ts';
import { say, t } from '../../text.ts';
import { formatPercent } from '../../ui/dates.ts';
import type { ReviewPiece } from './pieces.ts';
import styles from './file-lines.module.css';

/** What is drawn over the first line of an article, or of lines that belong to none. */
export function BoundaryHead({ piece, leftOut }: { piece: ReviewPiece; leftOut: boolean }) {
  const { article, number, reason } = piece;
  if (article === null) {
    return (
      <div className={styles['boundary']} data-kind="unassigned" aria-hidden>
        <span>{t('review.noArticle', { reason: say(reason) })}</span>
      </div>
    );
  }
  return (
    <div className={styles['boundary']} data-kind={leftOut ? 'out' : 'article'} aria-hidden>
      <span className={styles['boundaryNumber']}>{number}</span>
      <span className={styles['boundaryTitle']} dir="auto">
        {article.title}
      </span>
      <span className={styles['boundarySure']}>
        {leftOut ? t('review.leftOut') : formatPercent(article.confidence)}
      </span>
    </div>
  );
}

export function SectionHead({ section }: { section: PlannedArticle }) {
  return (
    <div className={styles['boundary']} data-kind="section" aria-hidden>
      <CornerDownRight size={13} />
      <span className={styles['boundaryTitle']} dir="auto">
        {section.title}
      </span>
      <span className={styles['boundarySure']}>{t('review.reprint')}</span>
    </div>
  );
}
