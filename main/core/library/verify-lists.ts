import type { CatalogueData } from './catalogue-data.ts';
import { catalogueFolder } from './library-paths.ts';
import type { Report } from './verify.ts';
import { phrase } from '../../shared/messages/phrase.ts';

/** Collections and smart lists that name what does not exist, or lie inside themselves. */
export function verifyLists(
  folder: string,
  { collections, smartLists, sources }: Readonly<CatalogueData>,
  tagIds: ReadonlySet<string>,
  report: Report,
): void {
  const path = catalogueFolder(folder);
  for (const { id, parentId } of collections.values()) {
    if (parentId !== null && !collections.has(parentId)) {
      report(path, phrase('damage.collectionParent', { id, parentId }));
    }
    if (isInside(id, collections)) report(path, phrase('damage.collectionInItself', { id }));
  }
  for (const { id, conditions } of smartLists.values()) {
    const { sourceId, tagId, collectionId } = conditions;
    const missing = [
      sourceId !== undefined && !sources.has(sourceId)
        ? phrase('damage.theSource', { id: sourceId })
        : null,
      tagId !== undefined && !tagIds.has(tagId) ? phrase('damage.theTag', { id: tagId }) : null,
      collectionId !== undefined && !collections.has(collectionId)
        ? phrase('damage.theCollection', { id: collectionId })
        : null,
    ];
    for (const what of missing) {
      if (what !== null) report(path, phrase('damage.smartList', { id, what }));
    }
  }
}

function isInside(id: string, collections: CatalogueData['collections']): boolean {
  const seen = new Set<string>();
  let above = collections.get(id)?.parentId ?? null;
  while (above !== null && !seen.has(above)) {
    if (above === id) return true;
    seen.add(above);
    above = collections.get(above)?.parentId ?? null;
  }
  return false;
}
