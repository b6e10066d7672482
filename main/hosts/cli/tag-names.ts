import type { Command } from 'commander';
import type { App } from '../../core/app.ts';

/** Ids of tags mean nothing at the command line: entities are printed with their names. */
export async function readTagNames(
  app: App,
): Promise<<T extends { tags: string[] }>(entity: T) => T> {
  const { tags } = await app.call('tags.list', {});
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  return (entity) => ({ ...entity, tags: entity.tags.map((id) => names.get(id) ?? id) });
}

/** Their ids, case folded; a name that no tag has is wrong usage. */
export async function tagsNamed(
  app: App,
  names: readonly string[],
  command: Command,
): Promise<string[]> {
  const { tags } = await app.call('tags.list', {});
  const fold = (name: string) => name.trim().toLowerCase();
  const ids = new Map(tags.map(({ id, name }) => [fold(name), id]));
  return names.map(
    (name) => ids.get(fold(name)) ?? command.error(`error: no tag is called “${name}”`),
  );
}
