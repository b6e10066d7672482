import type { MethodOutput } from '../../shared/contract.ts';
import type { Annotation, Article, Tag } from '../../shared/entities.ts';
import type { Core } from '../core.ts';
import { bringTags, type BroughtTags } from './bring-tags.ts';
import { takeArticleNotes } from './take-article-notes.ts';
import {
  articleNoteOf,
  fromWebAnnotation,
  idOf,
  type TagBody,
  type TargetOf,
} from './from-web-annotation.ts';
import { articleFinder } from './known-articles.ts';
import { readingTextOf } from './reading-text-of.ts';
import {
  webAnnotationSchema,
  type Interchange,
  type InterchangeArticle,
  type WebAnnotation,
} from './web-annotation.ts';
import { phrase, type Phrase } from '../../shared/messages/phrase.ts';

type Imported = MethodOutput<'interchange.import'>;

interface Placed {
  item: WebAnnotation;
  target: TargetOf;
}

/** Tags first, then annotations, article by article, then the tags of the articles. */
export async function importAnnotations(
  core: Core,
  { items, articles, tags }: Interchange,
): Promise<Imported> {
  const { library, ports, emit } = core;
  const result: Imported = {
    added: [],
    replaced: [],
    articleNotes: [],
    unchanged: 0,
    tags: 0,
    failures: [],
  };
  const find = articleFinder(library, articles);
  const brought = bringTags(library.tags.all(), tags, () => ports.ids.next());
  const known = new Map((await library.annotations.all()).map((one) => [one.id, one]));
  const read: { article: Article; annotations: Annotation[] }[] = [];
  for (const [article, placed] of place(items, find, result)) {
    const text = (await readingTextOf(library, article.id)) ?? '';
    const context = {
      article,
      text,
      now: ports.clock.now().toISOString(),
      newId: () => ports.ids.next(),
      tagIds: (bodies: readonly TagBody[]) => bodies.map(brought.idFor),
    };
    const onWhole = placed.flatMap(({ item, target }) => articleNoteOf(item, target) ?? []);
    const passages = placed.filter(({ item, target }) => articleNoteOf(item, target) === null);
    await takeArticleNotes(core, article, onWhole, result);
    const annotations = passages.flatMap(({ item, target }) => {
      const annotation = fromWebAnnotation(item, target, context);
      return wants(item, annotation, known, result) ? [annotation] : [];
    });
    read.push({ article, annotations });
  }
  for (const tag of brought.made) await library.tags.put(tag);
  result.tags = brought.made.length;
  if (result.tags > 0) emit('tags.changed', {});
  for (const { article, annotations } of read) {
    if (annotations.length === 0) continue;
    // Together they are one write.
    await Promise.all(annotations.map((annotation) => library.annotations.put(annotation)));
    emit('annotations.changed', { articleId: article.id });
  }
  await tagArticles(core, articles, tags, { find, brought });
  return result;
}

function place(
  items: readonly unknown[],
  find: (target: TargetOf) => Article | undefined,
  { failures }: Imported,
): Map<Article, Placed[]> {
  const byArticle = new Map<Article, Placed[]>();
  for (const [index, value] of items.entries()) {
    const number = `#${index + 1}`;
    const parsed = webAnnotationSchema.safeParse(value);
    const target = parsed.success ? parsed.data.target[0] : undefined;
    const article = target === undefined ? undefined : find(target);
    if (!parsed.success || target === undefined) {
      failures.push({ id: number, reason: phrase('interchange.notAnAnnotation') });
    } else if (article === undefined) {
      failures.push({ id: parsed.data.id ?? number, reason: phrase('interchange.noArticle') });
    } else {
      const others = byArticle.get(article);
      if (others === undefined) byArticle.set(article, [{ item: parsed.data, target }]);
      else others.push({ item: parsed.data, target });
    }
  }
  return byArticle;
}

/** Notes in the result what becomes of it. */
function wants(
  item: WebAnnotation,
  annotation: Annotation | null,
  known: ReadonlyMap<string, Annotation>,
  result: Imported,
): annotation is Annotation {
  const before = known.get(idOf(item) ?? '');
  const fail = (reason: Phrase) => result.failures.push({ id: item.id ?? '', reason });
  if (annotation === null) fail(phrase('interchange.noPassage'));
  else if (before === undefined) result.added.push(annotation.id);
  else if (before.updated >= annotation.updated) result.unchanged += 1;
  else if (before.articleId === annotation.articleId) result.replaced.push(before);
  else fail(phrase('interchange.idTaken'));
  return (
    annotation !== null &&
    (before === undefined ||
      (before.updated < annotation.updated && before.articleId === annotation.articleId))
  );
}

async function tagArticles(
  { library, emit }: Core,
  described: readonly InterchangeArticle[],
  tags: readonly Tag[],
  { find, brought }: { find: (target: TargetOf) => Article | undefined; brought: BroughtTags },
): Promise<void> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const wanted = new Map<string, string[]>();
  for (const { id, tags: on } of described) {
    const article = find({ source: '', selector: [], 'lectern:article': id });
    const ids = on.flatMap((tagId) => byId.get(tagId) ?? []).map(brought.idFor);
    const missing = ids.filter((tagId) => article?.tags.includes(tagId) !== true);
    if (article !== undefined && missing.length > 0) wanted.set(article.id, missing);
  }
  if (wanted.size === 0) return;
  const ids = [...wanted.keys()];
  await library.articles.change(ids, (article) => ({
    ...article,
    tags: [...new Set([...article.tags, ...(wanted.get(article.id) ?? [])])],
  }));
  emit('articles.changed', { ids });
}
