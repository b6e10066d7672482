import type { DraftSource } from './draft.ts';

/** The source without what was left out; reprints go with their parents. */
export function chosenOf(
  { head, articles }: DraftSource,
  leaveOut: ReadonlySet<string>,
): DraftSource {
  const kept = articles.filter(
    ({ id, parentId }) => !leaveOut.has(id) && (parentId === null || !leaveOut.has(parentId)),
  );
  const places = new Map(kept.map(({ id }, at) => [id, at]));
  return {
    head,
    articles: kept.map((article) => ({
      ...article,
      parent: article.parentId === null ? null : (places.get(article.parentId) ?? null),
    })),
  };
}
