import type { PlannedArticle } from '../../../../main/shared/contract.ts';
import { t } from '../../text.ts';

/** What the import will do with an article, in words; null for one that is simply new. */
export function outcomeWords({
  outcome,
  update,
}: Pick<PlannedArticle, 'outcome' | 'update'>): string | null {
  if (outcome === 'add') return null;
  if (update === null) return t('import.present');
  const count = update.words;
  if (update.here) return t('import.otherText', { count });
  if (update.kind === 'completed') return t('import.completes', { count });
  return count === 0 ? t('import.marksChanged') : t('import.changed', { count });
}
