/** What is chosen in the codebook: kept while one looks at a passage and comes back. */
import { create } from 'zustand';
import type { NOTE_SORTS } from '../../../../main/shared/contract/notes.ts';

interface CodebookView {
  tagId: string | null;
  /** Tags whose children are hidden. */
  closed: ReadonlySet<string>;
  view: 'passages' | 'together';
  /** With what lies under the tag. */
  below: boolean;
  /** Passages that have all of these as well. */
  otherTagIds: readonly string[];
  sourceId: string | null;
  from: string;
  to: string;
  sort: (typeof NOTE_SORTS)[number];
  descending: boolean;
  /** The passage that the codebook was left for. */
  leftFor: string | null;
}

const NO_FILTERS = { otherTagIds: [], sourceId: null, from: '', to: '' } as const;

export const useCodebook = create<CodebookView>()(() => ({
  tagId: null,
  closed: new Set(),
  view: 'passages',
  below: true,
  ...NO_FILTERS,
  sort: 'created',
  descending: true,
  leftFor: null,
}));

/** The page of a tag. What narrowed the one before by other tags doesn't narrow this one. */
export function showTag(tagId: string): void {
  useCodebook.setState({ tagId, otherTagIds: [], view: 'passages' });
}

/** Exactly the passages that a cell of the matrix counts. */
export function showPair(tagId: string, otherTagId: string): void {
  useCodebook.setState({
    ...NO_FILTERS,
    tagId,
    otherTagIds: [otherTagId],
    below: false,
    view: 'passages',
  });
}

export function clearFilters(): void {
  useCodebook.setState(NO_FILTERS);
}

export function foldTag(id: string, shut: boolean): void {
  useCodebook.setState(({ closed: before }) => {
    const closed = new Set(before);
    if (shut) closed.add(id);
    else closed.delete(id);
    return { closed };
  });
}
