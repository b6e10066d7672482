/** Links of notes in exported files, as wiki links to their files, and back. Pure functions. */
import type { Annotation, Article } from '../../shared/entities.ts';
import { linkLabel, replaceLinks, writeLink } from '../../shared/note-links.ts';
import { anchorOf } from './document.ts';

export interface Linked {
  /** File names by the ids of articles. */
  files: ReadonlyMap<string, string>;
  /** Outside the trash. */
  articles: ReadonlyMap<string, Pick<Article, 'title'>>;
  annotations: ReadonlyMap<string, Pick<Annotation, 'articleId' | 'target'>>;
}

const WIKI_LINK = /\[\[([^[\]|#\n]+)(?:#\^([^[\]|\n]+))?(?:\|[^[\]\n]*)?\]\]/g;

/** `[[File|Title]]` and `[[File#^anchor|words]]`; of what is gone the words alone. */
export function toWikiLinks(note: string, { files, articles, annotations }: Linked): string {
  return replaceLinks(note, ({ kind, id, label }) => {
    const annotation = kind === 'note' ? annotations.get(id) : undefined;
    const articleId = kind === 'note' ? annotation?.articleId : id;
    const article = articleId === undefined ? undefined : articles.get(articleId);
    const file = articleId === undefined ? undefined : files.get(articleId);
    if (article === undefined || file === undefined) return label || id;
    const name = file.replace(/\.md$/, '');
    if (annotation !== undefined) {
      return `[[${name}#^${anchorOf(id)}|${linkLabel(annotation.target.quote.exact)}]]`;
    }
    const title = linkLabel(article.title);
    return title === name ? `[[${name}]]` : `[[${name}|${title}]]`;
  });
}

/** The other way, for a note that was edited in a file; other links of the user stay as they are. */
export function fromWikiLinks(note: string, { files, articles, annotations }: Linked): string {
  if (!note.includes('[[')) return note;
  const idOfFile = new Map([...files].map(([id, file]) => [file.replace(/\.md$/, ''), id]));
  const idOfAnchor = new Map([...annotations.keys()].map((id) => [anchorOf(id), id]));
  return note.replace(WIKI_LINK, (written, file: string, anchor: string | undefined) => {
    const noteId = anchor === undefined ? undefined : idOfAnchor.get(anchor);
    const quote = noteId === undefined ? undefined : annotations.get(noteId)?.target.quote;
    if (noteId !== undefined && quote !== undefined) {
      return writeLink({ kind: 'note', id: noteId, label: quote.exact });
    }
    const id = idOfFile.get(file);
    const article = id === undefined ? undefined : articles.get(id);
    if (id === undefined || article === undefined || anchor !== undefined) return written;
    return writeLink({ kind: 'article', id, label: article.title });
  });
}
