import type { Annotation } from '../../shared/entities.ts';
import type { Library } from '../library/library.ts';

/** All annotations but those whose article is in the trash. */
export async function visibleAnnotations({
  annotations,
  articles,
}: Library): Promise<Annotation[]> {
  const all = await annotations.all();
  return all.filter(({ articleId }) => articles.get(articleId)?.trashed === null);
}
