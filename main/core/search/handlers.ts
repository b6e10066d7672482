import type { AreaHandlers, Core } from '../core.ts';

export function searchHandlers({ search }: Core): AreaHandlers<'search'> {
  return {
    'search.query': (request) => search.query(request),
    'search.matches': async ({ articleId, terms }) => ({
      ranges: await search.matches(articleId, terms),
    }),
  };
}
