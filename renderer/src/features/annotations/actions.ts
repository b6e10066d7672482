/** What can be done to annotations, each with its undo. The page shows a change before the disk has it. */
import type { MethodInput, MethodOutput } from '../../../../main/shared/contract.ts';
import type { Annotation, Tag, TextRange } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { queries, queryClient } from '../../api/queries.ts';
import { remember } from '../../state/undo.ts';
import { t } from '../../text.ts';

type Change = MethodInput<'annotations.update'>['change'];

export async function createHighlight(
  articleId: string,
  range: TextRange,
  color: Annotation['color'],
): Promise<Annotation> {
  const annotation = await call('annotations.create', { articleId, range, color });
  show(articleId, (all) => [...all, annotation]);
  remember({
    label: t('undo.highlight'),
    undo: () => remove(annotation),
    redo: () => restore(annotation),
  });
  return annotation;
}

export async function changeAnnotation(
  annotation: Annotation,
  change: Change,
  label: string,
): Promise<void> {
  const before: Change = {
    color: annotation.color,
    note: annotation.note,
    tags: annotation.tags,
  };
  await update(annotation, change);
  remember({
    label,
    undo: () => update(annotation, before),
    redo: () => update(annotation, change),
  });
}

export async function deleteAnnotation(annotation: Annotation): Promise<void> {
  await remove(annotation);
  remember({
    label: t('undo.removeHighlight'),
    undo: () => restore(annotation),
    redo: () => remove(annotation),
  });
}

/** Finds or makes the tag of a name, and puts it on. */
export async function addTag(annotation: Annotation, name: string): Promise<Tag> {
  const tag = await call('tags.ensure', { name });
  // Another tag may have come meanwhile: whoever types three of them waits for none.
  const present = shownNow(annotation);
  if (!present.tags.includes(tag.id)) {
    await changeAnnotation(
      present,
      { tags: [...present.tags, tag.id] },
      t('undo.tag', { name: tag.name }),
    );
  }
  return tag;
}

/** The annotation as the page shows it at this moment. */
function shownNow(annotation: Annotation): Annotation {
  const { queryKey } = queries.annotations(annotation.articleId);
  const known = queryClient.getQueryData(queryKey)?.annotations;
  return known?.find(({ id }) => id === annotation.id) ?? annotation;
}

async function update(annotation: Annotation, change: Change): Promise<void> {
  show(annotation.articleId, (all) =>
    all.map((other) =>
      other.id === annotation.id ? { ...other, ...withoutRange(change) } : other,
    ),
  );
  try {
    const changed = await call('annotations.update', { id: annotation.id, change });
    show(annotation.articleId, (all) =>
      all.map((other) => (other.id === changed.id ? changed : other)),
    );
  } catch (error) {
    await queryClient.invalidateQueries(queries.annotations(annotation.articleId));
    throw error;
  }
}

async function remove(annotation: Annotation): Promise<void> {
  show(annotation.articleId, (all) => all.filter(({ id }) => id !== annotation.id));
  await call('annotations.delete', { id: annotation.id });
}

async function restore(annotation: Annotation): Promise<void> {
  const restored = await call('annotations.restore', { annotation });
  show(annotation.articleId, (all) => [...all.filter(({ id }) => id !== restored.id), restored]);
}

function show(articleId: string, change: (all: Annotation[]) => Annotation[]): void {
  const { queryKey } = queries.annotations(articleId);
  queryClient.setQueryData(queryKey, (known: MethodOutput<'annotations.list'> | undefined) => {
    if (known === undefined) return known;
    const annotations = change(known.annotations);
    return { total: annotations.length, annotations };
  });
}

function withoutRange({ range: _, ...rest }: Change): Partial<Annotation> {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
}

/** By place in the article; orphans, which have none, at the end. */
export function inReadingOrder(annotations: readonly Annotation[]): Annotation[] {
  const place = ({ anchor }: Annotation) => anchor.range?.start ?? Number.MAX_SAFE_INTEGER;
  return annotations.toSorted((a, b) => place(a) - place(b) || a.created.localeCompare(b.created));
}
