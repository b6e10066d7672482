import type { MethodOutput, ParsedInput } from '../../shared/contract.ts';
import type { Tag } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import type { AreaHandlers, Core } from '../core.ts';
import type { Library } from '../library/library.ts';
import { SerialQueue } from '../library/serial-queue.ts';
import { requireTags } from './require-tags.ts';
import { tagIdFor, tagNamed } from './tag-names.ts';
import { visibleAnnotations } from './visible.ts';

type TagChange = ParsedInput<'tags.update'>['change'];
type ListedTag = MethodOutput<'tags.list'>['tags'][number];

/** Commands on tags run one after another: two that want the same new name must get the same tag. */
export function tagHandlers({ ports, library, emit }: Core): AreaHandlers<'tags'> {
  const commands = new SerialQueue();

  async function ensure(name: string): Promise<Tag> {
    const tags = library.tags.all();
    const known = tagNamed(tags, name);
    if (known !== undefined) return known;
    const taken = new Set(tags.map(({ id }) => id));
    const id = tagIdFor(name, taken, () => ports.ids.next());
    const tag: Tag = {
      id,
      name: name.normalize('NFC'),
      color: null,
      parentId: null,
      description: '',
    };
    await library.tags.put(tag);
    emit('tags.changed', {});
    return tag;
  }

  async function update(id: string, change: TagChange): Promise<Tag> {
    const tag = changeTag(requireTag(library, id), change);
    checkName(library, tag);
    checkParent(library, tag);
    await library.tags.put(tag);
    emit('tags.changed', {});
    return tag;
  }

  /** References go first: whatever happens in between, none is left dangling. */
  async function remove(id: string): Promise<void> {
    const { parentId } = requireTag(library, id);
    await removeFromAnnotations(id);
    await removeFromArticles(id);
    const children = library.tags.all().filter((tag) => tag.parentId === id);
    await Promise.all(children.map((tag) => library.tags.put({ ...tag, parentId })));
    await library.tags.remove(id);
    emit('tags.changed', {});
  }

  async function removeFromAnnotations(id: string): Promise<void> {
    const tagged = (await library.annotations.all()).filter(({ tags }) => tags.includes(id));
    await Promise.all(
      tagged.map((annotation) =>
        library.annotations.change(annotation.id, (one) => without(one, id)),
      ),
    );
    for (const articleId of new Set(tagged.map((annotation) => annotation.articleId))) {
      emit('annotations.changed', { articleId });
    }
  }

  async function removeFromArticles(id: string): Promise<void> {
    const ids = [...library.articles.all()]
      .filter(({ tags }) => tags.includes(id))
      .map((article) => article.id);
    if (ids.length === 0) return;
    await library.articles.change(ids, (article) => without(article, id));
    emit('articles.changed', { ids });
  }

  return {
    'tags.list': async () => ({ tags: await countTags(library) }),
    'tags.ensure': ({ name }) => commands.run(() => ensure(name)),
    'tags.update': ({ id, change }) => commands.run(() => update(id, change)),
    'tags.delete': ({ id }) =>
      commands.run(async () => {
        await remove(id);
        return {};
      }),
  };
}

function without<T extends { tags: string[] }>(tagged: T, id: string): T {
  return { ...tagged, tags: tagged.tags.filter((tag) => tag !== id) };
}

function requireTag(library: Library, id: string): Tag {
  const tag = library.tags.get(id);
  if (tag === undefined) throw new LecternError('not_found', `There is no tag ${id}`, { id });
  return tag;
}

function changeTag(tag: Tag, { name, color, parentId, description }: TagChange): Tag {
  return {
    id: tag.id,
    name: name === undefined ? tag.name : name.normalize('NFC').trim(),
    color: color === undefined ? tag.color : color,
    parentId: parentId === undefined ? tag.parentId : parentId,
    description: description ?? tag.description,
  };
}

function checkName(library: Library, { id, name }: Tag): void {
  if (name === '') throw new LecternError('bad_input', 'A tag needs a name');
  const others = library.tags.all().filter((tag) => tag.id !== id);
  const same = tagNamed(others, name);
  if (same === undefined) return;
  throw new LecternError('bad_input', `There is already a tag “${same.name}”`, { id: same.id });
}

function checkParent(library: Library, { id, name, parentId }: Tag): void {
  if (parentId === null) return;
  requireTags(library, [parentId]);
  const seen = new Set<string>();
  for (let above: string | null = parentId; above !== null && !seen.has(above);) {
    if (above === id) {
      throw new LecternError('bad_input', `The tag “${name}” can't lie under itself`, { id });
    }
    seen.add(above);
    above = library.tags.get(above)?.parentId ?? null;
  }
}

/** By name; what is in the trash doesn't count. */
async function countTags(library: Library): Promise<ListedTag[]> {
  const annotations = countUses(await visibleAnnotations(library));
  const articles = countUses([...library.articles.all()].filter(({ trashed }) => trashed === null));
  const collator = new Intl.Collator(undefined, { numeric: true });
  return library.tags
    .all()
    .map((tag) => ({
      ...tag,
      annotations: annotations.get(tag.id) ?? 0,
      articles: articles.get(tag.id) ?? 0,
    }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

function countUses(tagged: readonly { tags: readonly string[] }[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { tags } of tagged) for (const id of tags) uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}
