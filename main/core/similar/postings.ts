/**
 * Which texts have a fingerprint: pairs of shingle and owner as one number each, sorted. New pairs
 * wait in a small list that is sorted when it is asked for, and folded into the large one when it
 * has grown to an eighth of it, so that adding stays cheap at any size.
 */

/** Owners are below it; 32 + 21 bits are exact in a double. */
const OWNERS = 2 ** 21;
/** A shingle of more texts is a turn of phrase: it tells nothing and costs much. */
const COMMON = 400;

export class Postings {
  private large = new Float64Array(0);
  private small: number[] = [];
  private sorted = true;

  add(owner: number, fingerprint: Uint32Array): void {
    for (const shingle of fingerprint) this.small.push(shingle * OWNERS + owner);
    this.sorted = false;
  }

  /** How many of these shingles each text has. */
  count(fingerprint: Uint32Array): Map<number, number> {
    this.settle();
    const counts = new Map<number, number>();
    for (const shingle of fingerprint) {
      const owners = [...ownersIn(this.large, shingle), ...ownersIn(this.small, shingle)];
      if (owners.length > COMMON) continue;
      for (const owner of owners) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    return counts;
  }

  private settle(): void {
    if (this.sorted) return;
    this.sorted = true;
    if (this.small.length < this.large.length / 8) {
      this.small.sort((a, b) => a - b);
      return;
    }
    const all = new Float64Array(this.large.length + this.small.length);
    all.set(this.large);
    all.set(this.small, this.large.length);
    this.large = all.sort();
    this.small = [];
  }
}

function ownersIn(pairs: ArrayLike<number>, shingle: number): number[] {
  const owners: number[] = [];
  for (let at = firstAtLeast(pairs, shingle * OWNERS); owners.length <= COMMON; at += 1) {
    const pair = pairs[at];
    if (pair === undefined || pair >= (shingle + 1) * OWNERS) break;
    owners.push(pair % OWNERS);
  }
  return owners;
}

function firstAtLeast(pairs: ArrayLike<number>, value: number): number {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
