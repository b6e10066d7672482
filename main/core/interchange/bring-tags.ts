import type { Tag } from '../../shared/entities.ts';
import { tagIdFor, tagNamed } from '../annotations/tag-names.ts';
import type { TagBody } from './from-web-annotation.ts';

export interface BroughtTags {
  /** New ones, parents before their children. */
  made: Tag[];
  /** The library's tag for one that was described or named; made where there is none. */
  idFor(body: TagBody): string;
}

/** Tags that the library has, by name, stay as they are there. */
export function bringTags(
  known: readonly Tag[],
  described: readonly Tag[],
  random: () => string,
): BroughtTags {
  const all = [...known];
  const made: Tag[] = [];
  const ids = new Map<string, string>();
  const facts = new Map(described.map((tag) => [tag.id, tag]));

  function isUnder(from: string | null, id: string): boolean {
    for (let at = from, steps = 0; at !== null && steps <= all.length; steps += 1) {
      if (at === id) return true;
      const here: string = at;
      at = all.find((tag) => tag.id === here)?.parentId ?? null;
    }
    return false;
  }

  function bring(tag: Tag): string {
    const before = ids.get(tag.id);
    if (before !== undefined) return before;
    const same = tagNamed(all, tag.name);
    if (same !== undefined) {
      ids.set(tag.id, same.id);
      return same.id;
    }
    const taken = new Set(all.map(({ id }) => id));
    const id = taken.has(tag.id) ? tagIdFor(tag.name, taken, random) : tag.id;
    // Said before its parent is asked for, so that a circle ends.
    ids.set(tag.id, id);
    const parent = tag.parentId === null ? undefined : facts.get(tag.parentId);
    const parentId = parent === undefined ? null : bring(parent);
    // What leads back to itself stands at the top.
    const copy = { ...tag, id, parentId: isUnder(parentId, id) ? null : parentId };
    all.push(copy);
    made.push(copy);
    return id;
  }

  for (const tag of described) bring(tag);
  return {
    made,
    idFor({ id, name }) {
      const brought = id === null ? undefined : ids.get(id);
      if (brought !== undefined) return brought;
      const same = tagNamed(all, name);
      if (same !== undefined) return same.id;
      const taken = new Set(all.map((tag) => tag.id));
      const tag: Tag = {
        id: tagIdFor(name, taken, random),
        name: name.normalize('NFC'),
        color: null,
        parentId: null,
        description: '',
        memo: '',
      };
      all.push(tag);
      made.push(tag);
      return tag.id;
    },
  };
}
