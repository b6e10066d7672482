import { useQueries, useQuery } from '@tanstack/react-query';
import type { MethodOutput } from '../../../../main/shared/contract.ts';
import type { Article } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { LIST_CHUNK, queries, queryClient, type ListParams } from '../../api/queries.ts';

type Listed = MethodOutput<'articles.list'>;
export type ListedArticle = Listed['articles'][number];

export interface ListData {
  /** Undefined while its chunk is on the way. */
  at: (index: number) => ListedArticle | undefined;
  error: Error | null;
}

/** What is known of a list as a whole: of the one before it until the first part of it is there. */
export function useKnownList(
  params: ListParams,
): Pick<Listed, 'total' | 'parts' | 'groups'> | null {
  return useQuery(queries.list(params, 0)).data ?? null;
}

/** The articles of a list from `first` to `last`, fetched in chunks. */
export function useListData(params: ListParams, first: number, last: number): ListData {
  const from = Math.floor(first / LIST_CHUNK);
  const to = Math.max(from, Math.floor(last / LIST_CHUNK));
  const chunks = useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, index) =>
      queries.list(params, from + index),
    ),
  });
  return {
    at: (index) => {
      const chunk = chunks[Math.floor(index / LIST_CHUNK) - from];
      return chunk?.isPlaceholderData === false
        ? chunk.data?.articles[index % LIST_CHUNK]
        : undefined;
    },
    error: chunks.find(({ error }) => error !== null)?.error ?? null,
  };
}

/** The list as a whole, without waiting where it was fetched: a key may come before its first row. */
export async function fetchWhole(params: ListParams): Promise<Pick<Listed, 'total'>> {
  const first = queries.list(params, 0);
  return queryClient.getQueryData(first.queryKey) ?? (await queryClient.fetchQuery(first));
}

/** One article by its place in the list as it is shown, without waiting where that was fetched. */
export async function fetchListed(
  params: ListParams,
  index: number,
): Promise<ListedArticle | undefined> {
  const chunk = queries.list(params, Math.floor(index / LIST_CHUNK));
  const known = queryClient.getQueryData(chunk.queryKey);
  const { articles } = known ?? (await queryClient.fetchQuery(chunk));
  return articles[index % LIST_CHUNK];
}

/** The ids from one place of the list on, without waiting where they were fetched already. */
export async function idsInRange(
  params: ListParams,
  offset: number,
  limit: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let index = offset; index < offset + limit; index += 1) {
    const chunk = queries.list(params, Math.floor(index / LIST_CHUNK)).queryKey;
    const article = queryClient.getQueryData(chunk)?.articles[index % LIST_CHUNK];
    if (article === undefined)
      return (await call('articles.ids', { ...params, offset, limit })).ids;
    ids.push(article.id);
  }
  return ids;
}

/** Where an article stands among the chunks that were fetched; -1 if it isn't in them. */
export function listedIndexOf(params: ListParams, id: string | null): number {
  if (id === null) return -1;
  const fetched = queryClient.getQueriesData<{ articles: Article[] }>({
    queryKey: ['articles', 'list', params],
  });
  for (const [key, data] of fetched) {
    const at = data?.articles.findIndex((article) => article.id === id) ?? -1;
    const chunk = key[3];
    if (at !== -1 && typeof chunk === 'number') return chunk * LIST_CHUNK + at;
  }
  return -1;
}

/** Those of these articles that were fetched with some list or were opened. */
export function knownArticles(ids: readonly string[]): Article[] {
  const wanted = new Set(ids);
  const known = new Map<string, Article>();
  const lists = queryClient.getQueriesData<{ articles: Article[] }>({
    queryKey: ['articles', 'list'],
  });
  for (const [, data] of lists) {
    for (const article of data?.articles ?? []) {
      if (wanted.has(article.id)) known.set(article.id, article);
    }
  }
  for (const id of ids) {
    const article = queryClient.getQueryData(queries.article(id).queryKey)?.article;
    if (article !== undefined) known.set(id, article);
  }
  return [...known.values()];
}
