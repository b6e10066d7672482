/**
 * Which index terms a wildcard, prefix or fuzzy term means. Each test is tried on the whole
 * vocabulary, so a query costs at most one pass over it, whatever its pattern; lunr's automata cost
 * exponentially more with each `*`.
 */

export type TermTest = (term: string, stem: string) => boolean;

export function prefixTest(prefix: string): TermTest {
  return (term) => term.startsWith(prefix);
}

/** `pieces` is what stands between the `*`s; a `*` is any number of characters, also none. */
export function globTest(pieces: readonly string[]): TermTest {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  const middle = pieces.slice(1, -1).filter((piece) => piece !== '');
  const shortest = pieces.reduce((length, piece) => length + piece.length, 0);
  return (term) => {
    if (term.length < shortest || !term.startsWith(first) || !term.endsWith(last)) return false;
    // The leftmost place of each piece leaves the most room for the next: no backtracking.
    let from = first.length;
    for (const piece of middle) {
      const at = term.indexOf(piece, from);
      if (at === -1) return false;
      from = at + piece.length;
    }
    return from <= term.length - last.length;
  };
}

/**
 * Terms within `edits` of the word, and those whose stem is within `edits` of its stem, as in lunr.
 */
export function fuzzyTest(word: string, wordStem: string, edits: number): TermTest {
  return (term, stem) => isWithin(word, term, edits) || isWithin(wordStem, stem, edits);
}

/**
 * Whether `edits` insertions, deletions, substitutions and swaps of neighbours suffice (optimal
 * string alignment, in UTF-16 code units). What both words begin and end with is left out first,
 * which settles most of a vocabulary.
 */
export function isWithin(a: string, b: string, edits: number): boolean {
  if (Math.abs(a.length - b.length) > edits) return false;
  let aEnd = a.length;
  let bEnd = b.length;
  while (aEnd > 0 && bEnd > 0 && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd -= 1;
    bEnd -= 1;
  }
  let start = 0;
  while (start < aEnd && start < bEnd && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  const height = aEnd - start;
  const width = bEnd - start;
  if (height === 0 || width === 0) return Math.max(height, width) <= edits;
  // All that one edit can leave is the two places of a swap.
  if (edits === 1 && Math.min(height, width) > 2) return false;
  return alignment(a.slice(start, aEnd), b.slice(start, bEnd), edits) <= edits;
}

/** The number of edits, or any number above `edits` when it is above. */
function alignment(a: string, b: string, edits: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        cell(previous, j) + 1,
        cell(current, j - 1) + 1,
        cell(previous, j - 1) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, cell(before, j - 2) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    // A swap reaches back two rows, so both must be hopeless.
    if (least > edits && leastBefore > edits) return least;
    leastBefore = least;
    before = previous;
    previous = current;
  }
  return cell(previous, b.length);
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Infinity;
}
