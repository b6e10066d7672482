/** Names of tags: when two are the same, and the ids made from them. */
import type { Tag } from '../../shared/entities.ts';

const LONGEST = 48;

export function sameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

/** A new id for a name: its Latin letters and digits, or something random where it has few of them. */
export function tagIdFor(name: string, taken: ReadonlySet<string>, random: () => string): string {
  const slug = slugOf(name);
  if (slug === null) {
    for (let id = `tag-${random()}`; ; id = `tag-${random()}`) {
      const short = id.slice(0, LONGEST);
      if (!taken.has(short)) return short;
    }
  }
  let id = slug;
  for (let number = 2; taken.has(id); number += 1) id = `${slug}-${number}`;
  return id;
}

export function tagNamed(tags: readonly Tag[], name: string): Tag | undefined {
  return tags.find((tag) => sameName(tag.name, name));
}

/** Upper, then lower case: so ß and ss, and both small sigmas, are the same. */
function foldName(name: string): string {
  const spaced = name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  return spaced.toUpperCase().toLowerCase().normalize('NFC');
}

/** Null where most of the name is lost. */
function slugOf(name: string): string | null {
  const letters = name.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  const kept = slug.replaceAll('-', '').length;
  return kept > 0 && kept * 2 >= Math.min(letters.length, LONGEST) ? slug : null;
}
