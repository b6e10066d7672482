import type { SearchDocument } from '../../../main/core/search/search-index.ts';

/** A document in which only what matters to the test is given. */
export function documentWith(id: string, given: Partial<SearchDocument>): SearchDocument {
  return { id, rev: '1', title: '', body: '', notes: '', tags: '', ...given };
}
