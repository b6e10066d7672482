import type { Annotation, Article, Tag } from '../../shared/entities.ts';
import { visibleAnnotations } from '../annotations/visible.ts';
import type { Core } from '../core.ts';
import { readingTextOf } from './reading-text-of.ts';
import { toArticleNote, toCollection, toItems } from './to-web-annotations.ts';

interface Collected {
  document: ReturnType<typeof toCollection>;
  annotations: number;
  articles: number;
  tags: number;
}

/**
 * All annotations outside the trash with their articles and all tags. Articles in the order of
 * their ids, annotations in the order in which they were made: the same library, the same file.
 */
export async function collectWebAnnotations(core: Core): Promise<Collected> {
  const { library } = core;
  const annotations = await core.anchoring.freshen(await visibleAnnotations(library));
  const byArticle = new Map<string, Annotation[]>();
  for (const annotation of annotations.toSorted(compareAge)) {
    const others = byArticle.get(annotation.articleId);
    if (others === undefined) byArticle.set(annotation.articleId, [annotation]);
    else others.push(annotation);
  }
  const articles = [...library.articles.all()]
    .filter(({ trashed }) => trashed === null)
    .filter(({ id, tags, note }) => byArticle.has(id) || tags.length > 0 || note !== '')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const tags: Tag[] = library.tags.all();
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const items = [];
  const articleNotes = articles.filter(({ note }) => note !== '').length;
  for (const article of articles) {
    if (article.note !== '') items.push(toArticleNote(article));
    items.push(...(await itemsOf(core, article, byArticle.get(article.id) ?? [], byId)));
  }
  return {
    document: toCollection(items, articles, tags, library.settings.get().highlightColors),
    annotations: items.length - articleNotes,
    articles: articles.length,
    tags: tags.length,
  };
}

async function itemsOf(
  { texts }: Core,
  article: Article,
  annotations: readonly Annotation[],
  tags: ReadonlyMap<string, Tag>,
) {
  if (annotations.length === 0) return [];
  return toItems({ article, annotations, text: await readingTextOf(texts, article.id) }, tags);
}

function compareAge(one: Annotation, other: Annotation): number {
  return one.created + one.id < other.created + other.id ? -1 : 1;
}
