import type { ArticleNote, ListedNote, NoteFilter } from '../../shared/contract/notes.ts';
import type { Annotation, Article } from '../../shared/entities.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { createAllNotes, type Noted } from './all-notes.ts';
import { articleNoteTest, noteTest } from './filter-notes.ts';
import { provenanceOf } from './provenance.ts';
import { resolveLinks } from './resolve-links.ts';

export function noteHandlers(core: Core): AreaHandlers<'notes'> {
  const { library } = core;
  const allNotes = createAllNotes(core);

  function listed(whole: Article): Omit<ListedNote, 'annotation'> {
    const { id, title, byline, origin, published, sourceId, startLine, endLine, added } = whole;
    return {
      article: { id, title, byline, origin, published, sourceId, startLine, endLine, added },
      sourceName: library.sources.get(sourceId)?.name ?? '',
    };
  }

  function listedNote({ annotation, article }: Noted): ListedNote {
    return { annotation, ...listed(article), sourceName: sourceOf(annotation, article) };
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
      const all = await allNotes({ sort, descending });
      const found = all.filter(noteTest(filter, library.tags.all()));
      const whole = new Set<string>();
      for (const { id, parentId, trashed } of library.articles.all()) {
        if (trashed === null) whole.add(parentId ?? id);
      }
      return {
        total: found.length,
        articles: new Set(found.map(({ article }) => wholeOf(article.id))).size,
        of: { annotations: all.length, articles: whole.size },
        notes: found.slice(offset, offset + limit).map(listedNote),
        articleNotes: articleNotes(filter),
      };
    },
  };
}
