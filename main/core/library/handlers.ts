import type { MethodOutput } from '../../shared/contract.ts';
import type { AreaHandlers, Core } from '../core.ts';
import type { Library } from './library.ts';
import { countPlaces, type Around } from './places.ts';

type Overview = MethodOutput<'library.overview'>;

export function libraryHandlers({ library, listing }: Core): AreaHandlers<'library'> {
  return {
    'library.overview': async () => {
      const around = await listing.surroundings();
      return {
        folder: library.folder,
        readOnly: library.readOnly,
        ...countArticles(library, around),
        ...countAnnotations(library, around),
      };
    },

    'library.verify': async () => {
      const problems = await library.verify();
      return { ok: problems.length === 0, problems };
    },
  };
}

/** Of a source those that the list shows; newest source first. */
function countArticles(
  { articles, sources }: Library,
  around: Around,
): Pick<Overview, 'places' | 'sources'> {
  const { places, bySource } = countPlaces(articles.all(), around);
  const counted = [...sources.all()].map((source) => ({
    ...source,
    articles: bySource.get(source.id) ?? 0,
  }));
  return {
    places,
    sources: counted.toSorted((a, b) =>
      a.imported < b.imported ? 1 : a.imported > b.imported ? -1 : 0,
    ),
  };
}

/** What is in the trash doesn't count. */
function countAnnotations(
  { articles }: Library,
  { facts }: Around,
): Pick<Overview, 'annotations' | 'orphans' | 'toReview'> {
  const counts = { annotations: 0, orphans: 0, toReview: 0 };
  for (const [id, { total, orphans, toReview }] of facts) {
    if (articles.get(id)?.trashed !== null) continue;
    counts.annotations += total;
    counts.orphans += orphans;
    counts.toReview += toReview;
  }
  return counts;
}
