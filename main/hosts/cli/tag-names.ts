import type { App } from '../../core/app.ts';

/** Ids of tags mean nothing at the command line: entities are printed with their names. */
export async function readTagNames(
  app: App,
): Promise<<T extends { tags: string[] }>(entity: T) => T> {
  const { tags } = await app.call('tags.list', {});
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  return (entity) => ({ ...entity, tags: entity.tags.map((id) => names.get(id) ?? id) });
}
