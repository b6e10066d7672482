/** What can be done to templates, with its undo. */
import type { MethodInput } from '../../../../main/shared/contract.ts';
import type { Template } from '../../../../main/shared/contract/templates.ts';
import { call } from '../../api/client.ts';
import { queries, queryClient } from '../../api/queries.ts';
import { remember } from '../../state/undo.ts';
import { t } from '../../text.ts';

type Saved = MethodInput<'templates.save'>;

export async function saveTemplate(wanted: Saved, before: Template): Promise<Template> {
  const saved = await put(wanted);
  remember({
    label: t('undo.template', { name: saved.name }),
    undo: () => (wanted.id === undefined ? remove(saved.id) : put(plain(before))),
    redo: () => put(saved),
  });
  return saved;
}

export async function deleteTemplate(template: Template): Promise<void> {
  const { id } = template;
  await remove(id);
  remember({
    label: t('undo.deleteTemplate', { name: template.name }),
    undo: () => put(plain(template)),
    redo: () => remove(id),
  });
}

function plain({ id, name, head, passage, properties, links }: Template): Template {
  return { id, name, head, passage, properties, links };
}

async function put(template: Saved): Promise<Template> {
  const saved = await call('templates.save', template);
  await queryClient.invalidateQueries(queries.templates());
  return saved;
}

async function remove(id: string): Promise<void> {
  await call('templates.delete', { id });
  await queryClient.invalidateQueries(queries.templates());
}
