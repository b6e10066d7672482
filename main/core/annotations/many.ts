/** One change to many annotations: each article's file is written once and its event told once. */
import type { MethodOutput, ParsedInput } from '../../shared/contract.ts';
import type { Annotation } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import { grouped } from '../../shared/grouped.ts';
import { anchorIn, unlessOrphaned } from '../../shared/text/anchor.ts';
import type { Core } from '../core.ts';
import { takingTurns } from '../taking-turns.ts';
import { requireTags } from './require-tags.ts';
import { phrase } from '../../shared/messages/phrase.ts';

type Change = ParsedInput<'annotations.updateMany'>['change'];
type Undo = MethodOutput<'annotations.updateMany'>['undo'];

export async function updateMany(
  core: Core,
  { ids, change }: ParsedInput<'annotations.updateMany'>,
): Promise<{ undo: Undo }> {
  const { library, ports } = core;
  requireTags(library, change.addTags ?? []);
  const before = await Promise.all([...new Set(ids)].map((id) => library.annotations.require(id)));
  const meant = before.filter((annotation) => isOther(annotation, change));
  const updated = ports.clock.now().toISOString();
  await library.annotations.changeMany(
    meant.map(({ id }) => id),
    (annotation) => ({ ...changed(annotation, change), updated }),
  );
  tellOf(core, meant);
  return { undo: wayBack(meant, change) };
}

export async function deleteMany(core: Core, ids: readonly string[]): Promise<Annotation[]> {
  const gone = await core.library.annotations.removeMany(ids);
  tellOf(core, gone);
  return gone;
}

/** Their tags may be gone and their texts may have changed since they were deleted. */
export async function restoreMany(
  core: Core,
  deleted: readonly Annotation[],
): Promise<Annotation[]> {
  const { library } = core;
  const others = new Map(
    (await library.annotations.all()).map(({ id, articleId }) => [id, articleId]),
  );
  const turn = takingTurns();
  const restored: Annotation[] = [];
  for (const [articleId, ofArticle] of grouped(deleted, (one) => one.articleId)) {
    const find = anchorIn(await (await core.texts.now(articleId)).text());
    for (const annotation of ofArticle) {
      await turn();
      if ((others.get(annotation.id) ?? articleId) !== articleId) {
        throw new LecternError(
          'bad_input',
          phrase('error.annotationOfAnother', { id: annotation.id }),
        );
      }
      restored.push({
        ...annotation,
        tags: annotation.tags.filter((id) => library.tags.get(id) !== undefined),
        anchor: unlessOrphaned(find(annotation.target), annotation.orphaned),
      });
    }
  }
  await library.annotations.putMany(restored);
  tellOf(core, restored);
  return restored;
}

function changed(annotation: Annotation, { color, addTags = [], removeTags = [] }: Change) {
  const kept = annotation.tags.filter((id) => !removeTags.includes(id));
  return {
    ...annotation,
    color: color ?? annotation.color,
    tags: [...new Set([...kept, ...addTags])],
  };
}

function isOther(annotation: Annotation, change: Change): boolean {
  const after = changed(annotation, change);
  return after.color !== annotation.color || after.tags.join(' ') !== annotation.tags.join(' ');
}

/** Those with the same way back go it together. */
function wayBack(before: readonly Annotation[], change: Change): Undo {
  const ways = before.map(({ id, color, tags }) => ({
    id,
    back: {
      ...(change.color === undefined ? {} : { color }),
      removeTags: (change.addTags ?? []).filter((tag) => !tags.includes(tag)),
      addTags: (change.removeTags ?? []).filter((tag) => tags.includes(tag)),
    },
  }));
  return [...grouped(ways, ({ back }) => JSON.stringify(back)).values()].flatMap((same) =>
    same.slice(0, 1).map(({ back }) => ({ ids: same.map(({ id }) => id), change: back })),
  );
}

export function tellOf({ emit }: Core, annotations: readonly Annotation[]): void {
  for (const articleId of new Set(annotations.map((one) => one.articleId))) {
    emit('annotations.changed', { articleId });
  }
}
