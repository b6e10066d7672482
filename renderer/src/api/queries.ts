/** Server state: every query of the renderer with its key. `stale-after.ts` says what makes them stale. */
import { QueryClient, queryOptions, keepPreviousData } from '@tanstack/react-query';
import type { MethodInput, MethodOutput } from '../../../main/shared/contract.ts';
import type { Revision } from '../../../main/shared/revisions.ts';
import { call } from './client.ts';
import { withUnwritten } from './unwritten-settings.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

export type ListParams = Omit<MethodInput<'articles.list'>, 'offset' | 'limit'>;

/** The list is fetched in chunks of this many articles as they scroll into view. */
export const LIST_CHUNK = 200;

/** What belongs to one article is kept for this many milliseconds after it was closed. */
const OPENED = 10_000;
/** So are the lines of a file under review. */
export const PLAN_LINES_CHUNK = 400;

export const queries = {
  overview: () =>
    queryOptions({ queryKey: ['overview'], queryFn: () => call('library.overview', {}) }),
  /** Reads the whole library: only when asked. */
  verification: () =>
    queryOptions({
      queryKey: ['verification'],
      queryFn: () => call('library.verify', {}),
      enabled: false,
      gcTime: 0,
    }),
  list: (params: ListParams, chunk: number) =>
    queryOptions({
      queryKey: ['articles', 'list', params, chunk],
      queryFn: () =>
        call('articles.list', { ...params, offset: chunk * LIST_CHUNK, limit: LIST_CHUNK }),
      placeholderData: keepPreviousData,
    }),
  article: (id: string) =>
    queryOptions({
      queryKey: ['articles', 'one', id],
      queryFn: () => call('articles.get', { id }),
      gcTime: OPENED,
    }),
  named: (ids: string[]) =>
    queryOptions({
      queryKey: ['articles', 'named', ids],
      queryFn: () => call('articles.named', { ids }),
      placeholderData: keepPreviousData,
      gcTime: OPENED,
    }),
  byUrl: (url: string) =>
    queryOptions({
      queryKey: ['articles', 'url', url],
      queryFn: () => call('articles.byUrl', { url }),
      gcTime: OPENED,
    }),
  family: (id: string) =>
    queryOptions({
      queryKey: ['articles', 'family', id],
      queryFn: () => call('articles.family', { id }),
      gcTime: OPENED,
    }),
  versions: (id: string) =>
    queryOptions({
      queryKey: ['articles', 'versions', id],
      queryFn: () => call('articles.versions', { id }),
    }),
  similar: (id: string) =>
    queryOptions({
      queryKey: ['articles', 'similar', id],
      queryFn: () => call('articles.similar', { id }),
    }),
  compared: (id: string, before: number, after: number) =>
    queryOptions({
      queryKey: ['articles', 'compared', id, before, after],
      queryFn: () => call('articles.compare', { id, before, after }),
    }),
  sourceLines: (id: string, startLine: number, endLine: number) =>
    queryOptions({
      queryKey: ['source-lines', id, startLine, endLine],
      queryFn: () => call('sources.lines', { id, startLine, endLine }),
    }),
  planLines: (planId: string, source: number, chunk: number) =>
    queryOptions({
      queryKey: ['plan-lines', planId, source, chunk],
      queryFn: () =>
        call('imports.lines', {
          planId,
          source,
          startLine: chunk * PLAN_LINES_CHUNK + 1,
          endLine: (chunk + 1) * PLAN_LINES_CHUNK,
        }),
      gcTime: 60_000,
    }),
  annotations: (articleId: string) =>
    queryOptions({
      queryKey: ['annotations', articleId],
      queryFn: () => call('annotations.list', { articleId }),
      gcTime: OPENED,
    }),
  collections: () =>
    queryOptions({ queryKey: ['collections'], queryFn: () => call('collections.list', {}) }),
  smartLists: () =>
    queryOptions({ queryKey: ['smart-lists'], queryFn: () => call('smartLists.list', {}) }),
  review: () =>
    queryOptions({
      queryKey: ['review'],
      queryFn: () => call('annotations.review', {}),
      placeholderData: keepPreviousData,
    }),
  tags: () => queryOptions({ queryKey: ['tags'], queryFn: () => call('tags.list', {}) }),
  search: (query: string) =>
    queryOptions({
      queryKey: ['search', query],
      queryFn: () => call('search.query', { query, limit: 100, asYouType: true }),
      placeholderData: keepPreviousData,
      gcTime: 30_000,
    }),
  matches: (articleId: string, terms: string[]) =>
    queryOptions({
      queryKey: ['matches', articleId, terms],
      queryFn: () => call('search.matches', { articleId, terms }),
    }),
  exportPreview: (target: MethodInput<'export.preview'>) =>
    queryOptions({
      queryKey: ['export', target],
      queryFn: () => call('export.preview', target),
      staleTime: 0,
      placeholderData: keepPreviousData,
      enabled: target.out !== '',
    }),
  together: () =>
    queryOptions({ queryKey: ['notes', 'together'], queryFn: () => call('tags.together', {}) }),
  notes: (wanted: MethodInput<'notes.list'> & { limit: number }) =>
    queryOptions({
      queryKey: ['notes', 'list', wanted],
      queryFn: () => notesInParts(wanted),
      // To compare ten thousand with those before would take longer than to show the few in sight.
      structuralSharing: false,
      placeholderData: keepPreviousData,
    }),
  /** Where the words of a passage are from. */
  provenance: (id: string) =>
    queryOptions({
      queryKey: ['notes', 'provenance', id],
      queryFn: () => call('notes.provenance', { id }),
      gcTime: OPENED,
    }),
  noteLinks: (links: MethodInput<'notes.resolve'>['links']) =>
    queryOptions({
      queryKey: ['notes', 'links', links],
      queryFn: () => call('notes.resolve', { links }),
      placeholderData: keepPreviousData,
    }),
  /** Articles whose titles or first lines have these words. */
  titled: (words: string, limit: number) =>
    queryOptions({
      queryKey: ['articles', 'list', 'titled', words, limit],
      queryFn: () => call('articles.list', { ...(words === '' ? {} : { words }), limit }),
      placeholderData: keepPreviousData,
    }),
  templates: () =>
    queryOptions({ queryKey: ['templates'], queryFn: () => call('templates.list', {}) }),
  rules: () => queryOptions({ queryKey: ['rules'], queryFn: () => call('rules.list', {}) }),
  /** Of a source as these revisions left it. */
  ruleSuggestions: (planId: string, source: number, revisions: readonly Revision[]) =>
    queryOptions({
      queryKey: ['rule-suggestions', planId, source, revisions],
      queryFn: () => call('rules.suggest', { planId, source }),
      gcTime: OPENED,
    }),
  settings: () =>
    queryOptions({
      queryKey: ['settings'],
      queryFn: () => call('settings.get', {}).then(withUnwritten),
    }),
  desktop: () => queryOptions({ queryKey: ['desktop'], queryFn: () => call('desktop.info', {}) }),
};

/** As many at once as can be read without the page standing still. */
const NOTES_AT_ONCE = 1000;

async function notesInParts(
  wanted: MethodInput<'notes.list'> & { limit: number },
): Promise<MethodOutput<'notes.list'>> {
  const ask = (offset: number) => {
    const limit = Math.min(NOTES_AT_ONCE, wanted.limit - offset);
    return call('notes.list', { ...wanted, offset, limit });
  };
  const first = await ask(0);
  const notes = new Map(first.notes.map((note) => [note.annotation.id, note]));
  const most = Math.min(first.total, wanted.limit);
  for (let offset = NOTES_AT_ONCE; offset < most; offset += NOTES_AT_ONCE) {
    for (const note of (await ask(offset)).notes) notes.set(note.annotation.id, note);
  }
  return { ...first, notes: [...notes.values()] };
}
