import type { ImportPlan } from '../../../../main/shared/contract.ts';
import { call } from '../../api/client.ts';
import { isCancelled, track } from '../../state/activity.ts';
import { notify, openScreen, type GivenPaths } from '../../state/view.ts';
import { say, t } from '../../text.ts';
import { cancelImport } from '../importing/import-actions.ts';
import { showSource, startReview, useReview } from './review-state.ts';

/**
 * Plans the same files anew, after what failed was mended or in another way. Corrections are kept
 * where they fit. Where the source at `needed` would be none any more, all stays as it is.
 */
export async function readAgain(given: GivenPaths, needed: string | null = null): Promise<void> {
  const asked = useReview.getState().plan?.id;
  const id = `plan-${crypto.randomUUID()}`;
  try {
    const plan = await track({
      id,
      label: t('import.reading'),
      cancel: () => cancelImport(id),
      run: () => call('imports.plan', { ...given, jobId: id }),
    });
    const { plan: before, at, leftOut, pane, sort } = useReview.getState();
    const unfit = needed !== null && !plan.sources.some(({ path }) => path === needed);
    if (before?.id !== asked || unfit) {
      await call('imports.discard', { planId: plan.id });
      if (unfit) notifyUnfit(plan, needed);
      return;
    }
    const revised = before === null ? plan : await withRevisions(plan, before);
    const path = before?.sources[at]?.path;
    startReview(revised, given);
    if (before !== null) {
      useReview.setState({ pane, sort, leftOut: leftOutAgain(revised, before, leftOut) });
    }
    showSource(
      Math.max(
        0,
        revised.sources.findIndex((source) => source.path === path),
      ),
    );
    openScreen({ name: 'review', plan: revised, given });
    if (before !== null) await call('imports.discard', { planId: before.id });
  } catch (error) {
    // All stays as it was read before.
    if (!isCancelled(error)) throw error;
  }
}

function notifyUnfit({ failures }: ImportPlan, needed: string): void {
  const failure = failures.find(({ path }) => path === needed);
  const file = needed.split(/[/\\]/).at(-1) ?? needed;
  notify({
    kind: 'failed',
    text: t('import.fileFailed', {
      file,
      message: failure === undefined ? '' : say(failure.message),
    }),
  });
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

/** The ids of the articles that begin where those did that were left out. */
function leftOutAgain(
  plan: ImportPlan,
  before: ImportPlan,
  leftOut: ReadonlySet<string>,
): ReadonlySet<string> {
  const places = new Set(placed(before).flatMap(([id, place]) => (leftOut.has(id) ? place : [])));
  return new Set(placed(plan).flatMap(([id, place]) => (places.has(place) ? id : [])));
}

function placed({ sources }: ImportPlan): [id: string, place: string][] {
  return sources.flatMap(({ path, articles }) =>
    articles.map(({ id, startLine, endLine }): [string, string] => [
      id,
      `${startLine}-${endLine} ${path}`,
    ]),
  );
}
