import type { Problem } from '../../../../main/shared/contract.ts';
import { failureReport } from '../../../../main/shared/failure-report.ts';
import { call } from '../../api/client.ts';
import { queries, queryClient } from '../../api/queries.ts';
import { notify } from '../../state/view.ts';
import { t } from '../../text.ts';

/** Saves the list of what couldn't be read: where the user says, or as the browser does downloads. */
export async function saveReport(failures: readonly Problem[]): Promise<void> {
  const [name, text] = [t('review.reportName'), failureReport(failures)];
  const { dialogs } = await queryClient.ensureQueryData(queries.desktop());
  if (!dialogs) return download(name, text);
  const { path } = await call('desktop.saveText', { name, text });
  if (path !== null) notify({ kind: 'done', text: t('review.reportSaved', { path }) });
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
