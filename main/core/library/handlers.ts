import type { MethodOutput } from '../../shared/contract.ts';
import { PLACES } from '../../shared/contract/articles.ts';
import { visibleAnnotations } from '../annotations/visible.ts';
import type { AreaHandlers, Core } from '../core.ts';
import type { Library } from './library.ts';
import { standsIn } from './places.ts';

type Overview = MethodOutput<'library.overview'>;

export function libraryHandlers({ library }: Core): AreaHandlers<'library'> {
  return {
    'library.overview': async () => {
      const annotations = await visibleAnnotations(library);
      return {
        folder: library.folder,
        readOnly: library.readOnly,
        ...countArticles(library),
        annotations: annotations.length,
        orphans: annotations.filter(({ anchor }) => anchor.method === 'orphan').length,
      };
    },

    'library.verify': async () => {
      const problems = await library.verify();
      return { ok: problems.length === 0, problems };
    },
  };
}

/** Of a source those that the list shows; newest source first. */
function countArticles({ articles, sources }: Library): Pick<Overview, 'places' | 'sources'> {
  const places = { library: 0, inbox: 0, reading: 0, read: 0, teasers: 0, trash: 0 };
  const ofSource = new Map<string, number>();
  const get = (id: string) => articles.get(id);
  for (const article of articles.all()) {
    for (const place of PLACES) if (standsIn(place, article, get)) places[place] += 1;
    if (!standsIn('library', article, get)) continue;
    ofSource.set(article.sourceId, (ofSource.get(article.sourceId) ?? 0) + 1);
  }
  const counted = [...sources.all()].map((source) => ({
    ...source,
    articles: ofSource.get(source.id) ?? 0,
  }));
  return {
    places,
    sources: counted.toSorted((a, b) =>
      a.imported < b.imported ? 1 : a.imported > b.imported ? -1 : 0,
    ),
  };
}
