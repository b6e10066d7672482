/** Tags that a note has in its text, as Obsidian and Bear write them: lines of nothing else. */

const TAGS = /^\s*(?:#[\p{L}\p{M}\p{N}_/-]*\p{L}[\p{L}\p{M}\p{N}_/-]*(?:\s+|$))+$/u;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;

/** Names without their `#`, in the order of the text, each once. */
export function hashtagsIn(lines: readonly string[]): string[] {
  const tags = new Set<string>();
  let fenced = false;
  for (const line of lines) {
    if (FENCE.test(line)) fenced = !fenced;
    else if (!fenced && TAGS.test(line)) {
      for (const tag of line.trim().split(/\s+/)) tags.add(tag.slice(1));
    }
  }
  return [...tags];
}
