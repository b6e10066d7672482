import type { ListedTag } from '../../../../main/shared/contract/tags.ts';

/** As many as there are keys for colours: the digits mean tags while these are shown. */
export const MOST_QUICK_TAGS = 8;

/** Those used last, the newest first; then those on the most passages. */
export function quickTags(tags: readonly ListedTag[], recent: readonly string[]): ListedTag[] {
  const used = recent.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
  const others = tags
    .filter((tag) => !used.includes(tag))
    .toSorted((a, b) => b.annotations - a.annotations || a.name.localeCompare(b.name));
  return [...used, ...others].slice(0, MOST_QUICK_TAGS);
}
