import type { Command } from 'commander';
import type { App } from '../../core/app.ts';

/** A name that no template has is wrong usage. */
export async function templateNamed(app: App, given: string, command: Command): Promise<string> {
  const { templates } = await app.call('templates.list', {});
  const fold = (name: string) => name.trim().toLowerCase();
  const found =
    templates.find(({ id }) => id === given) ??
    templates.find(({ name }) => fold(name) === fold(given));
  if (found !== undefined) return found.id;
  const names = templates.map(({ name }) => name);
  return command.error(`error: no template is called “${given}”; there are ${names.join(', ')}`);
}
