import type { ParsedInput } from '../../shared/contract.ts';
import type { ArticleNote, ListedNote, NoteFilter } from '../../shared/contract/notes.ts';
import type { Annotation, Article } from '../../shared/entities.ts';
import { visibleAnnotations } from '../annotations/visible.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { articleNoteTest, noteTest } from './filter-notes.ts';
import { provenanceOf } from './provenance.ts';
import { resolveLinks } from './resolve-links.ts';

type Sort = ParsedInput<'notes.list'>['sort'];

export function noteHandlers(core: Core): AreaHandlers<'notes'> {
  const { library, anchoring } = core;

  async function allNotes(): Promise<ListedNote[]> {
    const annotations = await anchoring.freshen(await visibleAnnotations(library));
    return annotations.flatMap((annotation) => {
      const article = library.articles.get(annotation.articleId);
      if (article === undefined) return [];
      return [{ annotation, ...listed(article), sourceName: sourceOf(annotation, article) }];
    });
  }

  function listed(whole: Article): Omit<ListedNote, 'annotation'> {
    const { id, title, byline, origin, published, sourceId, startLine, endLine, added } = whole;
    return {
      article: { id, title, byline, origin, published, sourceId, startLine, endLine, added },
      sourceName: library.sources.get(sourceId)?.name ?? '',
    };
  }

  /** The file that the words came in, which a later one may have taken the place of. */
  function sourceOf({ target }: Annotation, { earlier, sourceId }: Article): string {
    const text = earlier.find(({ version }) => version === target.version);
    return library.sources.get(text?.sourceId ?? sourceId)?.name ?? '';
  }

  function articleNotes(filter: NoteFilter): ArticleNote[] {
    return [...library.articles.all()]
      .filter(({ note, trashed }) => note !== '' && trashed === null)
      .map((article) => ({ ...listed(article), note: article.note, noted: article.noted }))
      .filter(articleNoteTest(filter))
      .sort((a, b) => ((a.noted ?? '') < (b.noted ?? '') ? 1 : -1));
  }

  /** A section counts with the article that it stands in. */
  function wholeOf(id: string): string {
    return library.articles.get(id)?.parentId ?? id;
  }

  return {
    'notes.resolve': (asked) => resolveLinks(core, asked),
    'notes.provenance': (asked) => provenanceOf(core, asked),
    'notes.list': async ({ filter, sort, descending, offset, limit }) => {
      if (filter.articleId !== undefined) library.articles.require(filter.articleId);
      const all = await allNotes();
      const found = all.filter(noteTest(filter, library.tags.all()));
      const sorted = sortNotes(found, sort, descending);
      const whole = new Set<string>();
      for (const { id, parentId, trashed } of library.articles.all()) {
        if (trashed === null) whole.add(parentId ?? id);
      }
      return {
        total: found.length,
        articles: new Set(found.map(({ article }) => wholeOf(article.id))).size,
        of: { annotations: all.length, articles: whole.size },
        notes: sorted.slice(offset, offset + limit),
        articleNotes: articleNotes(filter),
      };
    },
  };
}

/** Equals stay in the order of their article and their place in it. */
function sortNotes(notes: readonly ListedNote[], sort: Sort, descending: boolean): ListedNote[] {
  const keyOf = ({ annotation, article }: ListedNote): string =>
    ({
      created: annotation.created,
      article: article.title.toLowerCase(),
      published: article.published ?? '',
      text: annotation.target.quote.exact.toLowerCase(),
    })[sort];
  const sign = descending ? -1 : 1;
  return notes
    .map((note) => ({ note, key: keyOf(note) }))
    .sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : comparePlace(a.note, b.note)))
    .map(({ note }) => note);
}

function comparePlace(one: ListedNote, other: ListedNote): number {
  if (one.article.id !== other.article.id) return one.article.id < other.article.id ? -1 : 1;
  const start = ({ annotation }: ListedNote) =>
    (annotation.anchor.range ?? annotation.target.position).start;
  return start(one) - start(other);
}
