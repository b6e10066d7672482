/** Takes a tag from everything that has it, puts another in its place, and takes that back. */
import type { TagUses } from '../../shared/contract/tags.ts';
import type { Tag } from '../../shared/entities.ts';
import type { Core } from '../core.ts';

interface Tagged {
  tags: string[];
}

/** References go first: whatever happens in between, none is left dangling. */
export async function takeAway(core: Core, tag: Tag, into: Tag | null): Promise<TagUses> {
  const { library } = core;
  const annotations = (await library.annotations.all()).filter(has(tag.id));
  const articles = [...library.articles.all()].filter(has(tag.id));
  const children = library.tags.all().filter(({ parentId }) => parentId === tag.id);
  const uses: TagUses = {
    tag,
    childIds: children.map(({ id }) => id),
    annotationIds: annotations.map(({ id }) => id),
    articleIds: articles.map(({ id }) => id),
    merged:
      into === null
        ? null
        : {
            tagId: into.id,
            annotationIds: annotations.filter(hasNot(into.id)).map(({ id }) => id),
            articleIds: articles.filter(hasNot(into.id)).map(({ id }) => id),
          },
  };
  await retag(core, uses.annotationIds, uses.articleIds, (tagged) =>
    replaced(tagged, tag.id, into?.id ?? null),
  );
  // What lies under the one must not come to lie under itself.
  const parentId = into === null ? tag.parentId : into.id;
  for (const child of children) {
    const above = child.id === into?.id ? tag.parentId : parentId;
    await library.tags.put({ ...child, parentId: above });
  }
  await library.tags.remove(tag.id);
  core.emit('tags.changed', {});
  return uses;
}

/** What is gone meanwhile stays gone. */
export async function giveBack(core: Core, uses: TagUses): Promise<void> {
  const { library } = core;
  const { tag, merged } = uses;
  const parentId =
    tag.parentId !== null && library.tags.get(tag.parentId) !== undefined ? tag.parentId : null;
  await library.tags.put({ ...tag, parentId });
  for (const id of uses.childIds) {
    const child = library.tags.get(id);
    if (child !== undefined) await library.tags.put({ ...child, parentId: tag.id });
  }
  if (merged !== null) {
    await retag(core, merged.annotationIds, merged.articleIds, (tagged) =>
      replaced(tagged, merged.tagId, null),
    );
  }
  await retag(core, uses.annotationIds, uses.articleIds, (tagged) => withTag(tagged, tag.id));
  core.emit('tags.changed', {});
}

async function retag(
  { library, emit }: Core,
  annotationIds: readonly string[],
  articleIds: readonly string[],
  change: <T extends Tagged>(tagged: T) => T,
): Promise<void> {
  const wanted = new Set(annotationIds);
  const there = (await library.annotations.all()).filter(({ id }) => wanted.has(id));
  await Promise.all(there.map(({ id }) => library.annotations.change(id, change)));
  for (const articleId of new Set(there.map((annotation) => annotation.articleId))) {
    emit('annotations.changed', { articleId });
  }
  const ids = articleIds.filter((id) => library.articles.get(id) !== undefined);
  if (ids.length === 0) return;
  await library.articles.change(ids, change);
  emit('articles.changed', { ids });
}

function has(id: string) {
  return ({ tags }: Tagged) => tags.includes(id);
}

function hasNot(id: string) {
  return ({ tags }: Tagged) => !tags.includes(id);
}

/** In its place, unless the other is there already. */
function replaced<T extends Tagged>(tagged: T, id: string, by: string | null): T {
  const tags = tagged.tags.flatMap((tag) => (tag === id ? (by ?? []) : tag));
  return { ...tagged, tags: [...new Set(tags)] };
}

function withTag<T extends Tagged>(tagged: T, id: string): T {
  return { ...tagged, tags: [...new Set([...tagged.tags, id])] };
}
