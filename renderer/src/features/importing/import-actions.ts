import type { ImportPlan } from '../../../../main/shared/contract.ts';
import { call } from '../../api/client.ts';
import { transport, type DroppedFile } from '../../api/transport.ts';
import { dismissNotice, notify, notifyFailure, openScreen, showPlace } from '../../state/view.ts';
import { plural } from '../../ui/dates.ts';

/** Plans an import of what was chosen or dropped; the review follows. Nothing is written yet. */
export async function planFiles(files: readonly DroppedFile[]): Promise<void> {
  if (files.length === 0) return;
  await review('Reading…', async () => planPaths(await transport.pathsOf(files)));
}

export async function reviewPaths(paths: string[]): Promise<void> {
  if (paths.length > 0) await review('Reading…', () => planPaths(paths));
}

export async function reviewSample(): Promise<void> {
  await review('Reading the sample…', () => call('imports.planSample', {}));
}

function planPaths(paths: string[]): Promise<ImportPlan> {
  return call('imports.plan', { paths });
}

async function review(text: string, plan: () => Promise<ImportPlan>): Promise<void> {
  const working = notify({ kind: 'working', text });
  try {
    openScreen({ name: 'review', plan: await plan() });
  } catch (error) {
    notifyFailure(error);
  } finally {
    dismissNotice(working);
  }
}

export async function commitPlan(plan: ImportPlan, leaveOut: readonly string[]): Promise<void> {
  const working = notify({ kind: 'working', text: 'Importing…' });
  try {
    const result = await call('imports.commit', { planId: plan.id, leaveOut: [...leaveOut] });
    const parts = [
      result.added > 0 ? `${plural(result.added, 'article', 'articles')} added` : '',
      result.updated > 0 ? `${result.updated} completed` : '',
      result.unchanged > 0 ? `${result.unchanged} already here` : '',
      result.failed > 0 ? `${result.failed} failed` : '',
    ].filter(Boolean);
    notify({
      kind: result.failed > 0 ? 'failed' : 'done',
      text: parts.join(', ') || 'Nothing new',
    });
    if (result.added > 0) showPlace('library');
  } finally {
    dismissNotice(working);
  }
}
