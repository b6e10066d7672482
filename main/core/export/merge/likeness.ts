/**
 * 0..1: how many of their words two lines have in common, of all (Dice's coefficient) and of the
 * shorter one: a word that has grown to a sentence is like it still.
 */
export function likeness(one: string, other: string): number {
  const words = countWords(one);
  const others = countWords(other);
  let common = 0;
  for (const [word, count] of words) common += Math.min(count, others.get(word) ?? 0);
  const shorter = Math.min(sum(words), sum(others));
  if (shorter === 0) return 0;
  return common / (sum(words) + sum(others)) + common / (2 * shorter);
}

function countWords(line: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of line.toLowerCase().matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
