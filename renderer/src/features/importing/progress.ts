import type { EventPayload } from '../../../../main/shared/events.ts';
import type { Job } from '../../state/activity.ts';
import { t } from '../../text.ts';
import { formatBytes, formatCount } from '../../ui/dates.ts';

/** How far an import is, as the activity list shows it: by bytes, which tell best how long it takes. */
export function importProgress(
  progress: EventPayload<'imports.progressed'>,
): Pick<Job, 'done' | 'total' | 'detail' | 'phase'> {
  const { phase, done, total, bytes, totalBytes } = progress;
  const counted = totalBytes > 0 ? { done: bytes, total: totalBytes } : { done, total };
  return { ...counted, phase, detail: detailOf(progress) };
}

function detailOf({
  phase,
  done,
  total,
  bytes,
  totalBytes,
  path,
}: EventPayload<'imports.progressed'>): string {
  const count = { count: total, done: formatCount(done) };
  if (phase === 'comparing') return t('import.compared', count);
  if (phase === 'writing') return t('import.written', count);
  const size = { done: formatBytes(bytes), total: formatBytes(totalBytes) };
  const parts = [
    total > 1 ? t('import.filesRead', count) : '',
    totalBytes > 0 ? t('import.bytesRead', size) : '',
    path?.split(/[/\\]/).at(-1) ?? '',
  ];
  return parts.filter(Boolean).join(' · ');
}
