/** From notes and a template to documents: for each article one, or one for all by tag. */
import { stringify } from 'yaml';
import type { TemplateText } from '../../../shared/contract/templates.ts';
import type { Tag } from '../../../shared/entities.ts';
import { writtenColor, type ColorChoice } from '../../../shared/highlight-colors.ts';
import { blockUuid } from '../block-uuid.ts';
import { anchorOf, type NotesDocument, type Properties, type Unit } from '../document.ts';
import { anchorsIn } from '../merge/locate.ts';
import type { ArticleNotes, Note } from '../notes.ts';
import { toObsidianTags } from '../tag-name.ts';
import { withFencesClosed } from './closed-fences.ts';
import { compilePart, faulty, type Values } from './engine.ts';
import { toHeadParts, toParts } from './to-parts.ts';
import { phrase } from '../../../shared/messages/phrase.ts';

export interface Renderer {
  /** Deterministic. `pageName`: its file's name without `.md`. */
  articleDocument(entry: ArticleNotes, pageName: string): NotesDocument;
  /** `group`: the tag under which the passage stands, where it may stand under several. */
  noteUnit(note: Note, entry: ArticleNotes, group?: Tag): Unit;
}

/** @throws LecternError bad_input, also while rendering */
export function openTemplate(
  { head, passage, properties, links }: TemplateText,
  colors: readonly ColorChoice[],
): Renderer {
  const isLogseq = links === 'logseq';
  const renderHead = compilePart('head', head);
  const renderPassage = compilePart('passage', passage);

  function noteUnit({ annotation, tags }: Note, entry: ArticleNotes, group?: Tag): Unit {
    const anchor = anchorOf(annotation.id, group?.id);
    const { exact: text, prefix, suffix } = annotation.target.quote;
    const note = withFencesClosed(annotation.note.trim());
    const orphan = annotation.anchor.range === null;
    const values: Values = {
      ...articleValues(entry),
      id: anchor,
      uuid: blockUuid(anchor),
      text,
      prefix,
      suffix,
      note,
      tags: tags.map(({ name }) => name),
      color: annotation.color,
      colorName: writtenColor(colors, annotation.color),
      created: annotation.created,
      updated: annotation.updated,
      orphan,
      creator: annotation.creator ?? '',
    };
    const rendered = renderPassage(values);
    if (!rendered.split('\n').some((line) => anchorsIn(line).includes(anchor))) {
      throw faulty('passage', 1, phrase('template.idMissing', { mark: '{{ id }}' }));
    }
    const bare = note === '' ? rendered : renderPassage({ ...values, note: '' });
    const parts = toParts(rendered, bare, { anchor, text, note, orphan });
    return { key: anchor, anchor, annotationId: annotation.id, parts };
  }

  return {
    noteUnit,
    articleDocument(entry, pageName) {
      const values = articleValues(entry);
      const rendered = renderHead(values);
      const articleNote = withFencesClosed(entry.article.note.trim());
      const bare = articleNote === '' ? rendered : renderHead({ ...values, articleNote: '' });
      const parts = toHeadParts(rendered, bare, articleNote);
      const headUnit: Unit = { key: 'head', anchor: null, annotationId: null, parts };
      return {
        id: entry.article.id,
        properties:
          properties === 'id'
            ? {}
            : isLogseq
              ? pageProperties(entry, pageName)
              : propertiesOf(entry),
        ...(isLogseq ? { lists: 'inline' as const } : {}),
        units: [
          ...(parts.length === 0 ? [] : [headUnit]),
          ...entry.notes.map((note) => noteUnit(note, entry)),
        ],
      };
    },
  };
}

function articleValues({ article, sourceName, tags, notes }: ArticleNotes): Values {
  return {
    title: article.title,
    author: article.byline ?? '',
    source: article.origin ?? sourceName,
    url: article.url ?? '',
    published: article.published ?? '',
    added: article.added,
    description: article.excerpt,
    articleNote: withFencesClosed(article.note.trim()),
    articleTags: tags,
    count: notes.length,
  };
}

/** All keys stand in every file, so that a table over many files has all its columns. */
function propertiesOf({ article, sourceName, tags, notes }: ArticleNotes): Properties {
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

/**
 * Logseq reads no YAML, but lines of `key: value` as they stand: quotation marks would be part of a
 * page's name, and the words between the commas of a description pages of their own. Its pages are
 * called what their `title` says, each name once; a name that YAML has to quote is the file's alone.
 */
function pageProperties(entry: ArticleNotes, pageName: string): Properties {
  const { description: _, title: __, ...others } = propertiesOf(entry);
  const isPlain = stringify(pageName, { lineWidth: 0 }) === `${pageName}\n`;
  return isPlain ? { title: pageName, ...others } : others;
}
