import { tagIdFor, tagNamed } from '../annotations/tag-names.ts';
import type { Core } from '../core.ts';

const LONGEST = 200;

export interface TagIds {
  /** The ids of tags by their names; tags that are missing are made. */
  of(names: readonly string[]): Promise<string[]>;
  /** Tags made so far. */
  readonly made: number;
}

export function createTagIds({ library, ports }: Pick<Core, 'library' | 'ports'>): TagIds {
  const known = new Map<string, string>();
  let made = 0;

  async function idOf(name: string): Promise<string> {
    const tags = library.tags.all();
    const same = tagNamed(tags, name);
    if (same !== undefined) return same.id;
    const taken = new Set(tags.map((tag) => tag.id));
    const id = tagIdFor(name, taken, () => ports.ids.next());
    await library.tags.put({ id, name, color: null, parentId: null, description: '', memo: '' });
    made += 1;
    return id;
  }

  return {
    async of(names) {
      const ids = new Set<string>();
      for (const written of names) {
        const name = written.normalize('NFC').trim().slice(0, LONGEST);
        if (name === '') continue;
        const id = known.get(name) ?? (await idOf(name));
        known.set(name, id);
        ids.add(id);
      }
      return [...ids];
    },
    get made() {
      return made;
    },
  };
}
