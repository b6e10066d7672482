import type { MethodOutput, ParsedInput } from '../../shared/contract.ts';
import type { TagUses } from '../../shared/contract/tags.ts';
import type { Annotation, Article, Tag } from '../../shared/entities.ts';
import { LecternError } from '../../shared/errors.ts';
import type { AreaHandlers, Core } from '../core.ts';
import type { Library } from '../library/library.ts';
import { SerialQueue } from '../library/serial-queue.ts';
import { countPairs } from './tag-pairs.ts';
import { giveBack, takeAway } from './retag.ts';
import { requireTags } from './require-tags.ts';
import { tagIdFor, tagNamed } from './tag-names.ts';
import { visibleAnnotations } from './visible.ts';
import { phrase } from '../../shared/messages/phrase.ts';

type TagChange = ParsedInput<'tags.update'>['change'];

/** Commands on tags run one after another: two that want the same new name must get the same tag. */
export function tagHandlers(core: Core): AreaHandlers<'tags'> {
  const { ports, library, emit } = core;
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
      memo: '',
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

  async function merge(id: string, intoId: string): Promise<TagUses> {
    const tag = requireTag(library, id);
    const into = requireTag(library, intoId);
    if (tag === into) throw new LecternError('bad_input', phrase('error.tagMergedWithItself'));
    return takeAway(core, tag, into);
  }

  async function restore(uses: TagUses): Promise<void> {
    checkName(library, uses.tag);
    await giveBack(core, uses);
  }

  return {
    'tags.list': () => countTags(library),
    'tags.ensure': ({ name }) => commands.run(() => ensure(name)),
    'tags.update': ({ id, change }) => commands.run(() => update(id, change)),
    'tags.delete': ({ id }) =>
      commands.run(async () => takeAway(core, requireTag(library, id), null)),
    'tags.merge': ({ id, intoId }) => commands.run(() => merge(id, intoId)),
    'tags.restore': ({ uses }) =>
      commands.run(async () => {
        await restore(uses);
        return {};
      }),
    'tags.together': async () => ({ pairs: countPairs(await visibleAnnotations(library)) }),
  };
}

function requireTag(library: Library, id: string): Tag {
  const tag = library.tags.get(id);
  if (tag === undefined) throw new LecternError('not_found', phrase('error.noTag', { id }), { id });
  return tag;
}

function changeTag(tag: Tag, { name, color, parentId, description, memo }: TagChange): Tag {
  return {
    id: tag.id,
    name: name === undefined ? tag.name : name.normalize('NFC').trim(),
    color: color === undefined ? tag.color : color,
    parentId: parentId === undefined ? tag.parentId : parentId,
    description: description ?? tag.description,
    memo: memo ?? tag.memo,
  };
}

function checkName(library: Library, { id, name }: Tag): void {
  if (name === '') throw new LecternError('bad_input', phrase('error.tagWithoutName'));
  const others = library.tags.all().filter((tag) => tag.id !== id);
  const same = tagNamed(others, name);
  if (same === undefined) return;
  throw new LecternError('bad_input', phrase('error.tagThere', { name: same.name }), {
    id: same.id,
  });
}

function checkParent(library: Library, { id, name, parentId }: Tag): void {
  if (parentId === null) return;
  requireTags(library, [parentId]);
  const seen = new Set<string>();
  for (let above: string | null = parentId; above !== null && !seen.has(above);) {
    if (above === id) {
      throw new LecternError('bad_input', phrase('error.tagUnderItself', { name }), { id });
    }
    seen.add(above);
    above = library.tags.get(above)?.parentId ?? null;
  }
}

/** By name; what is in the trash doesn't count. */
async function countTags(library: Library): Promise<MethodOutput<'tags.list'>> {
  const visible = await visibleAnnotations(library);
  const readable = [...library.articles.all()].filter(({ trashed }) => trashed === null);
  const annotations = countUses(visible);
  const whole = wholes(readable);
  const articles = countUses(whole);
  const above = withAbove(library.tags.all());
  const annotationsBelow = countUses(visible.map(above));
  const articlesBelow = countUses(whole.map(above));
  const listed = countUses(wholes(withPassages(readable, visible)).map(above));
  const collator = new Intl.Collator(undefined, { numeric: true });
  const tags = library.tags
    .all()
    .map((tag) => ({
      ...tag,
      annotations: annotations.get(tag.id) ?? 0,
      articles: articles.get(tag.id) ?? 0,
      withBelow: {
        annotations: annotationsBelow.get(tag.id) ?? 0,
        articles: articlesBelow.get(tag.id) ?? 0,
        listed: listed.get(tag.id) ?? 0,
      },
    }))
    .sort((a, b) => collator.compare(a.name, b.name));
  const tagged = visible.filter((annotation) => annotation.tags.length > 0).length;
  return {
    tags,
    base: { annotations: visible.length, articles: whole.length, tagged },
  };
}

/** The articles that have tags, with those of their passages. */
function withPassages(articles: readonly Article[], annotations: readonly Annotation[]) {
  const onPassages = new Map<string, Set<string>>();
  for (const { articleId, tags } of annotations) {
    if (tags.length === 0) continue;
    const known = onPassages.get(articleId) ?? new Set();
    for (const tag of tags) known.add(tag);
    onPassages.set(articleId, known);
  }
  return articles.flatMap(({ id, parentId, tags }) => {
    const all = [...tags, ...(onPassages.get(id) ?? [])];
    return all.length === 0 ? [] : [{ id, parentId, tags: all }];
  });
}

/** A section counts with the article that it stands in. */
function wholes(
  articles: readonly Pick<Article, 'id' | 'parentId' | 'tags'>[],
): { tags: string[] }[] {
  const byId = new Map<string, { tags: string[] }>();
  for (const { id, parentId, tags } of articles) {
    const known = byId.get(parentId ?? id)?.tags ?? [];
    byId.set(parentId ?? id, { tags: [...new Set([...known, ...tags])] });
  }
  return [...byId.values()];
}

/** What has a tag has those above it as well, each once, also where they lie in a ring. */
function withAbove(tags: readonly Tag[]) {
  const parents = new Map(tags.map(({ id, parentId }) => [id, parentId]));
  /** Many passages have the same tags. */
  const known = new Map<string, { tags: string[] }>();
  return (tagged: { tags: readonly string[] }) => {
    const key = tagged.tags.join(' ');
    const made = known.get(key) ?? { tags: withParents(tagged.tags) };
    known.set(key, made);
    return made;
  };

  function withParents(ids: readonly string[]): string[] {
    const all = new Set(ids);
    for (const id of all) {
      const parent = parents.get(id) ?? null;
      if (parent !== null) all.add(parent);
    }
    return [...all];
  }
}

function countUses(tagged: readonly { tags: readonly string[] }[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { tags } of tagged) for (const id of tags) uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}
