/** All notes in one file, grouped by tag. */
import type { Tag } from '../../shared/entities.ts';
import { noteMarkdown } from './note-markdown.ts';
import type { ArticleNotes, Note } from './notes.ts';
import { plainMarkdown } from './quote-markdown.ts';
import { toObsidianTag } from './tag-name.ts';

interface Group {
  tag: Tag | null;
  notes: { note: Note; entry: ArticleNotes }[];
}

export const BY_TAG_ID = 'notes-by-tag';

/** Deterministic. A note with several tags stands under each, with its block id under the first. */
export function tagMarkdown(entries: readonly ArticleNotes[]): string {
  const shown = new Set<string>();
  const blocks = groupByTag(entries).flatMap(({ tag, notes }) => [
    ...heading(tag),
    ...notes.map(({ note, entry }) => {
      const { id } = note.annotation;
      const blockId = shown.has(id) ? null : id;
      shown.add(id);
      return `${noteMarkdown(note, blockId)}\n\n${attribution(entry)}`;
    }),
  ]);
  return `${[`---\nid: ${BY_TAG_ID}\n---`, '# Notes by tag', ...blocks].join('\n\n')}\n`;
}

function heading(tag: Tag | null): string[] {
  if (tag === null) return ['## Without a tag'];
  const title = `## ${plainMarkdown(tag.name)}`;
  return tag.description.trim() === '' ? [title] : [title, tag.description.trim()];
}

function attribution({ article }: ArticleNotes): string {
  const parts = [article.title, article.byline, article.origin, article.published];
  const words = parts.filter((part) => part !== null && part !== '');
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
