/** A change of articles' metadata, and the changes that take it back. */
import type { ArticleChange } from '../../shared/contract/articles.ts';
import type { Article } from '../../shared/entities.ts';

export interface ChangeOfMany {
  ids: string[];
  change: ArticleChange;
}

/** Gives the article itself when nothing is another. A new reading position is no change of the article. */
export function changeArticle(article: Article, change: ArticleChange, now: string): Article {
  const state = change.state ?? article.state;
  const tags = changedTags(article.tags, change);
  const position = change.position === undefined ? article.position : change.position;
  const note = change.note ?? article.note;
  const rewritten = note !== article.note;
  const lasting = state !== article.state || tags !== article.tags || rewritten;
  if (!lasting && change.position === undefined) return article;
  return {
    ...article,
    state,
    tags,
    position,
    note,
    noted: rewritten ? now : article.noted,
    updated: lasting ? now : article.updated,
  };
}

/** A reading position is not taken back: it is where somebody is. */
export function undoOf(articles: readonly Article[], change: ArticleChange): ChangeOfMany[] {
  const alike = new Map<string, ChangeOfMany>();
  for (const article of articles) {
    const back = backFrom(article, change);
    if (back === null) continue;
    const key = JSON.stringify(back);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { ids: [article.id], change: back });
    else known.ids.push(article.id);
  }
  return [...alike.values()];
}

function backFrom(article: Article, change: ArticleChange): ArticleChange | null {
  const state = change.state !== undefined && change.state !== article.state;
  const tags = changedTags(article.tags, change) !== article.tags;
  const note = change.note !== undefined && change.note !== article.note;
  if (!state && !tags && !note) return null;
  return {
    ...(state ? { state: article.state } : {}),
    ...(tags ? { tags: article.tags } : {}),
    ...(note ? { note: article.note } : {}),
  };
}

function changedTags(before: string[], { tags, addTags, removeTags }: ArticleChange): string[] {
  const removed = new Set(removeTags);
  const after = [...new Set([...(tags ?? before), ...(addTags ?? [])])].filter(
    (id) => !removed.has(id),
  );
  const same = after.length === before.length && after.every((id, at) => id === before[at]);
  return same ? before : after;
}
