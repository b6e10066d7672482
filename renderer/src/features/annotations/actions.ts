/** What can be done to annotations, each with its undo. The page shows a change before the disk has it. */
import type { MethodInput, MethodOutput } from '../../../../main/shared/contract.ts';
import type { Annotation, TextRange } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { queries, queryClient } from '../../api/queries.ts';
import type { ChangedPlace } from '../../state/open-article.ts';
import { say, shortened } from '../../state/said.ts';
import { making, remember } from '../../state/undo.ts';
import { t } from '../../text.ts';
import { nameOfColor } from './color-name.ts';
import { noteTagUse } from './quick-tags-state.ts';

type Change = MethodInput<'annotations.update'>['change'];

export function createHighlight(
  articleId: string,
  range: TextRange,
  color: Annotation['color'],
): Promise<Annotation> {
  return making(create(articleId, range, color));
}

async function create(
  articleId: string,
  range: TextRange,
  color: Annotation['color'],
): Promise<Annotation> {
  const annotation = await call('annotations.create', { articleId, range, color });
  const quote = shortened(annotation.target.quote.exact);
  say(t('said.highlighted', { color: nameOfColor(color), quote }));
  show(articleId, (all) => [...all, annotation]);
  remember({
    label: t('undo.highlight'),
    undo: () => remove(annotation),
    redo: () => restore(annotation),
    at: placeOf(annotation),
  });
  return annotation;
}

export function changeAnnotation(
  annotation: Annotation,
  change: Change,
  label: string,
): Promise<void> {
  return making(changeOne(annotation, change, label));
}

async function changeOne(annotation: Annotation, change: Change, label: string): Promise<void> {
  const { color, note, tags, target, orphaned } = annotation;
  const moves = change.range !== undefined || change.orphaned !== undefined;
  const before: Change = moves ? { target, orphaned } : { color, note, tags };
  await update(annotation, change);
  sayChange(change);
  remember({
    label,
    undo: () => update(annotation, before),
    redo: () => update(annotation, change),
    at: placeOf(annotation),
  });
}

export async function deleteAnnotation(annotation: Annotation): Promise<void> {
  await remove(annotation);
  say(t('said.removed'));
  remember({
    label: t('undo.removeHighlight'),
    undo: () => restore(annotation),
    redo: () => remove(annotation),
    at: placeOf(annotation),
  });
}

/** Takes where they stand now for the passages they are of. */
export function acceptAnnotations(ids: string[]): Promise<void> {
  return making(acceptAll(ids));
}

async function acceptAll(ids: string[]): Promise<void> {
  const accept = () => call('annotations.accept', { ids });
  let { before } = await accept();
  remember({
    label: t('undo.acceptPlaces', { count: ids.length }),
    undo: () => call('annotations.restoreMany', { annotations: before }),
    redo: async () => {
      ({ before } = await accept());
    },
  });
}

function placeOf({ id, articleId, anchor }: Annotation): ChangedPlace {
  return { articleId, annotationId: id, offset: anchor.range?.start ?? null };
}

/** Finds or makes the tag of a name, and puts it on. */
export function addTag(annotation: Annotation, name: string): Promise<void> {
  return making(tagOne(annotation, name));
}

async function tagOne(annotation: Annotation, name: string): Promise<void> {
  const known = new Set((await queryClient.ensureQueryData(queries.tags())).tags.map(idOf));
  const put = async () => {
    const tag = await call('tags.ensure', { name });
    // Another tag may have come meanwhile: whoever types three of them waits for none.
    const present = shownNow(annotation);
    if (present.tags.includes(tag.id)) return null;
    await update(present, { tags: [...present.tags, tag.id] });
    return tag;
  };
  let tag = await put();
  if (tag === null) return;
  noteTagUse(tag.id);
  say(t('said.tagged', { name: tag.name }));
  remember({
    label: t('undo.tag', { name: tag.name }),
    undo: async () => {
      const present = shownNow(annotation);
      await update(present, { tags: present.tags.filter((id) => id !== tag?.id) });
      // A tag that was made for this goes with it.
      if (tag !== null && !known.has(tag.id)) await call('tags.delete', { id: tag.id });
    },
    redo: async () => {
      tag = await put();
    },
    at: placeOf(annotation),
  });
}

function idOf({ id }: { id: string }): string {
  return id;
}

/** The annotation as the page shows it at this moment. */
function shownNow(annotation: Annotation): Annotation {
  const { queryKey } = queries.annotations(annotation.articleId);
  const known = queryClient.getQueryData(queryKey)?.annotations;
  return known?.find(({ id }) => id === annotation.id) ?? annotation;
}

async function update(annotation: Annotation, change: Change): Promise<void> {
  show(annotation.articleId, (all) =>
    all.map((other) => (other.id === annotation.id ? { ...other, ...shownChange(change) } : other)),
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
  try {
    await call('annotations.delete', { id: annotation.id });
  } catch (error) {
    await queryClient.invalidateQueries(queries.annotations(annotation.articleId));
    throw error;
  }
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

/** What of a change can be shown before the core has answered. */
function shownChange({ range, target, ...rest }: Change): Partial<Annotation> {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const moved =
    range === undefined ? {} : { anchor: { range, method: 'position' as const, score: 1 } };
  return { ...Object.fromEntries(given), ...(target === undefined ? {} : { target }), ...moved };
}

function sayChange({ note, color, tags }: Change): void {
  if (note !== undefined) say(t(note === '' ? 'said.noteRemoved' : 'said.noteSaved'));
  else if (color !== undefined) say(nameOfColor(color));
  else if (tags !== undefined) say(t('said.tagsChanged'));
}

/** By place in the article; orphans, which have none, at the end. */
export function inReadingOrder(annotations: readonly Annotation[]): Annotation[] {
  const place = ({ anchor }: Annotation) => anchor.range?.start ?? Number.MAX_SAFE_INTEGER;
  return annotations.toSorted((a, b) => place(a) - place(b) || a.created.localeCompare(b.created));
}
