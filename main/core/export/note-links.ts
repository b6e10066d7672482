/** Links of notes in exported files, as the program that reads them writes links, and back. Pure functions. */
import type { TemplateText } from '../../shared/contract/templates.ts';
import type { Annotation, Article } from '../../shared/entities.ts';
import { linkLabel, replaceLinks, writeLink, type NoteLink } from '../../shared/note-links.ts';
import { blockUuid } from './block-uuid.ts';
import { anchorOf } from './document.ts';

export interface Linked {
  /** File names by the ids of articles. */
  files: ReadonlyMap<string, string>;
  /** Outside the trash. */
  articles: ReadonlyMap<string, Pick<Article, 'title'>>;
  annotations: ReadonlyMap<string, Pick<Annotation, 'articleId' | 'target'>>;
  style: TemplateText['links'];
}

/**
 * Obsidian's `[[File|Title]]` and `[[File#^anchor|words]]`, or Logseq's `[Title]([[Page]])` and
 * `[words](((uuid)))`; of what is gone the words alone.
 */
export function toFileLinks(note: string, linked: Linked): string {
  return replaceLinks(note, (link) => {
    const { kind, id, label } = link;
    const annotation = kind === 'note' ? linked.annotations.get(id) : undefined;
    const articleId = kind === 'note' ? annotation?.articleId : id;
    const page = articleId === undefined ? undefined : pageOf(articleId, linked);
    if (page === undefined) return label || id;
    const words = linkLabel(annotation?.target.quote.exact ?? page.title);
    return linked.style === 'wiki'
      ? wikiLink(link, page.name, words)
      : logseqLink(link, page.name, words);
  });
}

function pageOf(articleId: string, { files, articles }: Linked) {
  const title = articles.get(articleId)?.title;
  const file = files.get(articleId)?.replace(/\.md$/, '');
  if (title === undefined || file === undefined) return undefined;
  return { title, name: file };
}

function wikiLink({ kind, id }: NoteLink, name: string, words: string): string {
  if (kind === 'note') return `[[${name}#^${anchorOf(id)}|${words}]]`;
  return words === name ? `[[${name}]]` : `[[${name}|${words}]]`;
}

function logseqLink({ kind, id }: NoteLink, name: string, words: string): string {
  if (kind === 'note') return `[${words}](((${blockUuid(anchorOf(id))})))`;
  return words === name ? `[[${name}]]` : `[${words}]([[${name}]])`;
}

const UUID = String.raw`\(\(([0-9a-f-]{36})\)\)`;
const PAGE = String.raw`\[\[([^[\]|#\n]+)\]\]`;
/** A name of a page, a block of one, or both ways of Logseq with words before them. */
const FILE_LINK = new RegExp(
  String.raw`\[[^[\]\n]*\]\((?:${PAGE}|${UUID})\)|${UUID}|\[\[([^[\]|#\n]+)(?:#\^([^[\]|\n]+))?(?:\|[^[\]\n]*)?\]\]`,
  'g',
);

/** The other way, for a note that was edited in a file; other links of the user stay as they are. */
export function fromFileLinks(note: string, linked: Linked): string {
  if (!/\[\[|\(\(/.test(note)) return note;
  const { articles, annotations } = linked;
  const idOfPage = pageNames(linked);
  const idOfAnchor = new Map([...annotations.keys()].map((id) => [anchorOf(id), id]));
  const idOfUuid = new Map([...annotations.keys()].map((id) => [blockUuid(anchorOf(id)), id]));
  return note.replaceAll(FILE_LINK, (written: string, ...found: (string | undefined)[]) => {
    const [aliasPage, aliasUuid, uuid, page, anchor] = found;
    const block = aliasUuid ?? uuid;
    const noteId = block === undefined ? idOfAnchor.get(anchor ?? '') : idOfUuid.get(block);
    const quote = noteId === undefined ? undefined : annotations.get(noteId)?.target.quote;
    if (noteId !== undefined && quote !== undefined) {
      return writeLink({ kind: 'note', id: noteId, label: quote.exact });
    }
    const id = idOfPage.get(aliasPage ?? page ?? '');
    const article = id === undefined ? undefined : articles.get(id);
    if (id === undefined || article === undefined || anchor !== undefined) return written;
    return writeLink({ kind: 'article', id, label: article.title });
  });
}

/** Ids by the names that links call pages. */
function pageNames({ files }: Linked): Map<string, string> {
  return new Map([...files].map(([id, file]) => [file.replace(/\.md$/, ''), id]));
}
