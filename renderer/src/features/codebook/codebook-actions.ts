/** What can be done to tags, each with its undo. */
import type { MethodInput } from '../../../../main/shared/contract.ts';
import type { ListedTag, TagUses } from '../../../../main/shared/contract/tags.ts';
import type { Tag } from '../../../../main/shared/entities.ts';
import { call } from '../../api/client.ts';
import { remember } from '../../state/undo.ts';
import { t } from '../../text.ts';
import { tell } from '../library/bulk-actions.ts';
import { useCodebook } from './codebook-state.ts';

type Change = MethodInput<'tags.update'>['change'];

export async function changeTag(tag: Tag, change: Change): Promise<void> {
  const { name, color, parentId, description, memo } = tag;
  const all: Required<Change> = { name, color, parentId, description, memo };
  const before = Object.fromEntries(
    Object.entries(all).filter(([key]) => Object.hasOwn(change, key)),
  );
  const update = (to: Change) => call('tags.update', { id: tag.id, change: to });
  await update(change);
  remember({
    label: t('undo.changeTag', { name }),
    undo: () => update(before),
    redo: () => update(change),
  });
  if (change.parentId !== undefined) tell(t('codebook.moved', { name }), true);
}

export async function newTag(name: string): Promise<Tag> {
  const tag = await call('tags.ensure', { name });
  remember({
    label: t('undo.newTag', { name: tag.name }),
    undo: () => call('tags.delete', { id: tag.id }),
    redo: () => restore({ tag, childIds: [], annotationIds: [], articleIds: [], merged: null }),
  });
  return tag;
}

/** `nextId`: the tag that is chosen then. */
export async function deleteTag(tag: ListedTag, nextId: string | null): Promise<void> {
  await takeAway(
    () => call('tags.delete', { id: tag.id }),
    t('undo.deleteTag', { name: tag.name }),
    t('codebook.deleted', { name: tag.name, ...countsOf(tag) }),
  );
  useCodebook.setState({ tagId: nextId });
}

export async function mergeTags(tag: ListedTag, into: Tag): Promise<void> {
  await takeAway(
    () => call('tags.merge', { id: tag.id, intoId: into.id }),
    t('undo.mergeTags', { name: tag.name, into: into.name }),
    t('codebook.merged', { name: tag.name, into: into.name, ...countsOf(tag) }),
  );
  useCodebook.setState({ tagId: into.id });
}

/** On how much a tag stands, in words. */
export function countsOf({ annotations, articles }: Pick<ListedTag, 'annotations' | 'articles'>) {
  return {
    passages: t('count.passages', { count: annotations }),
    articles: t('count.articles', { count: articles }),
  };
}

async function takeAway(take: () => Promise<TagUses>, label: string, done: string): Promise<void> {
  let uses = await take();
  remember({
    label,
    undo: async () => {
      await restore(uses);
      useCodebook.setState({ tagId: uses.tag.id });
    },
    redo: async () => {
      uses = await take();
    },
  });
  tell(done, true);
}

function restore(uses: TagUses): Promise<unknown> {
  return call('tags.restore', { uses });
}
