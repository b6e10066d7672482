import type { CatalogueData } from './catalogue-data.ts';
import { catalogueFolder } from './library-paths.ts';
import type { Report } from './verify.ts';

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
      report(path, `the collection ${id} lies in ${parentId}, which does not exist`);
    }
    if (isInside(id, collections)) report(path, `the collection ${id} lies inside itself`);
  }
  for (const { id, conditions } of smartLists.values()) {
    const { sourceId, tagId, collectionId } = conditions;
    const missing = [
      sourceId !== undefined && !sources.has(sourceId) ? `the source ${sourceId}` : null,
      tagId !== undefined && !tagIds.has(tagId) ? `the tag ${tagId}` : null,
      collectionId !== undefined && !collections.has(collectionId)
        ? `the collection ${collectionId}`
        : null,
    ];
    for (const what of missing) {
      if (what !== null)
        report(path, `the smart list ${id} asks for ${what}, which does not exist`);
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
