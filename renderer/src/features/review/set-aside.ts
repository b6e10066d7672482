import type { ImportPlan } from '../../../../main/shared/contract.ts';
import { call } from '../../api/client.ts';
import { closeScreen, notify, notifyFailure, openScreen, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import { endReview, useReview } from './review-state.ts';

/** A review with corrections in it can be come back to; one without is gone. */
export function leave(plan: ImportPlan): void {
  if (!plan.sources.some(({ revisions }) => revisions.some(({ by }) => by === undefined))) {
    discard(plan);
    return;
  }
  closeScreen();
  notify({
    kind: 'done',
    text: t('review.setAside'),
    action: { label: t('review.goOn'), run: continueReview },
  });
}

export function discard(plan: ImportPlan): void {
  closeScreen();
  endReview();
  call('imports.discard', { planId: plan.id }).catch(notifyFailure);
}

export function canContinueReview(): boolean {
  return useReview.getState().plan !== null && useView.getState().screen.name !== 'review';
}

export function continueReview(): void {
  const { plan, given } = useReview.getState();
  if (plan !== null) openScreen({ name: 'review', plan, given });
}
