/**
 * A tag as Obsidian takes it: letters, digits, `_`, `-` and `/`, at least one of them no digit.
 * Null when nothing of the name can stand in one.
 */
export function toObsidianTag(name: string): string | null {
  const tag = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+/gu, '-')
    .replace(/^[-/]+|[-/]+$/gu, '');
  if (tag === '') return null;
  return /^[\d/]+$/u.test(tag) ? `_${tag}` : tag;
}

/** In order, each once. */
export function toObsidianTags(names: readonly string[]): string[] {
  const tags = names.map(toObsidianTag).filter((tag) => tag !== null);
  return [...new Set(tags)];
}
