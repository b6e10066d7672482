/** What is done to rules outside of a review; all of it can be undone. */
import type { NewRule, Rule } from '../../../../main/shared/rules.ts';
import { call } from '../../api/client.ts';
import { remember } from '../../state/undo.ts';
import { t } from '../../text.ts';
import { tell } from '../library/bulk-actions.ts';

export async function changeRule(before: Rule, change: Partial<NewRule>): Promise<void> {
  const { id, ...whole } = before;
  const after = await call('rules.update', { id, change });
  const { id: _id, ...next } = after;
  remember({
    label: t('undo.editRule', { name: before.name }),
    undo: () => call('rules.update', { id, change: whole }),
    redo: () => call('rules.update', { id, change: next }),
  });
}

export async function deleteRule({ id, name }: Rule): Promise<void> {
  const rule = await call('rules.delete', { id });
  remember({
    label: t('undo.deleteRule', { name }),
    undo: () => call('rules.restore', { rule }),
    redo: () => call('rules.delete', { id }),
  });
  tell(t('rule.deleted', { name }), true);
}
