import type { ImportPlan, MethodOutput } from '../../../../main/shared/contract.ts';
import { call } from '../../api/client.ts';
import { transport, type DroppedFile } from '../../api/transport.ts';
import { formatKey, parseKey } from '../../../../main/shared/keys.ts';
import { isMac } from '../../commands/keymap.ts';
import { isCancelled, track } from '../../state/activity.ts';
import {
  notify,
  notifyFailure,
  openScreen,
  showPlace,
  useView,
  type GivenPaths,
} from '../../state/view.ts';
import { t, translator } from '../../text.ts';
import { formatTime } from '../../ui/dates.ts';

/** Plans an import of what was chosen or dropped; the review follows. Nothing is written yet. */
export async function planFiles(files: readonly DroppedFile[]): Promise<void> {
  if (files.length === 0) return;
  await review(t('import.reading'), async (jobId) =>
    planPaths(await transport.pathsOf(files), jobId),
  );
}

export async function reviewPaths(paths: string[]): Promise<void> {
  if (paths.length > 0) await review(t('import.reading'), (jobId) => planPaths(paths, jobId));
}

export async function reviewSample(): Promise<void> {
  await review(
    t('import.readingSample'),
    async () => ({
      plan: await call('imports.planSample', {}),
      given: null,
    }),
    null,
  );
}

/** Text from the clipboard, planned like a file. */
export async function reviewText(text: string): Promise<void> {
  if (text.trim() === '') {
    notify({ kind: 'failed', text: t('import.clipboardEmpty') });
    return;
  }
  const time = formatTime(new Date().toISOString()).replaceAll(/[/\\:*?"<>|.]/g, '-');
  const name = t('import.pasted', { time });
  await review(
    t('import.reading'),
    async () => ({
      plan: await call('imports.planText', { text, name }),
      given: null,
    }),
    null,
  );
}

/** Where the page may not read the clipboard, the user's own pasting can. */
export async function reviewClipboard(): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    const keys = formatKey(parseKey('Mod+V'), isMac);
    notify({ kind: 'failed', text: t('import.clipboardDenied', { keys }) });
    return;
  }
  await reviewText(text);
}

interface Planned {
  plan: ImportPlan;
  given: GivenPaths | null;
}

async function planPaths(paths: string[], jobId: string): Promise<Planned> {
  const given = { paths, encodings: {}, comments: false };
  return { plan: await call('imports.plan', { ...given, jobId }), given };
}

/** `cancel`: null where the core isn't told the id of the job. */
async function review(
  label: string,
  plan: (jobId: string) => Promise<Planned>,
  cancel: ((jobId: string) => void) | null = cancelImport,
): Promise<void> {
  const id = `plan-${crypto.randomUUID()}`;
  try {
    const found = await track({
      id,
      label,
      ...(cancel === null ? {} : { cancel: () => cancel(id) }),
      run: () => plan(id),
      describe: ({ plan: { sources } }) =>
        t('count.articles', { count: sources.flatMap(({ articles }) => articles).length }),
    });
    openScreen({ name: 'review', ...found });
  } catch (error) {
    if (!isCancelled(error)) notifyFailure(error);
  }
}

export async function commitPlan(plan: ImportPlan, leaveOut: readonly string[]): Promise<void> {
  const before = useView.getState();
  try {
    const result = await track({
      id: plan.id,
      label: t('import.importing'),
      cancel: () => cancelImport(plan.id),
      run: () => call('imports.commit', { planId: plan.id, leaveOut: [...leaveOut] }),
      describe: outcomeOf,
    });
    notify({ kind: result.failed > 0 ? 'failed' : 'done', text: outcomeOf(result) });
    // Whoever went on to something else meanwhile stays there.
    const now = useView.getState();
    const hasStayed = (['screen', 'list', 'query', 'articleId'] as const).every(
      (key) => now[key] === before[key],
    );
    if (result.added > 0 && hasStayed) showPlace('library');
  } catch (error) {
    if (!isCancelled(error)) throw error;
  }
}

export function cancelImport(jobId: string): void {
  call('imports.cancel', { jobId }).catch(notifyFailure);
}

function outcomeOf(result: MethodOutput<'imports.commit'>): string {
  const parts = [
    result.added > 0 ? t('import.added', { count: result.added }) : '',
    result.updated > 0 ? t('import.updated', { count: result.updated }) : '',
    result.unchanged > 0 ? t('import.alreadyHere', { count: result.unchanged }) : '',
    result.failed > 0 ? t('import.failed', { count: result.failed }) : '',
  ].filter(Boolean);
  return translator().list(parts) || t('import.nothingNew');
}
