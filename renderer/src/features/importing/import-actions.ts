import type { ImportPlan } from '../../../../main/shared/contract.ts';
import { call } from '../../api/client.ts';
import { transport, type DroppedFile } from '../../api/transport.ts';
import {
  dismissNotice,
  notify,
  notifyFailure,
  openScreen,
  showPlace,
  type GivenPaths,
} from '../../state/view.ts';
import { formatKey, parseKey } from '../../../../main/shared/keys.ts';
import { isMac } from '../../commands/keymap.ts';
import { t, translator } from '../../text.ts';
import { formatTime } from '../../ui/dates.ts';

/** Plans an import of what was chosen or dropped; the review follows. Nothing is written yet. */
export async function planFiles(files: readonly DroppedFile[]): Promise<void> {
  if (files.length === 0) return;
  await review(t('import.reading'), async () => planPaths(await transport.pathsOf(files)));
}

export async function reviewPaths(paths: string[]): Promise<void> {
  if (paths.length > 0) await review(t('import.reading'), () => planPaths(paths));
}

export async function reviewSample(): Promise<void> {
  await review(t('import.readingSample'), async () => ({
    plan: await call('imports.planSample', {}),
    given: null,
  }));
}

/** Text from the clipboard, planned like a file. */
export async function reviewText(text: string): Promise<void> {
  if (text.trim() === '') {
    notify({ kind: 'failed', text: t('import.clipboardEmpty') });
    return;
  }
  const time = formatTime(new Date().toISOString()).replaceAll(/[/\\:*?"<>|.]/g, '-');
  const name = t('import.pasted', { time });
  await review(t('import.reading'), async () => ({
    plan: await call('imports.planText', { text, name }),
    given: null,
  }));
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

async function planPaths(paths: string[]): Promise<Planned> {
  const given = { paths, encodings: {} };
  return { plan: await call('imports.plan', given), given };
}

async function review(text: string, plan: () => Promise<Planned>): Promise<void> {
  const working = notify({ kind: 'working', text });
  try {
    openScreen({ name: 'review', ...(await plan()) });
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
