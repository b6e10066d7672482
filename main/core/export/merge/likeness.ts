/** 0..1: how many of their words two lines have in common (Dice's coefficient). */
export function likeness(one: string, other: string): number {
  const words = countWords(one);
  const others = countWords(other);
  let common = 0;
  for (const [word, count] of words) common += Math.min(count, others.get(word) ?? 0);
  const total = sum(words) + sum(others);
  return total === 0 ? 0 : (2 * common) / total;
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
