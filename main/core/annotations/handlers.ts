import type { ParsedInput } from '../../shared/contract.ts';
import type { Annotation } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import { anchorTarget } from '../../shared/text/anchor.ts';
import { toReadingText } from '../../shared/text/reading.ts';
import type { AreaHandlers, Core } from '../core.ts';
import type { Library } from '../library/library.ts';
import { openAnchoring } from './reanchor.ts';
import { requireTags } from './require-tags.ts';
import { rangeOfQuote, targetOfRange } from './target.ts';
import { visibleAnnotations } from './visible.ts';

type CreateInput = ParsedInput<'annotations.create'>;
type UpdateInput = ParsedInput<'annotations.update'>;

export function annotationHandlers(core: Core): AreaHandlers<'annotations'> {
  const { ports, library, emit } = core;
  const anchoring = openAnchoring(core);

  async function textOf(articleId: string): Promise<string> {
    return toReadingText(await library.articles.markdown(articleId));
  }

  async function create(input: CreateInput): Promise<Annotation> {
    const { articleId, range, quote, color, note, tags } = input;
    const { version } = library.articles.require(articleId);
    requireTags(library, tags);
    const text = await textOf(articleId);
    const wanted = range ?? (quote === undefined ? undefined : rangeOfQuote(text, quote));
    if (wanted === undefined) throw new LecternError('bad_input', 'Give either range or quote');
    const now = ports.clock.now().toISOString();
    const annotation: Annotation = {
      id: ports.ids.next(),
      articleId,
      ...targetOfRange(text, wanted, version),
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
    const { color, note, tags, range } = change;
    requireTags(library, tags ?? []);
    const { articleId } = await library.annotations.require(id);
    const { version } = library.articles.require(articleId);
    const target =
      range === undefined ? {} : targetOfRange(await textOf(articleId), range, version);
    const updated = ports.clock.now().toISOString();
    return library.annotations.change(id, (annotation) => ({
      ...annotation,
      ...target,
      color: color ?? annotation.color,
      note: note ?? annotation.note,
      tags: tags === undefined ? annotation.tags : [...new Set(tags)],
      updated,
    }));
  }

  /** Its tags may be gone and its text may have changed since it was deleted. */
  async function restore(deleted: Annotation): Promise<Annotation> {
    const { articleId } = deleted;
    const text = await textOf(articleId);
    const known = (await library.annotations.all()).find(({ id }) => id === deleted.id);
    if (known !== undefined && known.articleId !== articleId) {
      throw new LecternError('bad_input', `Another article has an annotation ${deleted.id}`);
    }
    const annotation = {
      ...deleted,
      tags: deleted.tags.filter((id) => library.tags.get(id) !== undefined),
      anchor: anchorTarget(text, deleted.target),
    };
    await library.annotations.put(annotation);
    return annotation;
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
    'annotations.delete': async ({ id }) => told(await library.annotations.remove(id)),
    'annotations.restore': async ({ annotation }) => told(await restore(annotation)),
  };
}

/** By article, the newest import first, and in the article by place. */
function inReadingOrder({ articles }: Library, annotations: readonly Annotation[]): Annotation[] {
  const rank = new Map(articles.sorted('added', true).map(({ id }, index) => [id, index]));
  const rankOf = ({ articleId }: Annotation) => rank.get(articleId) ?? rank.size;
  return byPlace(annotations).sort((a, b) => rankOf(a) - rankOf(b));
}

/** An orphan stands where its passage was. */
function byPlace(annotations: readonly Annotation[]): Annotation[] {
  const placeOf = ({ anchor, target }: Annotation) => anchor.range ?? target.position;
  return annotations.toSorted((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)];
    return left.start - right.start || left.end - right.end || (a.id < b.id ? -1 : 1);
  });
}
