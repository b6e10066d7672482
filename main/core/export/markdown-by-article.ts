import { part, type NotesDocument, type Properties } from './document.ts';
import { noteUnit } from './note-unit.ts';
import type { ArticleNotes } from './notes.ts';
import { plainMarkdown } from './quote-markdown.ts';
import { toObsidianTags } from './tag-name.ts';

/** The notes of one article as a document that Obsidian knows its way about in. Deterministic. */
export function articleDocument(entry: ArticleNotes): NotesDocument {
  const { article } = entry;
  const title = part('text', `# ${plainMarkdown(article.title)}`);
  return {
    id: article.id,
    properties: properties(entry),
    units: [
      {
        key: 'head',
        anchor: null,
        annotationId: null,
        parts: [title, part('text', '## Highlights')],
      },
      ...entry.notes.map((note) => noteUnit(note)),
    ],
  };
}

/** All keys stand in every file, so that a table over many files has all its columns. */
function properties({ article, sourceName, tags, notes }: ArticleNotes): Properties {
  const noteTags = notes.flatMap((note) => note.tags.map(({ name }) => name));
  return {
    title: article.title,
    source: article.url ?? article.origin ?? sourceName,
    author: article.byline,
    published: article.published,
    created: article.added,
    description: article.excerpt,
    tags: toObsidianTags([...tags, ...noteTags]),
  };
}
