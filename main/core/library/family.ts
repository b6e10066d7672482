/** Articles and the parts of them that are articles of their own. */
import type { Article } from '../../shared/entities.ts';

/** Each with all that lies under it, at any depth; parts lie in the source of their whole. */
export function withParts(
  articles: readonly Article[],
  ofSource: (sourceId: string) => readonly Article[],
): Article[] {
  const family = new Map(articles.map((article) => [article.id, article]));
  const sourceIds = new Set(articles.map(({ sourceId }) => sourceId));
  const others = [...sourceIds].flatMap((id) =>
    ofSource(id).filter((one) => one.parentId !== null),
  );
  for (let grown = true; grown;) {
    const parts = others.filter(
      ({ id, parentId }) => parentId !== null && family.has(parentId) && !family.has(id),
    );
    for (const part of parts) family.set(part.id, part);
    grown = parts.length > 0;
  }
  return [...family.values()];
}
