/** Which events of the core make which queries stale. */
import type { MethodOutput } from '../../../main/shared/contract.ts';
import type { BriefArticle } from '../../../main/shared/contract/articles.ts';
import type { EventMessage, EventPayload } from '../../../main/shared/events.ts';
import { makeStale } from './make-stale.ts';
import { queries, queryClient } from './queries.ts';

const STALE_AFTER: Partial<Record<EventMessage['name'], string[][]>> = {
  'articles.changed': [
    ['articles'],
    ['overview'],
    ['tags'],
    ['annotations'],
    ['review'],
    ['collections'],
    ['smart-lists'],
    ['notes'],
  ],
  'articles.marked': [
    ['articles'],
    ['overview'],
    ['collections'],
    ['smart-lists'],
    ['notes'],
    ['export'],
  ],
  'articles.compared': [['articles']],
  'annotations.changed': [
    ['overview'],
    ['tags'],
    ['export'],
    ['review'],
    ['articles', 'list'],
    ['smart-lists'],
    ['notes'],
  ],
  'tags.changed': [['tags'], ['annotations'], ['articles'], ['smart-lists'], ['notes']],
  'collections.changed': [['collections'], ['articles', 'list'], ['smart-lists']],
  'smartLists.changed': [['smart-lists']],
  'rules.changed': [['rules']],
  'settings.changed': [['settings']],
  'search.indexed': [['search'], ['matches']],
};

export function invalidateAfter(event: EventMessage): void {
  for (const queryKey of STALE_AFTER[event.name] ?? []) makeStale(queryClient, { queryKey });
  if (event.name === 'annotations.changed') {
    makeStale(queryClient, { queryKey: ['annotations', event.payload.articleId] });
  }
  if (event.name === 'articles.positioned') showPosition(event.payload);
  if (event.name === 'search.indexed') refreshFound();
}

/** Lists that ask for words of the text. */
function refreshFound(): void {
  makeStale(queryClient, {
    queryKey: ['articles', 'list'],
    predicate: ({ queryKey: [, , params] }) =>
      typeof params === 'object' &&
      params !== null &&
      'query' in params &&
      params.query !== undefined,
  });
  const smart = queryClient.getQueryData(queries.smartLists().queryKey)?.smartLists ?? [];
  if (smart.some(({ conditions }) => conditions.query !== undefined)) {
    makeStale(queryClient, { queryKey: ['smart-lists'] });
  }
}

/** Nothing is asked again: whoever reads would ask all the time. */
function showPosition({ id, position }: EventPayload<'articles.positioned'>): void {
  const moved = <A extends BriefArticle>(article: A): A =>
    article.id === id ? { ...article, position } : article;
  queryClient.setQueryData(queries.article(id).queryKey, (known) =>
    known === undefined ? known : { ...known, article: moved(known.article) },
  );
  queryClient.setQueriesData<MethodOutput<'articles.list'>>(
    { queryKey: ['articles', 'list'] },
    (known) =>
      known?.articles.some((article) => article.id === id) === true
        ? { ...known, articles: known.articles.map((article) => moved(article)) }
        : known,
  );
}
