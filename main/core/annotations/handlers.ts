import type { ParsedInput } from '../../shared/contract.ts';
import type { Annotation } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import { anchorTarget, unlessOrphaned } from '../../shared/text/anchor.ts';
import type { AreaHandlers, Core } from '../core.ts';
import { acceptMany } from './accept.ts';
import { deleteMany, restoreMany, updateMany } from './many.ts';
import { byPlace, inReadingOrder } from './order.ts';
import { requireTags } from './require-tags.ts';
import { reviewPage } from './review.ts';
import { rangeOfQuote, targetOfRange } from './target.ts';
import { visibleAnnotations } from './visible.ts';
import { phrase } from '../../shared/messages/phrase.ts';

type CreateInput = ParsedInput<'annotations.create'>;
type UpdateInput = ParsedInput<'annotations.update'>;

export function annotationHandlers(core: Core): AreaHandlers<'annotations'> {
  const { ports, library, texts, anchoring, emit } = core;

  async function textOf(articleId: string): Promise<string> {
    return (await texts.now(articleId)).text();
  }

  async function create(input: CreateInput): Promise<Annotation> {
    const { articleId, range, quote, color, note, tags } = input;
    const { version } = library.articles.require(articleId);
    requireTags(library, tags);
    const text = await textOf(articleId);
    const wanted = range ?? (quote === undefined ? undefined : rangeOfQuote(text, quote));
    if (wanted === undefined) throw new LecternError('bad_input', phrase('error.rangeOrQuote'));
    const now = ports.clock.now().toISOString();
    const annotation: Annotation = {
      id: ports.ids.next(),
      articleId,
      ...targetOfRange(text, wanted, version),
      orphaned: false,
      color,
      note,
      tags: [...new Set(tags)],
      created: now,
      updated: now,
    };
    await library.annotations.put(annotation);
    return annotation;
  }

  async function update({ id, change }: UpdateInput): Promise<Annotation> {
    const { color, note, tags } = change;
    requireTags(library, tags ?? []);
    const { articleId } = await library.annotations.require(id);
    const moved = await movedTo(articleId, change);
    const updated = ports.clock.now().toISOString();
    return library.annotations.change(id, (annotation) => ({
      ...annotation,
      ...moved,
      orphaned: change.orphaned ?? (moved === null ? annotation.orphaned : false),
      color: color ?? annotation.color,
      note: note ?? annotation.note,
      tags: tags === undefined ? annotation.tags : [...new Set(tags)],
      updated,
    }));
  }

  /** Null when the passage stays what it is. */
  async function movedTo(
    articleId: string,
    { range, target, orphaned }: UpdateInput['change'],
  ): Promise<Pick<Annotation, 'target' | 'anchor'> | null> {
    const { version } = library.articles.require(articleId);
    if (range !== undefined) return targetOfRange(await textOf(articleId), range, version);
    if (target === undefined) return null;
    const anchor = anchorTarget(await textOf(articleId), target);
    return { target, anchor: unlessOrphaned(anchor, orphaned ?? false) };
  }

  function told(annotation: Annotation): Annotation {
    emit('annotations.changed', { articleId: annotation.articleId });
    return annotation;
  }

  return {
    'annotations.list': async ({ articleId }) => {
      const annotations =
        articleId === undefined
          ? inReadingOrder(library, await anchoring.freshen(await visibleAnnotations(library)))
          : byPlace(await anchoring.ofArticle(library.articles.require(articleId).id));
      return { total: annotations.length, annotations };
    },
    'annotations.create': async (input) => told(await create(input)),
    'annotations.update': async (input) => told(await update(input)),
    'annotations.accept': ({ ids }) => acceptMany(core, ids),
    'annotations.review': (wanted) => reviewPage(core, wanted),
    'annotations.delete': async ({ id }) => told(await library.annotations.remove(id)),
    'annotations.restore': async ({ annotation }) => {
      const [restored] = await restoreMany(core, [annotation]);
      if (restored === undefined)
        throw new LecternError('bad_input', phrase('error.nothingToRestore'));
      return restored;
    },
    'annotations.updateMany': (input) => updateMany(core, input),
    'annotations.deleteMany': async ({ ids }) => ({ annotations: await deleteMany(core, ids) }),
    'annotations.restoreMany': async ({ annotations }) => ({
      annotations: await restoreMany(core, annotations),
    }),
  };
}
