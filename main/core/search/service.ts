/**
 * Keeps the search index in step with the library and answers searches with what the reader needs
 * to show them. The index is opened when it is first needed: at once by a process that writes the
 * library, at the first search by one that reads.
 *
 * Invariant: a document's revision says all that its text is made of; whatever the index holds
 * under another revision, or not at all, is still to be indexed.
 */
import type { SearchHit as ShownHit } from '../../shared/contract.ts';
import type { TextRange } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import type { EventMessage } from '../../shared/events.ts';
import type { Core } from '../core.ts';
import type { Library } from '../library/library.ts';
import type { ReadingTexts } from '../library/reading-texts.ts';
import type { Ports } from '../ports.ts';
import { createIndexFeed, type IndexFeed } from './index-feed.ts';
import { openLibraryIndex, type LibraryIndex } from './library-index.ts';
import { BadQueryError, type SearchHit, type SearchResults } from './search-index.ts';
import { matchRanges, snippetsOf } from './snippets.ts';

export interface SearchQuery {
  query: string;
  limit: number;
  offset: number;
  asYouType: boolean;
}

export interface SearchAnswer {
  total: number;
  /** Articles that are not indexed yet. */
  pending: number;
  hits: ShownHit[];
}

export interface SearchService {
  /** @throws LecternError bad_query with {start, end} in UTF-16 code units of the query */
  query(query: SearchQuery): Promise<SearchAnswer>;
  /** The ids of all articles that a query finds. @throws LecternError bad_query */
  find(query: string): Promise<ReadonlySet<string>>;
  /** Another number whenever a query may find others. */
  readonly revision: number;
  /** Where a hit's terms stand in an article's reading text. */
  matches(articleId: string, terms: readonly string[]): Promise<TextRange[]>;
  /** The texts, notes or tags of these articles are not what they were; `all`: of any of them. */
  changed(ids: readonly string[] | 'all'): void;
  /** Finishes what is being written; what waits is found again at the next start. */
  close(): Promise<void>;
}

/** How long a search waits for an index that is being brought in step. */
const PATIENCE_MS = 1500;

/** More than any library holds. */
const ALL = 10_000_000;
/** Queries whose articles are kept until the index changes. */
const MOST_FOUND = 32;

export async function openSearchService(
  ports: Ports,
  library: Library,
  texts: ReadingTexts,
  emit: Core['emit'],
): Promise<SearchService> {
  let opening: Promise<Opened> | null = null;
  let revision = 0;
  const found = new Map<string, Promise<ReadonlySet<string>>>();

  function indexed(pending: number): void {
    revision += 1;
    found.clear();
    emit('search.indexed', { pending });
  }

  function open(): Promise<Opened> {
    opening ??= openIndexAndFeed(ports, library, indexed).catch((error: unknown) => {
      // The next search tries again.
      opening = null;
      throw error;
    });
    return opening;
  }

  async function findAll(query: string): Promise<ReadonlySet<string>> {
    const { index, feed } = await open();
    await feed.settled(PATIENCE_MS);
    // As it is typed in the box, so that a saved search keeps what it showed.
    const request = { query, limit: ALL, offset: 0, asYouType: true };
    const { hits } = await ask(index, request);
    return new Set(hits.map(({ articleId }) => articleId));
  }

  if (!library.readOnly) {
    open().catch((error: unknown) => ports.log.warn(`Search can't be opened: ${String(error)}`));
  }

  return {
    async query(request) {
      const { index, feed } = await open();
      await feed.settled(PATIENCE_MS);
      if (request.query.trim() === '') return { total: 0, pending: feed.pending, hits: [] };
      const { total, hits } = await ask(index, request).catch((error: unknown) => {
        // The worker may be gone; the next search opens the index anew.
        if (!(error instanceof LecternError)) opening = null;
        throw error;
      });
      const shown = await Promise.all(hits.map((hit) => showHit(library, texts, hit)));
      return { total, pending: feed.pending, hits: shown.filter((hit) => hit !== null) };
    },
    get revision() {
      return revision;
    },
    find(query) {
      const known = found.get(query);
      if (known !== undefined) return known;
      const finding = findAll(query);
      found.set(query, finding);
      finding.catch(() => found.delete(query));
      const [oldest] = found.keys();
      if (found.size > MOST_FOUND && oldest !== undefined) found.delete(oldest);
      return finding;
    },
    async matches(articleId, terms) {
      return matchRanges(await texts.of(library.articles.require(articleId)), terms);
    },
    changed(ids) {
      if (opening === null) return;
      opening
        .then(({ feed }) => (ids === 'all' ? feed.compareAll() : feed.changed(ids)))
        // Whoever opened it was told.
        .catch(() => {});
    },
    async close() {
      if (opening === null) return;
      const opened = await opening.catch(() => null);
      await opened?.feed.stop();
      await opened?.index.close();
    },
  };
}

interface Opened {
  index: LibraryIndex;
  feed: IndexFeed;
}

async function openIndexAndFeed(
  ports: Ports,
  library: Library,
  onPending: (pending: number) => void,
): Promise<Opened> {
  const index = await openLibraryIndex(library, () => ports.spawn('search'));
  const feed = createIndexFeed({
    index,
    library,
    log: ports.log,
    onPending,
  });
  feed.compareAll();
  return { index, feed };
}

async function ask(index: LibraryIndex, request: SearchQuery): Promise<SearchResults> {
  const { query, limit, offset, asYouType } = request;
  try {
    return await index.query({ text: query, limit, offset, asYouType });
  } catch (error) {
    if (!(error instanceof BadQueryError)) throw error;
    const { start, end } = error;
    throw new LecternError('bad_query', error.phrase, { start, end });
  }
}

/** Null for an article that went away while the index still held it. */
async function showHit(
  library: Library,
  texts: ReadingTexts,
  hit: SearchHit,
): Promise<ShownHit | null> {
  const article = library.articles.get(hit.articleId);
  if (article === undefined || article.trashed !== null) return null;
  // An article whose file is damaged is found all the same, and shown by its title.
  const text = await texts.of(article).catch(() => '');
  return {
    articleId: article.id,
    title: article.title,
    titleRanges: matchRanges(article.title, hit.terms),
    score: hit.score,
    snippets: snippetsOf(text, hit.terms),
    terms: hit.terms,
  };
}

/** Tells the service what an event of the core means for the index. */
export function followEvents(search: Pick<SearchService, 'changed'>) {
  return (event: EventMessage): void => {
    if (event.name === 'articles.changed') search.changed(event.payload.ids);
    else if (event.name === 'annotations.changed') search.changed([event.payload.articleId]);
    else if (event.name === 'tags.changed') search.changed('all');
  };
}
