/** The places of the library: which articles stand where. Parts of another article stand in its text. */
import type { PLACES } from '../../shared/contract/articles.ts';
import type { Article } from '../../shared/entities.ts';

export type Place = (typeof PLACES)[number];

type Lookup = (id: string) => Article | undefined;

/** In the trash also a part whose whole is not in it, or it could not be restored. */
export function standsIn(place: Place, article: Article, get: Lookup): boolean {
  const { parentId, trashed } = article;
  if (place === 'trash') {
    return trashed !== null && (parentId === null || get(parentId)?.trashed == null);
  }
  return trashed === null && parentId === null && belongsTo(place, article);
}

function belongsTo(place: Exclude<Place, 'trash'>, { state, truncated }: Article): boolean {
  if (place === 'library') return true;
  return place === 'teasers' ? truncated : state === place;
}
