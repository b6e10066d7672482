/** What is asked for and chosen among the notes: kept while one looks at a passage and comes back. */
import { create } from 'zustand';
import type { NOTE_SORTS, NoteFilter } from '../../../../main/shared/contract/notes.ts';
import type { Grouping } from './group-notes.ts';

interface NotesView {
  filter: NoteFilter;
  /** With what lies under the tag. */
  below: boolean;
  group: Grouping;
  sort: (typeof NOTE_SORTS)[number];
  descending: boolean;
  /** Ids of the chosen annotations. */
  chosen: ReadonlySet<string>;
  /** Keys of rows: where the keyboard stands, and where a range begins. */
  lead: string | null;
  anchor: string | null;
}

export const useNotesView = create<NotesView>()(() => ({
  filter: {},
  below: true,
  group: 'article',
  sort: 'created',
  descending: true,
  chosen: new Set(),
  lead: null,
  anchor: null,
}));

/** Another filter: what was chosen may not be seen any more. */
export function setFilter(filter: NoteFilter): void {
  useNotesView.setState({ filter, chosen: new Set(), lead: null, anchor: null });
}
