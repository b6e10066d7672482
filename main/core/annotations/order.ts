import type { Annotation } from '../../shared/entities.ts';
import type { Library } from '../library/library.ts';

/** By article, the newest import first, and in the article by place. */
export function inReadingOrder(
  { articles }: Library,
  annotations: readonly Annotation[],
): Annotation[] {
  const rank = new Map(articles.sorted('added', true).map(({ id }, index) => [id, index]));
  const rankOf = ({ articleId }: Annotation) => rank.get(articleId) ?? rank.size;
  return byPlace(annotations).sort((a, b) => rankOf(a) - rankOf(b));
}

/** An orphan stands where its passage was. */
export function byPlace(annotations: readonly Annotation[]): Annotation[] {
  const placeOf = ({ anchor, target }: Annotation) => anchor.range ?? target.position;
  return annotations.toSorted((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)];
    return left.start - right.start || left.end - right.end || (a.id < b.id ? -1 : 1);
  });
}
