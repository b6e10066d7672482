import { CornerDownRight, GripVertical } from 'lucide-react';
import type { PlannedArticle } from '../../../../main/shared/contract.ts';
import { say, t } from '../../text.ts';
import { formatPercent } from '../../ui/dates.ts';
import type { ReviewPiece } from './pieces.ts';
import styles from './file-lines.module.css';

interface Props {
  piece: ReviewPiece;
  leftOut: boolean;
  /** Takes the boundary along with the pointer; undefined where it can't be moved. */
  onGrab: ((event: React.PointerEvent) => void) | undefined;
}

/** What is drawn over the first line of an article, or of lines that belong to none. */
export function BoundaryHead({ piece, leftOut, onGrab }: Props) {
  const { article, number, reason } = piece;
  if (article === null) {
    return (
      <div className={styles['boundary']} data-kind="unassigned" aria-hidden>
        <span>{t('review.noArticle', { reason: say(reason) })}</span>
      </div>
    );
  }
  return (
    <div
      className={styles['boundary']}
      data-kind={leftOut ? 'out' : 'article'}
      data-grab={onGrab === undefined ? undefined : true}
      title={onGrab === undefined ? undefined : t('review.drag')}
      aria-hidden
      onPointerDown={onGrab}
    >
      {onGrab === undefined ? null : <GripVertical className={styles['grip']} size={13} />}
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
