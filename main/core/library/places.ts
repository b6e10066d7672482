/** The places of the library: which articles stand where. Parts of another article stand in its text. */
import type { Article } from '../../shared/entities.ts';
import { PLACES, type Place } from '../../shared/lists.ts';
import type { FactsByArticle } from '../annotations/facts.ts';

export interface Around {
  get(id: string): Article | undefined;
  facts: FactsByArticle;
}

/** In the trash also a part whose whole is not in it, or it could not be restored. */
export function standsIn(place: Place, article: Article, around: Around): boolean {
  const { parentId, trashed } = article;
  if (place === 'trash') {
    return trashed !== null && (parentId === null || around.get(parentId)?.trashed == null);
  }
  return trashed === null && parentId === null && belongsTo(place, article, around);
}

function belongsTo(
  place: Exclude<Place, 'trash'>,
  { id, state, truncated }: Article,
  { facts }: Around,
): boolean {
  if (place === 'library') return true;
  if (place === 'teasers') return truncated;
  if (place === 'orphans') return (facts.get(id)?.orphans ?? 0) > 0;
  return state === place;
}

/** How many articles stand in each place, and of each source in the library. */
export function countPlaces(
  articles: Iterable<Article>,
  around: Around,
): { places: Record<Place, number>; bySource: Map<string, number> } {
  const places: Record<Place, number> = {
    library: 0,
    inbox: 0,
    reading: 0,
    read: 0,
    teasers: 0,
    orphans: 0,
    trash: 0,
  };
  const bySource = new Map<string, number>();
  for (const article of articles) {
    for (const place of PLACES) if (standsIn(place, article, around)) places[place] += 1;
    if (article.trashed !== null || article.parentId !== null) continue;
    bySource.set(article.sourceId, (bySource.get(article.sourceId) ?? 0) + 1);
  }
  return { places, bySource };
}
