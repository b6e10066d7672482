/** What is chosen in the codebook: kept while one looks at a passage and comes back. */
import { create } from 'zustand';
import type { NOTE_SORTS } from '../../../../main/shared/contract/notes.ts';

interface CodebookView {
  tagId: string | null;
  view: 'passages' | 'together';
  /** With what lies under the tag. */
  below: boolean;
  otherTagId: string | null;
  sourceId: string | null;
  from: string;
  to: string;
  sort: (typeof NOTE_SORTS)[number];
  descending: boolean;
}

export const useCodebook = create<CodebookView>()(() => ({
  tagId: null,
  view: 'passages',
  below: true,
  otherTagId: null,
  sourceId: null,
  from: '',
  to: '',
  sort: 'created',
  descending: true,
}));

export function showTag(tagId: string, otherTagId: string | null = null): void {
  useCodebook.setState({ tagId, otherTagId, view: 'passages' });
}
