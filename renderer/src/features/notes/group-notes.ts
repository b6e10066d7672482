/** Notes under headings, as rows of one list. Pure functions. */
import type { ArticleNote, ListedNote } from '../../../../main/shared/contract/notes.ts';
import type { Tag } from '../../../../main/shared/entities.ts';

export const GROUPINGS = ['none', 'article', 'tag', 'date'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface NoteGroup {
  /** An article's or a tag's id or a day, YYYY-MM-DD; '' for what has none. */
  key: string;
  notes: ListedNote[];
  /** On whole articles. */
  onArticles: ArticleNote[];
}

export interface HeadingRow {
  kind: 'heading';
  key: string;
  group: NoteGroup;
}
/** The key tells one row from another: a note with two tags stands in two groups. */
export interface NoteRow {
  kind: 'note';
  key: string;
  note: ListedNote;
}

export interface ArticleNoteRow {
  kind: 'articleNote';
  key: string;
  note: ArticleNote;
}
export type Row = HeadingRow | NoteRow | ArticleNoteRow;

/**
 * Within a group the order given. Articles stand in the order of their first note, days newest
 * first, tags by name with the untagged last.
 */
export function groupNotes(
  notes: readonly ListedNote[],
  grouping: Grouping,
  tags: ReadonlyMap<string, Pick<Tag, 'name'>>,
  onArticles: readonly ArticleNote[] = [],
): NoteGroup[] {
  const groups = new Map<string, NoteGroup>();
  for (const note of notes) {
    for (const key of keysOf(note, grouping)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { key, notes: [note], onArticles: [] });
      else group.notes.push(note);
    }
  }
  for (const note of onArticles) {
    const key = keyOfArticleNote(note, grouping);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, notes: [], onArticles: [note] });
    else group.onArticles.push(note);
  }
  const all = [...groups.values()];
  if (grouping === 'date') return all.sort((a, b) => (a.key < b.key ? 1 : -1));
  if (grouping !== 'tag') return all;
  const nameOf = ({ key }: NoteGroup) => tags.get(key)?.name ?? key;
  return all.sort(
    (a, b) => Number(a.key === '') - Number(b.key === '') || nameOf(a).localeCompare(nameOf(b)),
  );
}

export function rowsOf(groups: readonly NoteGroup[], grouping: Grouping): Row[] {
  return groups.flatMap((group) => [
    ...(grouping === 'none'
      ? []
      : [{ kind: 'heading' as const, key: `heading ${group.key}`, group }]),
    ...group.onArticles.map((note) => ({
      kind: 'articleNote' as const,
      key: `article ${note.article.id}`,
      note,
    })),
    ...group.notes.map((note) => ({
      kind: 'note' as const,
      key: `${group.key} ${note.annotation.id}`,
      note,
    })),
  ]);
}

/** Each once, in the order in which they are seen. */
export function notesIn(rows: readonly Row[]): ListedNote[] {
  return [...new Set(rows.flatMap((row) => (row.kind === 'note' ? [row.note] : [])))];
}

function keyOfArticleNote({ article, noted }: ArticleNote, grouping: Grouping): string {
  if (grouping === 'article') return article.id;
  return grouping === 'date' ? (noted ?? article.added).slice(0, 10) : '';
}

function keysOf({ annotation, article }: ListedNote, grouping: Grouping): string[] {
  switch (grouping) {
    case 'none':
      return [''];
    case 'article':
      return [article.id];
    case 'date':
      return [annotation.created.slice(0, 10)];
    case 'tag':
      return annotation.tags.length === 0 ? [''] : annotation.tags;
  }
}
