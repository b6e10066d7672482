/** Articles and the parts of them that are articles of their own. */
import type { Article } from '../../shared/entities.ts';

/** Each with all that lies under it, at any depth. */
export function withParts(
  articles: readonly Article[],
  partsOf: (parentId: string) => readonly Article[],
): Article[] {
  const family = new Map(articles.map((article) => [article.id, article]));
  // A map goes on to what is put in on the way.
  for (const id of family.keys()) {
    for (const part of partsOf(id)) if (!family.has(part.id)) family.set(part.id, part);
  }
  return [...family.values()];
}
