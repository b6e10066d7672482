import { stringify } from 'yaml';
import { noteMarkdown } from './note-markdown.ts';
import type { ArticleNotes } from './notes.ts';
import { plainMarkdown } from './quote-markdown.ts';
import { toObsidianTags } from './tag-name.ts';

/** The notes of one article as Markdown that Obsidian knows its way about in. Deterministic. */
export function articleMarkdown(entry: ArticleNotes): string {
  const notes = entry.notes.map((note) => noteMarkdown(note, note.annotation.id));
  const blocks = [`# ${plainMarkdown(entry.article.title)}`, '## Highlights', ...notes];
  return `${frontMatter(entry)}\n${blocks.join('\n\n')}\n`;
}

/** All keys stand in every file, so that a table over many files has all its columns. */
function frontMatter({ article, sourceName, tags, notes }: ArticleNotes): string {
  const noteTags = notes.flatMap((note) => note.tags.map(({ name }) => name));
  const fields = {
    id: article.id,
    title: article.title,
    source: article.url ?? article.origin ?? sourceName,
    author: article.byline,
    published: article.published,
    created: article.added,
    description: article.excerpt,
    tags: toObsidianTags([...tags, ...noteTags]),
  };
  return `---\n${stringify(fields, { lineWidth: 0, nullStr: '' }).replaceAll(/ +$/gm, '')}---\n`;
}
