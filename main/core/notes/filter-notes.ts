import type { ArticleNote, NoteFilter } from '../../shared/contract/notes.ts';
import type { Annotation, Article, Tag } from '../../shared/entities.ts';
import { withDescendants } from '../library/list-conditions.ts';

interface Passage {
  annotation: Annotation;
  article: Pick<Article, 'id' | 'sourceId' | 'title'>;
}

const ASCII = /^[\t\n\r -~]*$/;

/** Whether a note is meant by a filter: what the filter leaves out doesn't count. */
export function noteTest(filter: NoteFilter, tags: readonly Tag[]): (note: Passage) => boolean {
  const { color, articleId, sourceId, from, to, hasNote, orphaned } = filter;
  const wanted = (filter.tagIds ?? []).map((id) =>
    filter.below ? withDescendants(id, tags) : new Set([id]),
  );
  const words = fold(filter.text ?? '')
    .split(/\s+/u)
    .filter(Boolean);
  return ({ annotation, article }) => {
    const { created, note, anchor } = annotation;
    const day = created.slice(0, 10);
    return (
      wanted.every((ids) => annotation.tags.some((id) => ids.has(id))) &&
      (color === undefined || annotation.color === color) &&
      (articleId === undefined || article.id === articleId) &&
      (sourceId === undefined || article.sourceId === sourceId) &&
      (from === undefined || day >= from) &&
      (to === undefined || day <= to) &&
      (hasNote === undefined || (note.trim() !== '') === hasNote) &&
      (orphaned === undefined || (anchor.range === null) === orphaned) &&
      (words.length === 0 || hasWords({ annotation, article }, words))
    );
  };
}

/** Whether a note on an article is meant: none is by a filter that asks for passages. */
export function articleNoteTest(filter: NoteFilter): (note: ArticleNote) => boolean {
  const { color, articleId, sourceId, from, to, hasNote, orphaned, tagIds } = filter;
  if ((color ?? orphaned) !== undefined || hasNote === false || (tagIds ?? []).length > 0) {
    return () => false;
  }
  const words = fold(filter.text ?? '')
    .split(/\s+/u)
    .filter(Boolean);
  return ({ article, note, noted }) => {
    const day = (noted ?? article.added).slice(0, 10);
    const text = fold(`${note}\n${article.title}`);
    return (
      (articleId === undefined || article.id === articleId) &&
      (sourceId === undefined || article.sourceId === sourceId) &&
      (from === undefined || day >= from) &&
      (to === undefined || day <= to) &&
      words.every((word) => text.includes(word))
    );
  };
}

/** No word has a line end in it: the three can be asked one after another. */
function hasWords({ annotation, article }: Passage, words: readonly string[]): boolean {
  const { target, note } = annotation;
  const texts = [fold(target.quote.exact), fold(note), fold(article.title)];
  return words.every((word) => texts.some((text) => text.includes(word)));
}

function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
