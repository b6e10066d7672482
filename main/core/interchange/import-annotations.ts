import type { MethodOutput } from '../../shared/contract.ts';
import {
  annotationSchema,
  type Annotation,
  type Article,
  type Tag,
} from '../../shared/entities.ts';
import {
  colorChoicesSchema,
  DEFAULT_COLORS,
  type ColorChoice,
} from '../../shared/highlight-colors.ts';
import type { Core } from '../core.ts';
import { bringTags, type BroughtTags } from './bring-tags.ts';
import { takeArticleNotes } from './take-article-notes.ts';
import {
  articleNoteOf,
  fromWebAnnotation,
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
  /** What a failure is told by. */
  name: string;
}

/** Tags first, then annotations, article by article, then the tags of the articles. */
export async function importAnnotations(
  core: Core,
  { items, articles, tags, colors }: Interchange,
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
  const seen = new Set<string>();
  const read: { article: Article; annotations: Annotation[] }[] = [];
  for (const [article, placed] of place(items, find, result)) {
    const text = (await readingTextOf(core.texts, article.id)) ?? '';
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
    const annotations = new Map<string, Annotation>();
    for (const { item, target, name } of passages) {
      const annotation = checked(fromWebAnnotation(item, target, context));
      if (annotation === null || 'reason' in annotation) {
        const reason = annotation?.reason ?? phrase('interchange.noPassage');
        result.failures.push({ id: name, reason });
      } else if (seen.has(annotation.id)) {
        // Twice in the file: the newer one.
        const other = annotations.get(annotation.id);
        if (other !== undefined && other.updated < annotation.updated) {
          annotations.set(annotation.id, annotation);
        }
        result.unchanged += 1;
      } else if (wants(name, annotation, known, result)) {
        annotations.set(annotation.id, annotation);
        seen.add(annotation.id);
      }
    }
    read.push({ article, annotations: [...annotations.values()] });
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
  await nameColors(core, colors);
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
    if (!parsed.success || parsed.data.target.length === 0) {
      failures.push({ id: number, reason: phrase('interchange.notAnAnnotation') });
      continue;
    }
    for (const [at, target] of parsed.data.target.entries()) {
      const item = at === 0 ? parsed.data : { ...parsed.data, id: idOfTarget(parsed.data.id, at) };
      const name = item.id || number;
      const article = find(target);
      if (article === undefined) {
        failures.push({ id: name, reason: phrase('interchange.noArticle') });
        continue;
      }
      const others = byArticle.get(article);
      if (others === undefined) byArticle.set(article, [{ item, target, name }]);
      else others.push({ item, target, name });
    }
  }
  return byArticle;
}

/** An annotation with several targets is one of Lectern's for each. */
function idOfTarget(id: string | null | undefined, at: number): string | null {
  return id == null || id === '' ? null : `${id}#target-${at + 1}`;
}

/** What the library couldn't read again must not get into it. */
function checked(annotation: Annotation | null): Annotation | { reason: Phrase } | null {
  if (annotation === null) return null;
  const parsed = annotationSchema.safeParse(annotation);
  if (parsed.success) return annotation;
  const what = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  return { reason: phrase('interchange.impossible', { what }) };
}

/** Notes in the result what becomes of it. */
function wants(
  name: string,
  annotation: Annotation,
  known: ReadonlyMap<string, Annotation>,
  result: Imported,
): boolean {
  const before = known.get(annotation.id);
  if (before === undefined) result.added.push(annotation.id);
  else if (before.updated >= annotation.updated) result.unchanged += 1;
  else if (before.articleId === annotation.articleId) result.replaced.push(before);
  else result.failures.push({ id: name, reason: phrase('interchange.idTaken') });
  return (
    before === undefined ||
    (before.updated < annotation.updated && before.articleId === annotation.articleId)
  );
}

/** Names of colours, and their hues, where the user has given that colour none. */
async function nameColors({ library, emit }: Core, colors: readonly ColorChoice[]): Promise<void> {
  const settings = library.settings.get();
  const named = new Map(colors.filter(({ name }) => name !== '').map((one) => [one.color, one]));
  const present = settings.highlightColors;
  const isUntouched = JSON.stringify(present) === JSON.stringify(DEFAULT_COLORS);
  const whole = colorChoicesSchema.safeParse(colors);
  const highlightColors =
    isUntouched && whole.success
      ? whole.data
      : present.map((each) => {
          const { name, hue } = (each.name === '' ? named.get(each.color) : undefined) ?? each;
          return { ...each, name, ...(hue === undefined ? {} : { hue }) };
        });
  if (JSON.stringify(highlightColors) === JSON.stringify(present)) return;
  await library.settings.put({ ...settings, highlightColors });
  emit('settings.changed', {});
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
