/** What the serializers write: a library's notes, read and put in order once. */
import type { Annotation, Article, Source, Tag } from '../../shared/entities.ts';

/** What exports say of an article. */
export type NotedArticle = Pick<
  Article,
  | 'id'
  | 'title'
  | 'byline'
  | 'origin'
  | 'url'
  | 'published'
  | 'added'
  | 'excerpt'
  | 'order'
  | 'note'
>;

export interface ArticleNotes {
  article: NotedArticle;
  /** Of the source. */
  sourceName: string;
  /** Names of the article's tags. */
  tags: string[];
  /** In the order of the text; orphans last. */
  notes: Note[];
}

export interface Note {
  annotation: Annotation;
  tags: Tag[];
}

export interface NoteSources {
  annotations: readonly Annotation[];
  /** Articles with a note of their own. */
  noted: Iterable<Article>;
  article(id: string): Article | undefined;
  source(id: string): Source | undefined;
  tag(id: string): Tag | undefined;
}

/** Articles that have notes, oldest first. */
export function gatherNotes(sources: NoteSources): ArticleNotes[] {
  const byArticle = new Map<string, Annotation[]>();
  for (const annotation of sources.annotations) {
    const others = byArticle.get(annotation.articleId);
    if (others === undefined) byArticle.set(annotation.articleId, [annotation]);
    else others.push(annotation);
  }
  for (const { id } of sources.noted) if (!byArticle.has(id)) byArticle.set(id, []);
  const gathered = [...byArticle].flatMap(([id, annotations]) => {
    const article = sources.article(id);
    if (article === undefined || article.trashed !== null) return [];
    return [articleNotes(article, annotations, sources)];
  });
  return gathered.sort((one, other) => compareAge(one.article, other.article));
}

function articleNotes(
  article: Article,
  annotations: readonly Annotation[],
  sources: NoteSources,
): ArticleNotes {
  const tagsOf = (ids: readonly string[]) =>
    ids.map((id) => sources.tag(id)).filter((tag) => tag !== undefined);
  return {
    article,
    sourceName: sources.source(article.sourceId)?.name ?? '',
    tags: tagsOf(article.tags).map(({ name }) => name),
    notes: [...annotations]
      .sort(comparePlace)
      .map((annotation) => ({ annotation, tags: tagsOf(annotation.tags) })),
  };
}

/** By the time they came into the library, then by their place in the source. */
export function compareAge(one: NotedArticle, other: NotedArticle): number {
  return compare(one.added, other.added) || one.order - other.order || compare(one.id, other.id);
}

function comparePlace(one: Annotation, other: Annotation): number {
  const [first, second] = [one.anchor.range, other.anchor.range];
  if (first === null || second === null) {
    return Number(first === null) - Number(second === null) || compare(one.created, other.created);
  }
  return first.start - second.start || first.end - second.end || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
