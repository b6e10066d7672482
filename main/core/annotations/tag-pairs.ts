import type { Annotation } from '../../shared/entities.ts';

interface TagPair {
  tagId: string;
  otherId: string;
  annotations: number;
}

/** How many passages have both tags; the most frequent first, each pair once. */
export function countPairs(annotations: readonly Pick<Annotation, 'tags'>[]): TagPair[] {
  const counts = new Map<string, TagPair>();
  for (const { tags } of annotations) {
    const sorted = [...new Set(tags)].sort();
    for (const [index, tagId] of sorted.entries()) {
      for (const otherId of sorted.slice(index + 1)) {
        const key = `${tagId} ${otherId}`;
        const pair = counts.get(key) ?? { tagId, otherId, annotations: 0 };
        pair.annotations += 1;
        counts.set(key, pair);
      }
    }
  }
  return [...counts.values()].sort(
    (a, b) => b.annotations - a.annotations || (a.tagId + a.otherId < b.tagId + b.otherId ? -1 : 1),
  );
}
