/** All notes in one file, grouped by tag. */
import type { Tag } from '../../shared/entities.ts';
import { part, type NotesDocument, type Unit } from './document.ts';
import type { ArticleNotes, Note } from './notes.ts';
import { plainMarkdown } from './quote-markdown.ts';
import { toObsidianTag } from './tag-name.ts';
import type { Renderer } from './templates/documents.ts';

interface Group {
  tag: Tag | null;
  notes: { note: Note; entry: ArticleNotes }[];
}

export const BY_TAG_ID = 'notes-by-tag';

/** Deterministic. A note with several tags stands under each, with a block id for each place. */
export function tagDocument(
  entries: readonly ArticleNotes[],
  { noteUnit }: Pick<Renderer, 'noteUnit'>,
): NotesDocument {
  return {
    id: BY_TAG_ID,
    properties: {},
    units: [
      headUnit('head', ['# Notes by tag']),
      ...groupByTag(entries).flatMap(({ tag, notes }) => [
        tag === null
          ? headUnit('untagged', ['## Without a tag'])
          : headUnit(`tag-${tag.id}`, heading(tag)),
        ...notes.map(({ note, entry }) =>
          withAttribution(noteUnit(note, entry, tag ?? undefined), entry),
        ),
      ]),
    ],
  };
}

function headUnit(key: string, lines: readonly string[]): Unit {
  return { key, anchor: null, annotationId: null, parts: lines.map((line) => part('text', line)) };
}

function heading({ name, description }: Tag): string[] {
  const title = `## ${plainMarkdown(name)}`;
  return description.trim() === '' ? [title] : [title, description.trim()];
}

function withAttribution(unit: Unit, entry: ArticleNotes): Unit {
  return { ...unit, parts: [...unit.parts, part('text', attribution(entry))] };
}

function attribution({ article }: ArticleNotes): string {
  const facts = [article.title, article.byline, article.origin, article.published];
  const words = facts.filter((fact) => fact !== null && fact !== '');
  return `— ${plainMarkdown(words.join(', '))}`;
}

/** Tags by name, notes without one last. */
function groupByTag(entries: readonly ArticleNotes[]): Group[] {
  const groups = new Map<string | null, Group>();
  for (const entry of entries) {
    for (const note of entry.notes) {
      const tags: (Tag | null)[] = note.tags.length > 0 ? note.tags : [null];
      for (const tag of tags) {
        const group = groups.get(tag?.id ?? null) ?? { tag, notes: [] };
        group.notes.push({ note, entry });
        groups.set(tag?.id ?? null, group);
      }
    }
  }
  return [...groups.values()].sort(compareGroups);
}

function compareGroups(one: Group, other: Group): number {
  if (one.tag === null || other.tag === null) {
    return Number(one.tag === null) - Number(other.tag === null);
  }
  const [first, second] = [sortKey(one.tag), sortKey(other.tag)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Not by locale: the file must be the same on every machine. */
function sortKey({ id, name }: Tag): string {
  return `${(toObsidianTag(name) ?? name).toLowerCase()}\n${id}`;
}
