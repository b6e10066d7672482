import type { ImportPlan } from '../../../../main/shared/contract.ts';
import { call } from '../../api/client.ts';
import { dismissNotice, notify, openScreen, type GivenPaths } from '../../state/view.ts';
import { t } from '../../text.ts';
import { startReview, useReview } from './review-state.ts';

/**
 * Plans the same files anew, after what failed was mended. Corrections are kept where they fit.
 */
export async function readAgain(given: GivenPaths): Promise<void> {
  const { plan: before, at } = useReview.getState();
  const working = notify({ kind: 'working', text: t('import.reading') });
  try {
    const plan = await call('imports.plan', given);
    const revised = before === null ? plan : await withRevisions(plan, before);
    startReview(revised, given);
    useReview.setState({ at: Math.min(at, Math.max(0, revised.sources.length - 1)) });
    openScreen({ name: 'review', plan: revised, given });
    if (before !== null) await call('imports.discard', { planId: before.id });
  } finally {
    dismissNotice(working);
  }
}

async function withRevisions(plan: ImportPlan, before: ImportPlan): Promise<ImportPlan> {
  const sources = [...plan.sources];
  for (const [at, source] of plan.sources.entries()) {
    const revisions = before.sources.find(({ path }) => path === source.path)?.revisions ?? [];
    if (revisions.length === 0 || !source.revisable) continue;
    try {
      sources[at] = await call('imports.revise', { planId: plan.id, source: at, revisions });
    } catch {
      notify({ kind: 'failed', text: t('review.revisionsLost', { name: source.name }) });
    }
  }
  return { ...plan, sources };
}
