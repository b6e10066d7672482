import type { ImportPlan } from '../../../../main/shared/contract.ts';
import { call } from '../../api/client.ts';
import { transport, type DroppedFile } from '../../api/transport.ts';
import { dismissNotice, notify, notifyFailure, openScreen, showPlace } from '../../state/view.ts';
import { t, translator } from '../../text.ts';

/** Plans an import of what was chosen or dropped; the review follows. Nothing is written yet. */
export async function planFiles(files: readonly DroppedFile[]): Promise<void> {
  if (files.length === 0) return;
  await review(t('import.reading'), async () => planPaths(await transport.pathsOf(files)));
}

export async function reviewPaths(paths: string[]): Promise<void> {
  if (paths.length > 0) await review(t('import.reading'), () => planPaths(paths));
}

export async function reviewSample(): Promise<void> {
  await review(t('import.readingSample'), () => call('imports.planSample', {}));
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
  const working = notify({ kind: 'working', text: t('import.importing') });
  try {
    const result = await call('imports.commit', { planId: plan.id, leaveOut: [...leaveOut] });
    const parts = [
      result.added > 0 ? t('import.added', { count: result.added }) : '',
      result.updated > 0 ? t('import.updated', { count: result.updated }) : '',
      result.unchanged > 0 ? t('import.alreadyHere', { count: result.unchanged }) : '',
      result.failed > 0 ? t('import.failed', { count: result.failed }) : '',
    ].filter(Boolean);
    notify({
      kind: result.failed > 0 ? 'failed' : 'done',
      text: translator().list(parts) || t('import.nothingNew'),
    });
    if (result.added > 0) showPlace('library');
  } finally {
    dismissNotice(working);
  }
}
